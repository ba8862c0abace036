public import Foundation
import Synchronization
import Testing

/// A folder of its own for one test, in which the built program runs; removed at the end.
public final class Workplace: Sendable {
  /// The folder.
  public let folder: URL
  private let talk: URL

  /// Makes an empty folder.
  public init() throws {
    let base = FileManager.default.temporaryDirectory
      .appending(path: "covalence-test-\(UUID().uuidString)")
    folder = base.appending(path: "work")
    talk = base.appending(path: "talk")
    for place in [folder, talk] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
  }

  deinit { remove() }

  private func remove() {
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  /// A folder that several tests share and that goes when all have ended.
  public static func shared() throws -> Workplace {
    let place = try Workplace()
    toRemove.withLock { places in
      if places.isEmpty {
        atexit { Workplace.toRemove.withLock { for place in $0 { place.remove() } } }
      }
      places.append(place)
    }
    return place
  }

  private static let toRemove = Mutex<[Workplace]>([])

  /// What a run of the program gave.
  public struct Answer: Sendable {
    /// Its results.
    public var output: String
    /// Its talk.
    public var talk: String
    /// Its exit code.
    public var status: Int32

    /// The results as the members of one JSON object; empty where they are something else.
    public var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
    }

    /// The lines of the talk.
    public var lines: [String] { talk.split(separator: "\n").map(String.init) }
  }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a text file.
  public func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes bytes.
  public func write(_ name: String, bytes: [UInt8]) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The bytes of a file; nil where it is not there.
  public func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) }
  }

  /// The text of a file that has to be there: what a page must not say, no missing one says.
  public func text(_ name: String) -> String {
    guard let bytes = bytes(name) else {
      Issue.record("There is no file \(name)")
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names of the files in the folder.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Runs the program in the folder, on the day on which all tests take place.
  ///
  /// - Throws: `NotBuilt` where the program is not there.
  @discardableResult
  public func run(
    _ arguments: String..., input: String = "", environment more: [String: String] = [:]
  ) throws -> Answer {
    try run(arguments, input: input, environment: more)
  }

  /// Runs the program in the folder, with arguments in a list.
  @discardableResult
  public func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:]
  ) throws -> Answer {
    try run(try Self.program(), arguments, input: input, environment: more)
  }

  /// Runs a script of the shell in the folder; `$covalence` is the program.
  public func shell(_ script: String) throws -> Answer {
    try run(
      URL(filePath: "/bin/sh"), ["-c", script], input: "",
      environment: ["covalence": try Self.program().path])
  }

  /// SQLite's own program; nil where it is not installed.
  public static let sqlite = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// Runs statements on a file by SQLite's own program.
  public func sqlite(_ file: String, _ sql: String) throws -> Answer {
    try run(Self.sqlite ?? URL(filePath: "/usr/bin/sqlite3"), [file, sql])
  }

  /// Runs another program in the folder.
  public func run(
    _ program: URL, _ arguments: [String], input: String = "",
    environment more: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["COVALENCE_STUDY"] = nil
    environment["NO_COLOR"] = "1"
    environment["COVALENCE_NOW"] = "2026-04-14T10:00:00Z"
    environment["COVALENCE_HOME"] = Fixtures.root.path
    process.environment = environment.merging(more) { $1 }
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { talk.appending(path: "\(name).\($0)") }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Answer(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      talk: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// The program was not found.
  public struct NotBuilt: Error, CustomStringConvertible {
    /// Where it was looked for.
    public var places: [String]
    /// What to do.
    public var description: String {
      "The program is not at \(places.joined(separator: " or ")). Run 'swift build' first, or name it in COVALENCE_BIN."
    }
  }

  /// The built program: told, or beside the tests.
  private static func program() throws -> URL {
    if let told = ProcessInfo.processInfo.environment["COVALENCE_BIN"] {
      guard FileManager.default.isExecutableFile(atPath: told) else {
        throw NotBuilt(places: [told])
      }
      return URL(filePath: told)
    }
    let tests = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let places = [tests, Fixtures.root.appending(path: ".build/debug")]
      .map { $0.appending(path: "covalence").path }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { throw NotBuilt(places: places) }
    return URL(filePath: found)
  }
}
