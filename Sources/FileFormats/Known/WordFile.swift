/// A text document of Word, of which just its description is read.
public enum WordFile {
  /// More than the properties of any document take.
  private static let mostBytes = 1 << 16

  /// What the document's properties describe it as, with its markup; nil for what is no such document.
  public static func description(of bytes: [UInt8]) -> String? {
    guard bytes.starts(with: Array("PK".utf8)),
      let archive = try? ZipArchive(bytes: bytes, limit: mostBytes),
      archive.has("word/document.xml"),
      let properties = try? archive.part("docProps/core.xml")?.head(mostBytes),
      let start = properties.firstRange(of: "<dc:description>"),
      let end = properties.firstRange(of: "</dc:description>")
    else { return nil }
    return start.upperBound <= end.lowerBound
      ? String(properties[start.upperBound..<end.lowerBound]) : nil
  }
}
