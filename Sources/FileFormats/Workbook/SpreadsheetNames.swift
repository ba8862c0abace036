/// What spreadsheets are written in: the namespace of nearly all, and that of "strict" files.
private let spreadsheetSpaces: [StaticString] = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
]

extension XMLName {
  /// Whether it belongs to the language of spreadsheets.
  var isSpreadsheet: Bool { isIn(spreadsheetSpaces) }
}

extension XMLAttributes {
  /// The id of the relationship an element names, in either kind of file.
  var relationship: String? {
    first {
      let name = XMLName($0)
      return name.isInSpace(endingIn: "/relationships") && name == "id"
    }?.string
  }
}
