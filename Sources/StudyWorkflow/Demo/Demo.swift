import Exchange
import FileFormats
import Foundation
import Reports
import StudyModel
import StudyStore

/// Builds the studies that ship, scores them and writes every report.
public struct Demo: Sendable {
  /// What was written for a study.
  public struct Outcome: Sendable {
    /// The study's title.
    public var title: String
    /// The study file.
    public var study: String
    /// The reports.
    public var files: [String]

    /// Creates an outcome.
    public init(title: String, study: String, files: [String]) {
      (self.title, self.study, self.files) = (title, study, files)
    }
  }

  private let home: Home
  private let folder: String
  private let time: String

  /// Prepares a demo that writes into a folder.
  public init(home: Home, folder: String, time: String) {
    self.home = home
    self.folder = folder
    self.time = time
  }

  /// The layouts in the order in which files of a study folder come in.
  private static let order: [Layout] = [
    .cases, .participants, .phases, .sources, .codings, .adjudications, .survey, .invited, .events,
    .partners,
  ]

  /// Runs it, telling each step.
  ///
  /// Everything is made in a folder beside and then brought in; a study or report at its place that
  /// somebody changed stays, and then nothing is brought in.
  ///
  /// - Throws: `Failure`, `StudyFileError`.
  public func run(_ tell: (String) -> Void) throws -> [Outcome] {
    let names = try FileManager.default.contentsOfDirectory(atPath: home.data.path).sorted()
    let studies = names.filter { name in
      FileManager.default.fileExists(atPath: home.data.appending(path: "\(name)/study.yaml").path)
    }
    let making = try makePlace(studies)
    defer { making.remove() }
    var outcomes: [Outcome] = []
    for name in studies {
      tell("\(name):")
      let source = home.data.appending(path: name)
      let made = making.file(name)
      let study = try build(source, at: "\(made)/\(name).covalence", tell)
      let files = try reports(study, into: made).map {
        "\(folder)/\(name)/\(URL(filePath: $0).lastPathComponent)"
      }
      tell("  \(files.count) reports in \(folder)/\(name)")
      let title = try study.read { try $0.names().title }
      try DemoStudyMark.put(on: study.file)
      try study.file.close()
      outcomes.append(
        Outcome(title: title, study: "\(folder)/\(name)/\(name).covalence", files: files))
    }
    let folders = studies.map {
      DemoFolder(folder: "\(folder)/\($0)", made: making.file($0), study: "\($0).covalence")
    }
    for folder in folders { try folder.check() }
    for folder in folders { try folder.bringIn() }
    return outcomes
  }

  /// Makes the folders of the demo and one beside them with the same names.
  private func makePlace(_ names: [String]) throws -> PrivateFolder {
    func failure(_ reason: String) -> Failure {
      Failure(
        .cannotWrite, .reportFolder, "The folder \(folder) cannot be made: \(reason)",
        remedy: "Choose another.", place: .init(file: folder))
    }
    do {
      for name in names { try OutputFolder.make("\(folder)/\(name)", for: .owner) }
      let making = try PrivateFolder(.demo, in: folder)
      for name in names { try OutputFolder.make(making.file(name), for: .owner) }
      return making
    } catch let error as PrivateFolder.Failure {
      throw failure(error.text)
    } catch let error as FileError {
      throw failure(error.message)
    }
  }

  /// Makes a study from a folder with `study.yaml` and the layouts' files.
  private func build(_ source: URL, at path: String, _ tell: (String) -> Void) throws -> Study {
    let declared = source.appending(path: "study.yaml").path
    let facts = try ColumnMap.read(declared)
    guard let id = facts["framework"], let title = facts["title"] else {
      throw Self.incomplete(declared)
    }
    let framework = try home.framework(id)
    let description = StudyDescription(
      title: title, isSimulated: facts["simulated"] == "true", citation: facts["citation"] ?? "",
      note: facts["note"] ?? "")
    // Examples carry the day the sample names, so that they are the same whenever they are made.
    let time = facts["date"].map { "\($0)T00:00:00Z" } ?? time
    let manager = FileManager.default
    let study = try Study.create(
      path, framework: framework, as: description, facts: facts, time: time)
    // Samples that ship are simulated and the same bytes whenever they are made; their secret, unlike
    // that of any other study, may be known.
    try study.file.setSecret(
      SHA256.digest(of: Array("sample \(source.lastPathComponent) \(framework.sha256)".utf8)))
    for layout in Self.order {
      let file = source.appending(path: "\(layout.rawValue).csv")
      guard manager.fileExists(atPath: file.path) else { continue }
      let report = try FileImport(layout, file.path, time: time).task.run(in: study)
      guard report.ending == .imported else { throw DiagnosticsError(report.diagnostics) }
      tell("  \(report.entry.rowsKept) rows of \(layout.rawValue)")
    }
    return study
  }

  private static func incomplete(_ file: String) -> Failure {
    Failure(
      .data, .noSuchFramework, "\(file) names no framework or has no title",
      remedy: "Write both, as title: TEXT and framework: ID.", place: .init(file: file))
  }

  /// A health report a case for the convenor, the comparison for the working group, the methods,
  /// and the researcher's version of what is not of one case.
  private func reports(_ study: Study, into folder: String) throws -> [String] {
    let files = try ReportFiles(
      folder: folder, home: home, formats: [.html, .md, .csv, .json])
    let pages = try ReportFiles(folder: folder, home: home, formats: [.html])
    let (cases, hasAgreement, day) = try study.read { snapshot in
      (
        try snapshot.cases().map(\.id), try !snapshot.agreementMaterial().entries.isEmpty,
        try snapshot.fact("date") ?? String(time.prefix(10))
      )
    }
    var asked: [(ReportSubject, Audience, ReportFiles)] = cases.map {
      (.health(caseID: $0), .convenor, files)
    }
    asked += [(.comparison(), .workingGroup, files), (.comparison(), .researcher, pages)]
    if hasAgreement { asked.append((.agreement(), .researcher, files)) }
    asked += [(.methods(), .workingGroup, files), (.methods(), .researcher, files)]
    return try asked.flatMap { subject, audience, files in
      let request = try ReportRequest(subject, for: audience, time: "\(day)T00:00:00Z")
      return try study.write(request, home: home, into: files).files
    }
  }
}
