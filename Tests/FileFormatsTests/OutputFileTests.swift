import Foundation
import TestSupport
import Testing

@testable import FileFormats

@Suite("Files that are written")
struct OutputFileTests {
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private static func write(_ text: String, to target: FileTarget) throws(FileError) {
    try OutputFile.write(Array(text.utf8), to: target)
  }

  /// Writes a text in two pieces, with a name meanwhile or without; `look` is called between.
  private static func write(
    _ text: String, to target: FileTarget, hasNoName: Bool, look: () throws -> Void = {}
  ) throws {
    var file = try OutputFile(target, hasNoName: hasNoName)
    for piece in [text.prefix(2), text.dropFirst(2)] {
      try Array(piece.utf8).withUnsafeBytes { bytes in try file.write(bytes) }
      try look()
    }
    try file.finish()
  }

  private static func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("A file appears whole under its name, or not at all", arguments: [true, false])
  func whole(hasNoName: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "out.txt").path
    do {
      var unfinished = try OutputFile(
        FileTarget(path, for: .everyone, existing: .kept), hasNoName: hasNoName)
      try [UInt8]("half".utf8).withUnsafeBytes { bytes in try unfinished.write(bytes) }
      #expect(try !Self.names(folder).contains("out.txt"))
    }
    #expect(try Self.names(folder) == [])
    let new = FileTarget(path, for: .everyone, existing: .kept)
    try Self.write("new", to: new, hasNoName: hasNoName)
    #expect(try Self.names(folder) == ["out.txt"])
    #expect(throws: FileError(path, .exists)) {
      try Self.write("other", to: new, hasNoName: hasNoName)
    }
    try Self.write(
      "other", to: FileTarget(path, for: .everyone, existing: .replaced), hasNoName: hasNoName)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "other")
    #expect(try Self.names(folder) == ["out.txt"])
  }

  @Test(
    "Half of a file has no name, or one in a folder that nobody else may look into",
    arguments: [true, false])
  func half(hasNoName: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = FileTarget(
      folder.appending(path: "out.txt").path, for: .everyone, existing: .kept)
    try Self.write("a page", to: target, hasNoName: hasNoName) {
      let names = try Self.names(folder)
      #expect(names.count <= 1 && (hasNoName || names.count == 1))
      for name in names {
        #expect(name.hasPrefix(".covalence-file-"))
        #expect(try Self.mode(folder.appending(path: name).path) == 0o700)
      }
    }
    #expect(try Self.names(folder) == ["out.txt"])
  }

  @Test("What killed writers left goes with the next file, and what others write stays")
  func killed() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for kind in PrivateFolder.Kind.allCases {
      let left = folder.appending(path: "\(kind.rawValue)killed")
      try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
      try Data("what people said".utf8).write(to: left.appending(path: "study"))
    }
    let other = try NamedOutput(
      FileTarget(folder.appending(path: "theirs").path, for: .owner, existing: .kept))
    try Data("theirs".utf8).write(to: URL(filePath: other.path))
    try Self.write(
      "mine",
      to: FileTarget(folder.appending(path: "mine").path, for: .owner, existing: .kept))
    #expect(try Self.names(folder).filter { !$0.hasPrefix(".covalence-file-") } == ["mine"])
    #expect(try Self.names(folder).count == 2)
    try other.finish()
    #expect(try Self.names(folder) == ["mine", "theirs"])
    #expect(try Self.mode(folder.appending(path: "theirs").path) == 0o600)
  }

  @Test("A file made meanwhile is not replaced", arguments: [true, false])
  func meanwhile(hasNoName: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "out.txt").path
    let file = try OutputFile(
      FileTarget(path, for: .everyone, existing: .kept), hasNoName: hasNoName)
    try Data("theirs".utf8).write(to: URL(filePath: path))
    do throws(FileError) {
      try file.finish()
      Issue.record("The file took the place of another.")
    } catch {
      #expect(error == FileError(path, .exists))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
  }

  @Test("What is for its owner is readable by nobody else, and a stricter file stays strict")
  func permissions() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appending(path: "own").path
    try Self.write("a", to: FileTarget(own, for: .owner, existing: .kept))
    #expect(try Self.mode(own) == 0o600)
    let strict = folder.appending(path: "strict").path
    try Self.write("a", to: FileTarget(strict, for: .everyone, existing: .kept))
    #expect(try Self.mode(strict) & 0o600 == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: strict)
    try Self.write("b", to: FileTarget(strict, for: .everyone, existing: .replaced))
    #expect(try Self.mode(strict) & 0o007 == 0)
    let inside = folder.appending(path: "a/b").path
    try OutputFolder.make(inside, for: .owner)
    #expect(try Self.mode(inside) == 0o700)
    #expect(try Self.mode(folder.appending(path: "a").path) == 0o700)
  }

  @Test("Inputs, databases, links, folders and devices are never replaced")
  func spared() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let manager = FileManager.default
    try Data("in".utf8).write(to: URL(filePath: path("in")))
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: path("in"))
    try manager.linkItem(atPath: path("in"), toPath: path("second name"))
    try Data("SQLite format 3\0 and more".utf8).write(to: URL(filePath: path("study")))
    try manager.linkItem(atPath: path("study"), toPath: path("study too"))
    let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0, 0]
    try Data(journal).write(to: URL(filePath: path("journal")))
    let cases: [(String, FileError.Kind)] = [
      ("in", .isInput), ("second name", .isInput), ("link", .isLink), ("study", .isDatabase),
      ("study too", .isDatabase), ("journal", .isDatabase), ("study-journal", .isDatabase),
      ("study-wal", .isDatabase), ("", .isNoFile("a folder")),
    ]
    for (name, kind) in cases {
      let target = FileTarget(
        name.isEmpty ? folder.path : path(name), for: .owner, existing: .replaced,
        inputs: [path("in")])
      #expect(throws: FileError(target.path, kind), "\(name)") { try target.check() }
      #expect(throws: FileError(target.path, kind), "\(name)") { try Self.write("x", to: target) }
    }
    let device = FileTarget("/dev/null", for: .owner, existing: .replaced)
    #expect(throws: FileError("/dev/null", .isNoFile("a device"))) { try device.check() }
    #expect(try String(contentsOfFile: path("in"), encoding: .utf8) == "in")
  }

  @Test("Only what is known as this command's own is replaced")
  func foreign() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "out").path
    let target = FileTarget(
      path, for: .everyone, existing: .replacedIf { $0.starts(with: Array("ours".utf8)) })
    try Self.write("ours 1", to: target)
    try Self.write("ours 2", to: target)
    try Self.write("theirs", to: FileTarget(path, for: .everyone, existing: .replaced))
    #expect(throws: FileError(path, .isForeign)) { try Self.write("ours 3", to: target) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
  }

  @Test("A place that cannot be written to is told by name, with what to do")
  func nowhere() {
    let error = #expect(throws: FileError.self) {
      try Self.write("x", to: FileTarget("/no/out.csv", for: .owner, existing: .kept))
    }
    #expect(
      error?.description
        == "/no/out.csv cannot be written: No such file or directory. Choose a folder that is there."
    )
    #expect(
      FileError("a.csv", .exists).description
        == "there is already a file a.csv. Choose another name, or allow it to be replaced.")
  }

  @Test(
    "A full disk leaves the old file",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func full() throws {
    let error = #expect(throws: FileError.self) {
      try [UInt8](repeating: 1, count: 10).withUnsafeBytes { bytes in
        let descriptor = open("/dev/full", O_WRONLY)
        defer { _ = close(descriptor) }
        try bytes.written(to: descriptor, named: "out.csv")
      }
    }
    #expect(error?.message == "out.csv cannot be written: No space left on device")
  }

  @Test("Several files appear together, and where one cannot be written none does")
  func together() throws {
    let place = try Workplace()
    try place.write("one", "old")
    let bytes = Array("new".utf8)
    let (one, two) = (
      FileTarget(place.path("one"), for: .everyone, existing: .replaced),
      FileTarget(place.path("two"), for: .everyone, existing: .kept)
    )
    let three = FileTarget(place.path("nowhere/three"), for: .everyone, existing: .kept)
    #expect(throws: FileError.self) {
      _ = try OutputFiles([(one, bytes), (three, bytes)])
    }
    #expect(place.text("one") == "old")
    let files = try OutputFiles([(one, bytes), (two, bytes)])
    #expect(place.text("one") == "old" && place.bytes("two") == nil)
    try files.finish()
    #expect(place.text("one") == "new" && place.text("two") == "new")
  }
}
