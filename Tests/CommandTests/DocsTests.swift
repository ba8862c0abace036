import Foundation
import TestSupport
import Testing

/// The pages for people, held to the program they speak of.
@Suite("The documentation")
struct DocsTests {
  @Test("command lines name commands and options that exist", arguments: DocsPage.all)
  func commandLines(page: DocsPage) throws {
    let helps = try Program.helps()
    for line in try page.commandLines() {
      let shown: Comment = "\(page.path): \(line.joined(separator: " "))"
      var words = line.dropFirst()
      var command: [String] = []
      while let word = words.first, helps[command + [word]] != nil {
        command.append(word)
        words = words.dropFirst()
      }
      let help = try #require(helps[command], shown)
      // A command with a subcommand of its own by default takes options at once.
      let next = words.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
      let unknown = help.subcommands.isEmpty ? nil : next
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
      let target = Fixtures.root.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path): \(link)")
      guard parts.count > 1, path.hasSuffix(".md") else { continue }
      let anchors = try DocsPage(path: target.path, isAbsolute: true).anchors()
      #expect(anchors.contains(String(parts[1])), "\(page.path): \(link)")
    }
  }

  @Test("the examples of the CSV layouts import in the order of their page")
  func layoutExamples() throws {
    let place = try Workplace()
    for (command, answer) in try LayoutExamples.run(in: place) {
      #expect(answer.status == 0, "\(command)\n\(answer.talk)")
      #expect(!answer.talk.contains("error:"), "\(command)\n\(answer.talk)")
    }
    let scores = try place.run("score", "--case", "forum")
    #expect(scores.output.contains("value.tangible"))
  }

  @Test(
    "the commands of the guides run on the study that the layouts' page makes",
    arguments: ["docs/researcher.md", "docs/working-group.md"])
  func guides(path: String) throws {
    let place = try Workplace()
    _ = try LayoutExamples.run(in: place)
    // These bring in files of one's own, or take back an import of one's own number.
    let others: Set<String> = ["init", "import", "undo-import"]
    let lines = try DocsPage(path: path).fences().filter { $0.language == "sh" }
      .flatMap(\.commandLines).filter { !others.contains($0.dropFirst().first ?? "") }
    #expect(lines.count >= 6)
    for line in lines {
      let answer = try place.run(Array(line.dropFirst()))
      // `check` ends with 3 where something waits for somebody.
      let isDone = answer.status == 0 || line.contains("check") && answer.status == 3
      #expect(isDone, "\(line.joined(separator: " "))\n\(answer.talk)")
    }
    #expect(try place.run("editions").output.contains("health") == path.contains("researcher"))
  }

  @Test(
    "the SQL of the study file's page runs",
    .enabled(if: Workplace.sqlite != nil, "there is no sqlite3"))
  func studyFileQueries() throws {
    let place = try Workplace()
    _ = try LayoutExamples.run(in: place)
    let queries = try DocsPage(path: "docs/study-file.md").fences().filter { $0.language == "sql" }
    #expect(!queries.isEmpty)
    for query in queries {
      let answer = try place.sqlite("forum.covalence", query.text)
      #expect(answer.status == 0, "\(query.text)\n\(answer.talk)")
    }
  }

  @Test("the reference of commands is what the program's help says")
  func commandReference() throws {
    let place = try Workplace()
    let script = Fixtures.root.appending(path: "docs/generate-cli-reference.sh").path
    let answer = try place.shell("bash '\(script)' \"$covalence\" made.md")
    #expect(answer.status == 0, "\(answer.talk)")
    let expected = place.text("made.md")
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
    let unused = Set(rows).subtracting(inSources)
    #expect(unused.sorted().isEmpty, "with a row and not in use")
    #expect(Set(rows).count == rows.count, "a code has two rows")
  }
}

/// The examples of `docs/csv-layouts.md`: its named blocks as files, its commands in order.
private enum LayoutExamples {
  static func run(in place: Workplace) throws -> [(command: String, answer: Workplace.Answer)] {
    let page = DocsPage(path: "docs/csv-layouts.md")
    #expect(try page.fences().count(where: { $0.name != nil }) >= 10)
    for fence in try page.fences() {
      guard let name = fence.name else { continue }
      try place.write(name, fence.text)
    }
    return try page.fences().filter { $0.language == "sh" }.flatMap(\.commandLines).map { line in
      (line.joined(separator: " "), try place.run(Array(line.dropFirst())))
    }
  }
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
    let root = Fixtures.names(in: Fixtures.root)
    let docs = Fixtures.names(in: Fixtures.root.appending(path: "docs")).map { "docs/" + $0 }
    return (root + docs).filter { $0.hasSuffix(".md") }.map { DocsPage(path: $0) }
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
enum Program {
  /// What a command's help names.
  struct Help {
    var subcommands: [String]
    var options: Set<String>
  }

  /// The help of every command, by its words.
  static func helps() throws -> [[String]: Help] { try known.get() }

  private static let known = Result {
    let place = try Workplace()
    var helps: [[String]: Help] = [:]
    var waiting: [[String]] = [[]]
    while let command = waiting.popLast() {
      let help = try help(command, in: place)
      helps[command] = help
      waiting += help.subcommands.map { command + [$0] }
    }
    return helps
  }

  private static func help(_ command: [String], in place: Workplace) throws -> Help {
    let text = try place.run(command + ["--help"], environment: ["COLUMNS": "80"]).output
    let list = text.split(separator: "\nSUBCOMMANDS:\n").dropFirst().first ?? ""
    return Help(
      subcommands: list.matches(of: /(?m)^  ([a-z][a-z-]*)/).map { String($0.1) },
      options: Set(text.matches(of: /(?:^|[\s,\[])(--?[a-zA-Z][a-z-]*)/).map { String($0.1) }))
  }
}
