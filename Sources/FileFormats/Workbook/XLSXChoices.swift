import CXLSXWriter

/// Sets what may stand in a column, as spreadsheets' data validation.
enum XLSXChoices {
  /// Sets the choices of the rows below the header.
  static func set(
    _ choices: XLSXSheet.Choices, of header: String, _ page: UnsafeMutablePointer<lxw_worksheet>,
    column: UInt16, lastRow: UInt32
  ) -> lxw_error {
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_input = UInt8(LXW_VALIDATION_OFF.rawValue)
    rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    let apply = { (rule: inout lxw_data_validation) in
      worksheet_data_validation_range(page, 1, column, lastRow, column, &rule)
    }
    switch choices {
    case .words(let words):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      return withCStrings(words) { list in
        rule.value_list = list
        return saying("Choose one of \(words.joined(separator: ", ")).", &rule, apply)
      }
    case .column(let sheet, let column, let rows):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      let letters = TableHeader.letters(ofColumn: column)
      return withCString("='\(sheet)'!$\(letters)$2:$\(letters)$\(rows + 1)") { formula in
        rule.value_formula = formula
        return saying("Choose one from the sheet \(sheet).", &rule, apply)
      }
    case .numbers(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      rule.minimum_number = range.lowerBound
      rule.maximum_number = range.upperBound
      return saying(
        "Write a number from \(range.lowerBound) to \(range.upperBound).", &rule, apply)
    }
  }

  private static func saying(
    _ message: String, _ rule: inout lxw_data_validation,
    _ apply: (inout lxw_data_validation) -> lxw_error
  ) -> lxw_error {
    // The library takes messages of up to 255 characters.
    withCString(String(message.prefix(250))) { text in
      rule.error_message = text
      let failure = apply(&rule)
      rule.error_message = nil
      return failure
    }
  }

  /// A text as bytes that may be written, as the library's types ask; it only reads them.
  private static func withCString<Value>(
    _ text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Value
  ) -> Value {
    var bytes = Array(text.utf8CString)
    return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  /// Texts as a list that ends with a null, as the library asks.
  private static func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeMutableBufferPointer { buffer in
      var list = starts.map { start in buffer.baseAddress.map { $0 + start } } + [nil]
      return list.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
  }
}
