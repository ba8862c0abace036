/// Several files that get their names together: all of them are written and secured before the first one
/// has its name, so that a disk that is full leaves what was there as it was.
public struct OutputFiles {
  /// A file that is written and has no name yet.
  private final class Written {
    private var file: OutputFile?

    init(_ bytes: [UInt8], to target: FileTarget) throws(FileError) {
      file = try OutputFile.written(bytes, to: target)
    }

    func finish() throws(FileError) {
      guard let file = file.take() else { return }
      try file.finish()
    }
  }

  private let files: [Written]

  /// Writes the files.
  ///
  /// - Throws: What failed; nothing is left of any of them.
  public init(_ files: [(target: FileTarget, bytes: [UInt8])]) throws(FileError) {
    var written: [Written] = []
    for (target, bytes) in files { written.append(try Written(bytes, to: target)) }
    self.files = written
  }

  /// Gives them their names, one after the other.
  ///
  /// - Throws: What failed; those before it stand, and those after it do not.
  public func finish() throws(FileError) {
    for file in files { try file.finish() }
  }
}
