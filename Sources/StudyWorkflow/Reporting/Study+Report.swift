import Reports
import StudyModel
import StudyStore

extension Study {
  /// Makes a report, to be shown or sent.
  ///
  /// This and ``write(_:home:into:)`` are the only ways to have one. For other eyes than the researcher's
  /// it is published, and kept as an edition, unless it is a draft.
  ///
  /// - Parameters:
  ///   - request: Which report, for whom, and as what it goes out.
  ///   - home: Where the frameworks that ship are.
  /// - Returns: The report, of which nothing is written yet.
  /// - Throws: `EditionRefusal`, with nothing kept, where it would tell of a few people beside an earlier
  ///   edition; `Failure` where the study has not what is asked for; `StudyFileError`;
  ///   `CancellationError`.
  public func report(_ request: ReportRequest, home: Home) throws -> FinishedReport {
    let made = try read { try $0.made(request, home) }
    return FinishedReport(
      standing: try standing(of: made, request), forms: ReportForms(made, request))
  }

  /// Makes a report and writes its files.
  ///
  /// What is to be written and what goes is settled before anything is kept, and the folder made; so an
  /// edition is kept of no report whose files may not lie there.
  ///
  /// - Parameters:
  ///   - request: Which report, for whom, and as what it goes out.
  ///   - home: Where the frameworks that ship are.
  ///   - files: Where it is written, and as what.
  /// - Returns: The report, with its files.
  /// - Throws: What ``report(_:home:)`` throws; `Failure` where its files would take the place of another
  ///   edition; `FileError` where a file cannot be written or is no report of this name.
  public func write(
    _ request: ReportRequest, home: Home, into files: ReportFiles
  ) throws -> WrittenReport {
    let made = try read { try $0.made(request, home) }
    let forms = ReportForms(made, request)
    let plan = try files.plan(forms)
    // People first: that a folder holds another edition is soon mended, and what it would tell is not.
    if plan.isRefused, case .forOthers(let content, let hash, let basis) = made {
      try judge(
        PublishedReport(subject: request.subject.in(phase: content.phase), hash: hash), on: basis,
        time: request.time)
    }
    try plan.refuse(of: try file.read { try $0.editions() })
    return try files.inFolder {
      let report = FinishedReport(standing: try standing(of: made, request), forms: forms)
      return WrittenReport(
        report: report, files: try plan.carryOut(), replaced: plan.others.map(\.path))
    }
  }

  /// As what a report goes out: for other eyes, and no draft, as an edition, which is kept.
  private func standing(
    of report: SignedReport, _ request: ReportRequest
  ) throws -> FinishedReport.Standing {
    let reason: String?
    switch request.publication {
    case .draft: return .draft
    case .edition: reason = nil
    case .republished(let given): reason = given
    }
    switch report {
    case .own: return .own
    case .forOthers(let content, let hash, let basis):
      let published = PublishedReport(subject: request.subject.in(phase: content.phase), hash: hash)
      return .edition(try publish(published, on: basis, for: reason, time: request.time))
    }
  }

  /// Opens a study for a report: to change it where the study keeps the report as an edition.
  ///
  /// - Parameters:
  ///   - path: The study.
  ///   - request: The report that will be asked for.
  ///   - notice: Told once where another program has to be waited for.
  /// - Returns: The study.
  /// - Throws: `StudyFileError`; `Failure` where the edition could not be kept, with what to do.
  public static func open(
    _ path: String, for request: ReportRequest, notice: (@Sendable () -> Void)? = nil
  ) throws -> Study {
    guard request.isKept else { return try open(path, notice: notice) }
    do {
      return try open(path, for: .writing, notice: notice)
    } catch {
      throw notKept(error)
    }
  }
}

extension StudySnapshot {
  /// The report that is asked for, with what it stands on.
  fileprivate func made(_ request: ReportRequest, _ home: Home) throws -> SignedReport {
    switch request.subject {
    case .health(let caseID, let phase): try health(of: caseID, phase: phase, request)
    case .comparison(let phase, let arranged):
      try comparison(phase: phase, arranged: arranged, request)
    case .agreement(let day, let plan):
      try agreement(asOf: day, plan: plan ?? .init(seed: request.seed), request)
    case .methods(let plan): try methods(plan: plan ?? .init(seed: request.seed), request, home)
    case .tables(let phase, let arranged):
      try tables(phase: phase, arranged: arranged, request, home)
    }
  }

  private func health(
    of caseID: String, phase: String?, _ request: ReportRequest
  ) throws -> SignedReport {
    try require(case: caseID)
    guard request.audience != .researcher || !request.lengths.contains(.members) else {
      throw Failure(
        .usage, .membersOfOwn,
        "What members are told is handed on, and a report for the researcher hides nothing",
        remedy: "Make it for the convenor.")
    }
    let eyes = try eyes(of: request.audience, toSee: .one(caseID))
    let results = try results(request, for: eyes, quoting: .oneCase(caseID))
    if let phase { try results.require(phase: phase) }
    do {
      return try results.seen().signedHealth(of: caseID, phase: phase, on: request.day)
    } catch let nothing as HealthReport.NoScores {
      throw Failure(
        .data, .noScores,
        "Case \"\(caseID)\" has no scores\(nothing.phase.map { " in phase \"\($0)\"" } ?? "")",
        remedy: phase == nil ? "Bring in its evidence first." : "Name another phase, or none.",
        found: caseID)
    }
  }

  private func comparison(
    phase: String?, arranged: CaseArrangement, _ request: ReportRequest
  ) throws -> SignedReport {
    let eyes = try eyes(of: request.audience, toSee: .all("The comparison"))
    try requireComparable()
    let results = try results(request, for: eyes, quoting: .nobody)
    try results.require(arranged)
    if let phase { try results.require(phase: phase) }
    return results.seen(arranged: arranged, comparing: true).signedComparison(
      phase: phase, on: request.day)
  }

  private func agreement(
    asOf day: String?, plan: StudyAgreement.Plan, _ request: ReportRequest
  ) throws -> SignedReport {
    let input = try agreementInput(of: agreementMaterial(asOf: day), asOf: day, plan: plan)
    let facts = StudyFacts(
      try names(), hash: PageHash(ofStudy: try contentDigest()), toolVersion: toolVersion,
      date: request.day)
    return .own(ReportContent(AgreementReport(input, on: facts)))
  }

  private func methods(
    plan: StudyAgreement.Plan, _ request: ReportRequest, _ home: Home
  ) throws -> SignedReport {
    let eyes = try eyes(of: request.audience, toSee: .all("The methods report"))
    let methods = try StudyMethods(
      self, for: eyes, rule: request.rule, plan: plan, home: home)
    let seen = methods.seen()
    return seen.results.signed(seen.methods, on: request.day)
  }

  private func tables(
    phase: String?, arranged: CaseArrangement, _ request: ReportRequest, _ home: Home
  ) throws -> SignedReport {
    let eyes = try eyes(of: request.audience, toSee: .all("A set of tables"))
    try requireComparable()
    let methods = try StudyMethods(
      self, for: eyes, rule: request.rule, plan: .init(seed: request.seed), home: home)
    try methods.results.require(arranged)
    if let phase { try methods.results.require(phase: phase) }
    let seen = methods.seen(arranged: arranged, comparing: true)
    return seen.results.signedTables(seen.methods, phase: phase, on: request.day)
  }

  private func results(
    _ request: ReportRequest, for eyes: Eyes, quoting: Quoting
  ) throws -> StudyResults {
    try results(
      for: eyes, rule: request.rule, seed: request.seed,
      quoting: quoting)
  }
}
