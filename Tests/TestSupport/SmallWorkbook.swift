/// A workbook put together by hand: parts by their paths, in a ZIP archive without compression.
public struct SmallWorkbook: Sendable {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts, in the order of the archive.
  public var parts: [(path: String, bytes: [UInt8])] = []

  /// Begins with no parts.
  public init() {}

  /// A workbook with one sheet `table` of these rows, as XML, and what else there may be.
  public init(rows: String, strings: String? = nil, styles: String? = nil, workbook: String = "") {
    self.init()
    self["_rels/.rels"] = Self.relationships([("w", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] = """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(workbook)
      <sheets><sheet name="table" sheetId="1" r:id="s"/></sheets></workbook>
      """
    var targets = [("s", "worksheet", "worksheets/sheet1.xml")]
    if let strings {
      targets.append(("t", "sharedStrings", "sharedStrings.xml"))
      self["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"
    }
    if let styles {
      targets.append(("y", "styles", "styles.xml"))
      self["xl/styles.xml"] = "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"
    }
    self["xl/_rels/workbook.xml.rels"] = Self.relationships(targets)
    self["xl/worksheets/sheet1.xml"] = Self.sheet(rows)
  }

  /// A workbook of texts: every cell written into its place.
  public init(texts: [[String]]) {
    let rows = texts.map { row in
      let cells = row.map { text in
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    self.init(rows: rows.joined())
  }

  /// The text of a part; empty where there is none.
  public subscript(path: String) -> String {
    get { parts.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
    set { set(path, Array(newValue.utf8)) }
  }

  /// Sets the bytes of a part.
  public mutating func set(_ path: String, _ bytes: [UInt8]) {
    parts.removeAll { $0.path == path }
    parts.append((path, bytes))
  }

  /// The part of a sheet.
  public static func sheet(_ rows: String, after: String = "") -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  /// A part with relationships: ids, kinds, targets.
  public static func relationships(
    _ list: [(id: String, type: String, target: String)], kinds: String? = nil
  ) -> String {
    let lines = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(kinds ?? office)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)\">\(lines.joined())</Relationships>"
  }

  /// The archive: local headers with their bytes, the list of them, its end.
  public var archive: [UInt8] {
    var (out, list) = ([UInt8](), [UInt8]())
    for (path, bytes) in parts {
      let name = Array(path.utf8)
      let sizes =
        Self.number(Self.sum(bytes), 4) + Self.number(bytes.count, 4)
        + Self.number(bytes.count, 4) + Self.number(name.count, 2) + [0, 0]
      let start = out.count
      out += [0x50, 0x4B, 3, 4, 20, 0] + [UInt8](repeating: 0, count: 8) + sizes + name + bytes
      list += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + [UInt8](repeating: 0, count: 8) + sizes
      list += [UInt8](repeating: 0, count: 10) + Self.number(start, 4) + name
    }
    let count = Self.number(parts.count, 2)
    let end = Self.number(list.count, 4) + Self.number(out.count, 4) + [0, 0]
    return out + list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, as ZIP archives want it.
  private static func sum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
