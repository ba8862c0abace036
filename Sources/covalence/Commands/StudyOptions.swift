import ArgumentParser
import Foundation
import StudyModel
import StudyWorkflow

/// Which study a command works on.
struct StudyOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "The study. Otherwise COVALENCE_STUDY, or the only *.covalence in the folder.")
  var study: String?

  /// The path of the study.
  func path() throws -> String {
    if let study {
      guard !study.isEmpty else { throw ValidationError("--study names no file.") }
      return study
    }
    if let named = ProcessInfo.processInfo.environment["COVALENCE_STUDY"], !named.isEmpty {
      return named
    }
    let here = try FileManager.default.contentsOfDirectory(atPath: ".")
    let studies = here.filter { $0.hasSuffix(".covalence") }.sorted()
    if let only = studies.first, studies.count == 1 { return only }
    throw studies.isEmpty
      ? Failure(
        .missing, .noStudyNamed, "No study was named and there is none in this folder",
        remedy: "Name one with --study, or make one with 'covalence init'.")
      : Failure(
        .missing, .noStudyNamed,
        "There are \(studies.count) studies in this folder (\(Words.quoted(studies)))",
        remedy: "Name one with --study.")
  }

  /// Opens the study to read it, and says so where that has to wait for another program.
  func open() throws -> Study { try open(for: .reading) }

  /// Opens the study to change it.
  func openToChange() throws -> Study { try open(for: .writing) }

  /// Opens the study for a report, to change it where the report is kept.
  func open(for request: ReportRequest) throws -> Study {
    let path = try path()
    return try Study.open(path, for: request, notice: Self.notice(path))
  }

  private func open(for purpose: StudyPurpose) throws -> Study {
    let path = try path()
    return try Study.open(path, for: purpose, notice: Self.notice(path))
  }

  private static func notice(_ path: String) -> @Sendable () -> Void {
    { Output.say("\(path) is being written by another program. Waiting.") }
  }
}

/// Where the program's own data are.
struct HomeOptions: ParsableArguments {
  @Option(help: "The folder with instruments/, data/ and reports/templates/.")
  var home: String?

  func find() throws -> Home { try Home.find(told: home) }
}

/// How the answer is given.
struct AnswerOptions: ParsableArguments {
  @Flag(help: "Answer with one JSON object.")
  var json = false
}

/// The time and day written into a study or report.
enum Clock {
  /// Now in ISO 8601, or what `COVALENCE_NOW` says, so that the same work gives the same bytes.
  static var now: String {
    if let told = ProcessInfo.processInfo.environment["COVALENCE_NOW"], !told.isEmpty {
      return told
    }
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime]
    return format.string(from: Date())
  }

  /// The same in seconds since 1970.
  static var seconds: Int {
    let told = ISO8601DateFormatter().date(from: now)
    return Int((told ?? Date()).timeIntervalSince1970)
  }
}
