import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

/// What every report can be asked for with.
struct ReportOptions: ParsableArguments {
  @OptionGroup var study: StudyOptions

  @Option(
    name: .customLong("for"),
    help:
      "Whose eyes it is for: researcher, convenor or working-group; otherwise those the report is made for. What is hidden depends on it."
  )
  var audience: Audience?

  @Option(
    help:
      "The seed of what is drawn for the researcher, such as the interval of health; otherwise 1.")
  var seed: UInt64?

  @Flag(
    help:
      "Write a draft: marked on every sheet, and no edition is kept. For looking, not for giving."
  )
  var draft = false

  @Option(
    help:
      "Publish although only a few people came or went since an edition, for a reason that is kept."
  )
  var republish: String?

  func validate() throws {
    guard !draft || republish == nil else {
      throw ValidationError("A draft is not published: write --draft or --republish.")
    }
  }

  /// What is asked for.
  func request(_ subject: ReportSubject) throws -> ReportRequest {
    let publication: Publication =
      if let republish { .republished(republish) } else { draft ? .draft : .edition }
    let request = try ReportRequest(subject, for: audience, as: publication, time: Clock.now)
    return try seed.map(request.drawn) ?? request
  }
}

/// How much of a health report is written.
enum LengthChoice: String, ExpressibleByArgument, CaseIterable {
  case brief, full, both, members

  /// What it stands for.
  var lengths: Set<ReportLength> {
    switch self {
    case .brief: [.brief]
    case .full: [.full]
    case .both: ReportLength.usual
    case .members: [.members]
    }
  }
}

/// Of which phase.
struct PhaseOption: ParsableArguments {
  @Option(
    help:
      "The phase; otherwise the last one that has evidence. 'no phase stated' is the evidence without one."
  )
  var phase: String?
}

/// By which rule several coders' codings stand.
struct ConsensusOption: ParsableArguments {
  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority
}

/// The formats that are asked for, as they are written on the command line.
struct FormatList {
  let formats: Set<ReportFormat>

  init(formats: Set<ReportFormat>) { self.formats = formats }

  init(parsing text: String) throws {
    formats = Set(
      try text.split(separator: ",").map { name in
        guard let known = ReportFormat(rawValue: String(name)) else {
          throw ValidationError("'\(name)' is no format: write \(Self.names).")
        }
        return known
      })
    guard !formats.isEmpty else {
      throw ValidationError("--format names no format: write \(Self.names).")
    }
  }

  private static let names = Words.list(ReportFormat.allCases.map(\.rawValue), and: "or")
}

/// As what files a report is written, and where.
struct FileOptions: ParsableArguments {
  @Option(
    help:
      "Formats, with commas between: html, md, csv, json, docx (for Word, through pandoc), tex (its tables, for LaTeX), svg or png (each figure drawn, a file). (default: html)",
    transform: FormatList.init(parsing:)
  )
  var format = FormatList(formats: [.html])

  @Option(help: "The folder to write into.")
  var out = "reports"

  @Flag(help: "Write every table of figures open: what is closed is not printed.")
  var openTables = false

  @Flag(help: "Print the page as PDF too, through an installed Chromium or WeasyPrint.")
  var pdf = false

  @Flag(
    help:
      "Replace files of the report's name that are no reports, and those of another edition of it, in whatever format."
  )
  var force = false

  @OptionGroup var home: HomeOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !openTables || !formats.isDisjoint(with: [.html, .docx]) else {
      throw ValidationError("--open-tables is for pages: name html or docx with --format.")
    }
  }

  /// The formats that are asked for: what is printed as PDF is a page first.
  private var formats: Set<ReportFormat> { pdf ? format.formats.union([.html]) : format.formats }

  /// Those that are written: in place of what cannot be made here, the page.
  private var written: Set<ReportFormat> {
    let possible = formats.filter { $0.isMissing == nil }
    return possible == formats ? formats : possible.union([.html])
  }

  /// Makes a report of a study, writes it and tells where it is.
  func write(_ request: ReportRequest, of options: StudyOptions) throws {
    try end([try writer(for: request.audience).write(request, of: options)])
  }

  /// Makes several reports of a study and writes each that can be; why others cannot is told after all.
  func write(_ requests: [ReportRequest], of options: StudyOptions) throws {
    guard let first = requests.first else { throw Failure.noCases }
    let writer = try writer(for: first.audience)
    var written: [Written] = []
    var failures: [Failure] = []
    for request in requests {
      do {
        written.append(try writer.write(request, of: options))
      } catch let error as any Failing where error.failure.kind != .fault {
        failures.append(error.failure)
      }
    }
    try end(written, failures)
  }

  /// Tells what was written, and what could not be.
  private func end(_ written: [Written], _ failures: [Failure] = []) throws {
    let failures = failures + Set(formats.compactMap(\.isMissing))
    guard let worst = failures.first(where: { $0.kind != .held }) ?? failures.first else {
      return tell(written)
    }
    // What was written, and kept as an edition, is told all the same.
    if answer.json {
      for path in written.flatMap(\.paths) { Output.say(path) }
    } else {
      tell(written)
    }
    throw Failure(worst.kind, failures.flatMap(\.diagnostics))
  }

  private func writer(for audience: Audience) throws -> Writer {
    let home = try home.find()
    let files = try ReportFiles(
      folder: out, home: home, for: audience, formats: self.written, openTables: openTables,
      printing: pdf, replacesAll: force)
    try files.check()
    return Writer(files: files, home: home, isPrinting: pdf)
  }

  /// A report that was written, with what was printed of it.
  private struct Written {
    let report: WrittenReport
    let paths: [String]
    let request: ReportRequest
  }

  /// Writes one report after the other into a folder.
  private struct Writer {
    let files: ReportFiles
    let home: Home
    let isPrinting: Bool

    func write(_ request: ReportRequest, of options: StudyOptions) throws -> Written {
      let written = try options.open(for: request).write(request, home: home, into: files)
      let printed = isPrinting ? try files.print(written.report) : []
      return Written(
        report: written, paths: written.files + printed, request: request)
    }
  }

  private func tell(_ written: [Written]) {
    let replaced = written.flatMap(\.report.replaced)
    if answer.json {
      let editions = written.compactMap { $0.report.report.edition?.id }
      Output.answer(
        .files(
          written.flatMap(\.paths), replaced: replaced,
          edition: written.count == 1 ? editions.first : nil))
      return
    }
    for one in written {
      Output.results(one.paths)
      Self.say(replaced: one.report.replaced, by: one.report.report)
      Self.say(one.report.report, asked: one.request)
    }
  }

  /// Tells what of another edition or draft the report took the place of.
  private static func say(replaced: [String], by report: FinishedReport) {
    guard !replaced.isEmpty else { return }
    let what = report.standing == .draft ? "an earlier draft" : "another edition"
    Output.say("Replaced or removed, as of \(what): \(replaced.joined(separator: ", ")).")
  }

  /// Tells what a report for others is: kept, so that it binds what may be published later, or a draft.
  private static func say(_ report: FinishedReport, asked request: ReportRequest) {
    switch report.standing {
    case .own: break
    case .draft: Output.say("A draft, to look at and not to hand on: no edition is kept.")
    case .edition(let edition):
      let eyes = request.audience.rawValue.replacing("-", with: " ")
      Output.say(
        "Kept as edition \(edition.id), for the \(eyes): from now on a report that rests on a few people more or fewer waits ('covalence editions' lists them)."
      )
      if case .republished = request.publication, edition.entry.republished == nil {
        Output.say("It could go out as it is, so the reason was not needed and is not kept.")
      }
    }
  }
}

/// How cases are ordered and grouped.
struct ArrangementOptions: ParsableArguments {
  @Option(help: "The attribute by which cases are ordered.")
  var order: String?

  @Option(help: "The attribute by which cases are grouped; otherwise the one they are ordered by.")
  var groupBy: String?

  var arranged: CaseArrangement { CaseArrangement(order: order, groupBy: groupBy) }
}

/// What reports on all cases, side by side, can be asked for with.
struct CasesOptions: ParsableArguments {
  @OptionGroup var report: ReportOptions
  @OptionGroup var phase: PhaseOption

  @OptionGroup var arrangement: ArrangementOptions
  @OptionGroup var consensus: ConsensusOption
  @OptionGroup var files: FileOptions

  /// Makes the report of a phase, arranged, and writes it.
  func write(_ subject: (_ phase: String?, CaseArrangement) -> ReportSubject) throws {
    var request = try report.request(subject(phase.phase, arrangement.arranged))
    request.rule = consensus.consensus
    try files.write(request, of: report.study)
  }
}
