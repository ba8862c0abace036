import Foundation

/// A program of the machine that is called for what it does better, such as printing a page.
public struct InstalledProgram: Sendable, Hashable {
  /// Why it has not done its work.
  public struct Fault: Error, Sendable, Hashable {
    /// The last line that it said of it; nil where it said nothing.
    public var said: String?
  }

  /// Where it is.
  public let path: String

  /// The first of some programs that is installed, by the search path; nil where none is.
  public init?(_ names: String...) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let paths = names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: What it is told.
  ///   - folder: Where it works, and where what it says is kept; nil: here, and what it says is lost.
  ///   - environment: What it finds in its environment beside what is there.
  /// - Throws: `Fault` where it cannot be started or ends otherwise than well.
  public func run(
    _ arguments: [String], in folder: PrivateFolder? = nil, environment: [String: String] = [:]
  ) throws(Fault) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A file and no pipe: what a program leaves running would keep a pipe open.
    let said = folder.flatMap { try? $0.makeFile("said") }
    process.standardError =
      said.flatMap(FileHandle.init(forWritingAtPath:)) ?? FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = URL(filePath: folder.path) }
    defer { if let said { unlink(said) } }
    do { try process.run() } catch { throw Fault() }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Fault(said: said.flatMap(Self.lastLine))
    }
  }

  private static func lastLine(of file: String) -> String? {
    FileManager.default.contents(atPath: file)
      .map { String(decoding: $0, as: UTF8.self) }?
      .split(whereSeparator: \.isNewline).last.map { VisibleText.of(String($0)) }
  }
}
