/// Writes CSV to a file or standard output, in pieces.
///
/// A file appears whole, or not at all: see `OutputFile`.
public struct CSVWriter: ~Copyable {
  private var text: CSVText
  /// Nil: standard output.
  private var file: OutputFile?

  /// Begins writing to standard output.
  public static func standardOutput(style: CSVStyle = CSVStyle()) -> CSVWriter {
    CSVWriter(text: CSVText(style: style), file: nil)
  }

  /// Begins writing a file.
  ///
  /// - Parameters:
  ///   - target: where, for whose eyes, and what may be replaced.
  ///   - style: delimiter and line ends.
  /// - Returns: a writer to be ended with `finish`.
  /// - Throws: what stands in the way.
  public static func file(
    _ target: FileTarget, style: CSVStyle = CSVStyle()
  ) throws(FileError) -> CSVWriter {
    CSVWriter(text: CSVText(style: style), file: try OutputFile(target))
  }

  private init(text: CSVText, file: consuming OutputFile?) {
    self.text = text
    self.file = file
  }

  /// Writes a row.
  public mutating func write(_ cells: [CSVCell]) throws(FileError) {
    text.append(cells)
    if text.bytes.count >= 64 << 10 { try flush() }
  }

  /// Writes what is left and gives the file its name.
  public consuming func finish() throws(FileError) {
    try flush()
    if let file = file.take() { try file.finish() }
  }

  private mutating func flush() throws(FileError) {
    let bytes = text.bytes
    let result = bytes.withUnsafeBytes { bytes -> Result<Void, FileError> in
      do throws(FileError) {
        if file == nil {
          try bytes.written(to: 1, named: "standard output")
        } else {
          try file?.write(bytes)
        }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    text.removeAll()
  }
}
