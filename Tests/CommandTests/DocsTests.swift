import Foundation
import TestSupport
import Testing

/// The pages for people, held to the program they speak of.
@Suite("The documentation")
struct DocsTests {
  /// Commands that pages speak of already; each is checked as soon as it exists.
  private static let coming: Set<String> = ["check", "framework update", "matrix", "scales"]

  /// Messages of those commands; each row is held to the program as soon as its code is in use.
  private static let comingCodes: Set<String> = [
    "CODINGS-012", "INPUT-002", "SCALES-001", "TASK-002",
  ]

  @Test("command lines name commands and options that exist", arguments: DocsPage.all)
  func commandLines(page: DocsPage) throws {
    for line in try page.commandLines() {
      let shown: Comment = "\(page.path): \(line.joined(separator: " "))"
      var words = line.dropFirst()
      var command: [String] = []
      while let word = words.first, Program.helps[command + [word]] != nil {
        command.append(word)
        words = words.dropFirst()
      }
      let help = try #require(Program.helps[command], shown)
      // A command with a subcommand of its own by default takes options at once.
      let next = words.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
      let unknown = help.subcommands.isEmpty ? nil : next
      if let unknown, Self.coming.contains((command + [unknown]).joined(separator: " ")) {
        continue
      }
      #expect(unknown == nil, shown)
      for word in words where word.hasPrefix("-") && word != "-" {
        let option = word.split(separator: "=").first.map(String.init) ?? word
        #expect(help.options.contains(option), shown)
      }
    }
  }

  @Test("links lead to files that exist, and to headings within them", arguments: DocsPage.all)
  func links(page: DocsPage) throws {
    for link in try page.links() {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? page.path : page.folder + parts[0]
      // Pictures are taken of pages that the program makes; they come and go with them.
      guard !path.contains("pictures/") else { continue }
      let target = Fixtures.root.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path): \(link)")
      guard parts.count > 1, path.hasSuffix(".md") else { continue }
      let anchors = try DocsPage(path: target.path, isAbsolute: true).anchors()
      #expect(anchors.contains(String(parts[1])), "\(page.path): \(link)")
    }
  }

  @Test("the examples of the CSV layouts import in the order of their page")
  func layoutExamples() throws {
    let folder = try TemporaryFolder()
    for answer in try LayoutExamples.run(in: folder.url) {
      #expect(answer.status == 0, "\(answer.command)\n\(answer.errors)")
      #expect(!answer.errors.contains("error:"), "\(answer.command)\n\(answer.errors)")
    }
    let scores = try Program.run(["score", "--case", "forum"], in: folder.url)
    #expect(scores.output.contains("value.tangible"))
  }

  @Test("the SQL of the study file's page runs", .enabled(if: Program.sqlite != nil))
  func studyFileQueries() throws {
    let folder = try TemporaryFolder()
    _ = try LayoutExamples.run(in: folder.url)
    let queries = try DocsPage(path: "docs/study-file.md").fences().filter { $0.language == "sql" }
    #expect(!queries.isEmpty)
    for query in queries {
      let answer = try Program.run(
        ["forum.covalence", query.text], in: folder.url, program: Program.sqlite)
      #expect(answer.status == 0, "\(query.text)\n\(answer.errors)")
    }
  }

  @Test("the reference of commands is what the program's help says")
  func commandReference() throws {
    let folder = try TemporaryFolder()
    let script = Fixtures.root.appending(path: "docs/generate-cli-reference.sh").path
    let made = folder.url.appending(path: "made.md")
    let answer = try Program.run(
      [script, Program.path.path, made.path], in: folder.url, program: URL(filePath: "/bin/bash"))
    #expect(answer.status == 0, "\(answer.errors)")
    let expected = try String(contentsOf: made, encoding: .utf8)
    let page = try DocsPage(path: "docs/cli-reference.md").text()
    #expect(page == expected, "run docs/generate-cli-reference.sh")
  }

  @Test("every message's code has a row in the page of messages, and no other has")
  func messageCodes() throws {
    var inSources: Set<String> = []
    for file in try DocsPage.files(under: "Sources", ending: ".swift") {
      let text = try DocsPage(path: file).text()
      inSources.formUnion(text.matches(of: /"([A-Z]+-[0-9]{3})"/).map { String($0.1) })
    }
    inSources.remove("SHA-256")
    let rows = try DocsPage(path: "docs/diagnostics.md").text()
      .matches(of: /\n\| `([A-Z]+-[0-9]{3})` \|/).map { String($0.1) }
    #expect(inSources.subtracting(rows).sorted().isEmpty, "without a row")
    let unused = Set(rows).subtracting(inSources).subtracting(Self.comingCodes)
    #expect(unused.sorted().isEmpty, "with a row and not in use")
    #expect(Set(rows).count == rows.count, "a code has two rows")
  }
}

/// The examples of `docs/csv-layouts.md`: its named blocks as files, its commands in order.
private enum LayoutExamples {
  static func run(in folder: URL) throws -> [Program.Answer] {
    let page = DocsPage(path: "docs/csv-layouts.md")
    for fence in try page.fences() {
      guard let name = fence.name else { continue }
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(fence.text.utf8).write(to: file)
    }
    return try page.fences().filter { $0.language == "sh" }.flatMap(\.commandLines).map {
      try Program.run(Array($0.dropFirst()), in: folder)
    }
  }
}

/// A folder that goes when the test ends.
private final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "covalence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A page in Markdown.
struct DocsPage: CustomTestStringConvertible {
  /// The path from the root of the checkout.
  let path: String
  private let isAbsolute: Bool

  init(path: String, isAbsolute: Bool = false) {
    self.path = path
    self.isAbsolute = isAbsolute
  }

  var testDescription: String { path }
  /// The folder with a slash at its end, or nothing.
  var folder: String {
    path.contains("/") ? path[...(path.lastIndex(of: "/") ?? path.startIndex)] + "" : ""
  }

  /// The pages at the root and in `docs/`.
  static let all: [DocsPage] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.root.path)) ?? []
    let root = names.filter { $0.hasSuffix(".md") }
    let docs = (try? files(under: "docs", ending: ".md")) ?? []
    return (root + docs).sorted().map { DocsPage(path: $0) }
  }()

  static func files(under folder: String, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: Fixtures.root.appending(path: folder).path
    ).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
  }

  func text() throws -> String {
    let file = isAbsolute ? URL(filePath: path) : Fixtures.root.appending(path: path)
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// A block between three backquotes, with the language and the file name after them.
  struct Fence {
    var language: String
    var name: String?
    var text: String

    /// The command lines as words; comments, pipes and redirections are cut off.
    var commandLines: [[String]] {
      text.replacing("\\\n", with: " ").split(separator: "\n").compactMap { line in
        let words = DocsPage.words(String(line))
        return words.first == "covalence" ? words : nil
      }
    }
  }

  func fences() throws -> [Fence] {
    try text().matches(of: /(?m)^```(\w+)(?: (\S+))?\n((?s).*?)^```$/).map {
      Fence(language: String($0.1), name: $0.2.map { String($0) }, text: String($0.3))
    }
  }

  /// All command lines of the page, those within a sentence included.
  func commandLines() throws -> [[String]] {
    let inText = try text().matches(of: /`(covalence [^`\n]+)`/).map { Self.words(String($0.1)) }
    return try fences().filter { $0.language == "sh" }.flatMap(\.commandLines) + inText
  }

  /// The places in this checkout that the page points to.
  func links() throws -> [String] {
    try text().matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  /// Its headings as links name them, and its marks.
  func anchors() throws -> Set<String> {
    let headings = try text().matches(of: /(?m)^#+ (.+)$/).map { heading in
      String(
        heading.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
          .map { $0 == " " ? "-" : $0 })
    }
    let marks = try text().matches(of: /<a id="([^"]+)">/).map { String($0.1) }
    return Set(headings + marks)
  }

  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    for match in line.matches(of: /"([^"]*)"|(\S+)/) {
      let word = String(match.1 ?? match.2 ?? "")
      if ["#", "|", ">", "<"].contains(word) { break }
      words.append(word)
    }
    return words
  }
}

/// The program as people start it.
private enum Program {
  struct Answer {
    var command: String
    var status: Int32
    var output: String
    var errors: String
  }

  /// What a command's help names.
  struct Help {
    var subcommands: [String]
    var options: Set<String>
  }

  /// The program stands beside the tests, where both were built.
  static let path: URL = {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent()
      .appending(path: "covalence")
    if let beside, FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return Fixtures.root.appending(path: ".build/debug/covalence")
  }()

  static let sqlite: URL? = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// The help of every command, by its words.
  static let helps: [[String]: Help] = {
    var helps: [[String]: Help] = [:]
    var waiting: [[String]] = [[]]
    while let command = waiting.popLast() {
      guard let help = try? help(command) else { continue }
      helps[command] = help
      waiting += help.subcommands.map { command + [$0] }
    }
    return helps
  }()

  private static func help(_ command: [String]) throws -> Help {
    let text = try run(command + ["--help"], in: Fixtures.root).output
    let list = text.split(separator: "\nSUBCOMMANDS:\n").dropFirst().first ?? ""
    return Help(
      subcommands: list.matches(of: /(?m)^  ([a-z][a-z-]*)/).map { String($0.1) },
      options: Set(text.matches(of: /(?:^|[\s,\[])(--?[a-zA-Z][a-z-]*)/).map { String($0.1) }))
  }

  static func run(_ arguments: [String], in folder: URL, program: URL? = nil) throws -> Answer {
    let talk = FileManager.default.temporaryDirectory.appending(path: "talk-\(UUID().uuidString)")
    try Data().write(to: talk)
    defer { try? FileManager.default.removeItem(at: talk) }
    let process = Process()
    process.executableURL = program ?? path
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["COVALENCE_STUDY"] = nil
    environment["COVALENCE_HOME"] = Fixtures.root.path
    environment["COVALENCE_NOW"] = "2026-04-14T10:00:00Z"
    environment["COLUMNS"] = "80"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: talk)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      command: arguments.joined(separator: " "), status: process.terminationStatus,
      output: String(decoding: told, as: UTF8.self),
      errors: try String(contentsOf: talk, encoding: .utf8))
  }
}
