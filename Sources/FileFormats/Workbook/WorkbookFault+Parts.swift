extension WorkbookFault {
  /// A file whose parts cannot be made sense of.
  static func damaged(_ what: String) -> Self {
    Self(
      .damaged, "the workbook is damaged: \(what)",
      "Either copy it again from where it came or open it in a spreadsheet and save it anew")
  }

  /// Does what reads archives and XML, and words for workbooks what these find.
  static func worded<Value>(
    sheet: String? = nil, _ body: () throws -> Value
  ) throws(WorkbookFault) -> Value {
    do { return try body() } catch let fault as WorkbookFault {
      throw fault
    } catch {
      var fault = Self(error)
      fault.sheet = sheet
      throw fault
    }
  }

  /// What an archive or an XML text cannot be read for.
  private init(_ error: any Error) {
    switch error {
    case let fault as ArchiveFault where fault.kind == .encrypted:
      self.init(
        .notReadable, "the workbook's parts are encrypted",
        "Save it without a password in a spreadsheet")
    case let fault as ArchiveFault where fault.kind == .tooLarge:
      self = .tooLarge("the workbook is larger than can be read: \(fault.message)")
    case let fault as ArchiveFault: self = .damaged(fault.message)
    case let fault as XMLFault where fault.kind == .tooLarge:
      self = .tooLarge("the workbook is larger than can be read: \(fault.message)")
    case let fault as XMLFault: self = .damaged(fault.message)
    default: self = .damaged("\(error)")
    }
  }

  /// A workbook that would fill the machine.
  static func tooLarge(_ message: String) -> Self {
    Self(.tooLarge, message, "Save the sheet as CSV and bring that in")
  }
}
