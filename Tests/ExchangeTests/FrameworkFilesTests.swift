import Exchange
import Foundation
import StudyModel
import Testing

@Suite("The files of a framework")
struct FrameworkFilesTests {
  /// What is said about the small framework with a file put in place of another, or beside it.
  private func messages(with name: String, _ text: String, folder: String? = nil) throws -> [String]
  {
    let others = try SmallFramework.files().files.filter { $0.name != name }
    let files = FrameworkFiles(others + [.init(name: name, text: text)])
    return FrameworkReader.read(files, folder: folder).diagnostics.map(\.text)
  }

  @Test("A folder with another name than the framework's is an error")
  func folderName() throws {
    let reading = FrameworkReader.read(try SmallFramework.files(), folder: "smal", as: "x/smal")
    #expect(
      reading.diagnostics.map(\.text) == [
        #"x/smal/framework.yaml:1, key "id": error: the framework "small" lies in a folder "smal". "#
          + #"Either name the folder "small", or write "smal" as the id. [FRAMEWORK-007]"#
      ])
  }

  @Test("A misspelt file is an error that names the nearest; its content is not passed over")
  func misspeltFile() throws {
    let said = try messages(with: "finding.yaml", "")
    #expect(
      said == [
        #"error: "finding.yaml" is no file of a framework. "#
          + #"Name it "findings.yaml", or take it out. [FRAMEWORK-006]"#
      ])
  }

  @Test("A folder without framework.yaml says so once")
  func missingFile() throws {
    let files = FrameworkFiles(
      try SmallFramework.files().files.filter { $0.name != "framework.yaml" })
    #expect(
      FrameworkReader.read(files).diagnostics.map(\.text) == [
        "framework.yaml: error: the file is missing. "
          + "Add it: it holds the framework's id, title and constructs. [FRAMEWORK-006]"
      ])
  }

  @Test("A folder that is not there says so")
  func missingFolder() {
    let reading = FrameworkReader.read(folder: URL(filePath: "/no/such/folder"))
    #expect(reading.framework == nil)
    #expect(
      reading.diagnostics.map(\.text) == [
        "/no/such/folder: error: the folder cannot be read. Check that it is there. [FRAMEWORK-006]"
      ])
  }

  @Test("An empty file is an error")
  func emptyFile() throws {
    #expect(
      try messages(with: "tables.yaml", "# nothing yet") == [
        "tables.yaml:1: error: a file is written with keys, and here is nothing. "
          + "Write keys with values. [FRAMEWORK-005]"
      ])
  }

  @Test("Aliases that stand for very many values end in an error, soon")
  func aliases() throws {
    let lists = (1..<40).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(
      try messages(with: "tables.yaml", "tables:\n  - &a0 x\n" + lists) == [
        "tables.yaml: error: the file holds too many values, or nests them too deeply. "
          + "Write out what aliases repeat, in fewer and flatter parts. [FRAMEWORK-001]"
      ])
  }

  @Test("A control character is an error on its line")
  func controlCharacter() throws {
    #expect(
      try messages(with: "tables.yaml", "tables:\n  - id: \"a\u{1}b\"\n") == [
        "tables.yaml:2: error: this is not YAML: control characters are not allowed. "
          + "Remove the character, or write it as an escape in double quotes. [FRAMEWORK-001]"
      ])
  }

  @Test("Everything that is wrong is said in one run, file by file and line by line")
  func everything() throws {
    let files = FrameworkFiles(
      try SmallFramework.files().files.map { file in
        var text = file.text
        for (old, new) in [
          ("name: Fitness", "nmae: Fitness"), ("minutes: 30", "minutes: long"),
          ("below: 50}", "below: fifty}"), ("[Winter, \"\"]", "[Winter]"),
          ("kind: practice\n    levels: group", "kind: practice\n    levels: groups"),
        ] {
          text = text.replacingOccurrences(of: old, with: new)
        }
        return .init(name: file.name, text: text)
      })
    let places = FrameworkReader.read(files).diagnostics.map {
      "\($0.place.file ?? ""):\($0.place.row ?? 0) \($0.place.column ?? "")"
    }
    #expect(
      places == [
        "framework.yaml:31 name", "framework.yaml:32 nmae", "framework.yaml:51 levels",
        "guides.yaml:5 minutes", "findings.yaml:22 below", "tables.yaml:8 rows",
      ])
  }
}
