#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes CSV to a file or standard output, in pieces.
///
/// A file is written under a temporary name beside its own and renamed by `finish`: readers see the old file or the
/// whole new one. A writer that ends without `finish` leaves nothing behind.
public struct CSVWriter: ~Copyable {
  private var text: CSVText
  private let path: String
  private let temporaryPath: String?
  private let replaces: Bool
  private var descriptor: Int32

  /// Begins writing to standard output.
  public static func standardOutput(style: CSVStyle = CSVStyle()) -> CSVWriter {
    CSVWriter(
      text: CSVText(style: style), path: "standard output", temporaryPath: nil, replaces: true,
      descriptor: 1)
  }

  /// Begins writing a file.
  ///
  /// - Parameters:
  ///   - path: the file's name.
  ///   - replaces: whether a file of this name may be replaced.
  ///   - style: delimiter, line ends, guard against formulas.
  /// - Returns: a writer to be ended with `finish`.
  /// - Throws: `exists` or `cannotWrite`.
  public static func file(
    _ path: String, replaces: Bool = false, style: CSVStyle = CSVStyle()
  ) throws(CSVError) -> CSVWriter {
    if !replaces, access(path, F_OK) == 0 { throw CSVError(.exists(path: path)) }
    let temporaryPath = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw CSVError(.cannotWrite(path: path, reason: .lastSystemError))
    }
    return CSVWriter(
      text: CSVText(style: style), path: path, temporaryPath: temporaryPath, replaces: replaces,
      descriptor: descriptor)
  }

  private init(
    text: CSVText, path: String, temporaryPath: String?, replaces: Bool, descriptor: Int32
  ) {
    (self.text, self.path, self.temporaryPath) = (text, path, temporaryPath)
    (self.replaces, self.descriptor) = (replaces, descriptor)
  }

  deinit {
    guard let temporaryPath else { return }
    if descriptor >= 0 { _ = close(descriptor) }
    _ = unlink(temporaryPath)
  }

  /// Writes a row.
  public mutating func write(_ cells: [CSVCell]) throws(CSVError) {
    text.append(cells)
    if text.bytes.count >= 64 << 10 { try flush() }
  }

  /// Writes what is left and gives the file its name.
  public consuming func finish() throws(CSVError) {
    try flush()
    guard let temporaryPath else { return }
    let isOnDisk = fsync(descriptor) == 0 || errno == EINVAL
    let reason = isOnDisk ? "" : String.lastSystemError
    let closed = close(descriptor)
    descriptor = -1
    guard isOnDisk else { throw CSVError(.cannotWrite(path: path, reason: reason)) }
    guard closed == 0 else { throw failure }
    if replaces {
      guard rename(temporaryPath, path) == 0 else { throw failure }
    } else {
      // A link, unlike a rename, does not replace a file made meanwhile; `deinit` removes the temporary name.
      guard link(temporaryPath, path) == 0 else {
        throw errno == EEXIST ? CSVError(.exists(path: path)) : failure
      }
    }
  }

  private var failure: CSVError { CSVError(.cannotWrite(path: path, reason: .lastSystemError)) }

  private mutating func flush() throws(CSVError) {
    var start = 0
    while start < text.bytes.count {
      let count = text.bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { systemWrite(descriptor, $0 + start, bytes.count - start) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure }
      start += count
    }
    text.removeAll()
  }
}

/// `write` of the operating system, which `CSVWriter.write` would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
