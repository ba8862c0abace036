extension WorkbookFault {
  /// Why a compound file cannot be read: a workbook under a password names its content so.
  static func compoundFile(_ input: borrowing ByteInput) -> WorkbookFault {
    var isEncrypted = false
    input.forEachPiece { isEncrypted = isEncrypted || namesEncryption($0) }
    guard isEncrypted else {
      return WorkbookFault(
        .notReadable, "the file is a workbook of the old format (.xls)",
        "Open it in a spreadsheet and save it as .xlsx or as CSV (UTF-8)")
    }
    return WorkbookFault(
      .notReadable, "the workbook is protected by a password",
      "Open it in a spreadsheet and save it without one, or as CSV (UTF-8)")
  }

  /// Whether a whole number of sectors has an entry that says the content is encrypted: entries of
  /// the directory have 128 bytes and begin with their names.
  private static func namesEncryption(_ sectors: UnsafeRawBufferPointer) -> Bool {
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] })
    return stride(from: 0, to: sectors.count, by: 128).contains { entry in
      sectors[entry...].starts(with: name)
    }
  }
}
