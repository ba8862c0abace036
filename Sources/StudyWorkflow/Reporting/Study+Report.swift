import Reports
import StudyModel
import StudyStore

extension Study {
  /// Makes a report: the only way to have one.
  ///
  /// For other eyes than the researcher's it is published, and kept as an edition, unless it is a draft.
  ///
  /// - Parameters:
  ///   - request: Which report, for whom, and as what it goes out.
  ///   - home: Where the frameworks that ship are.
  ///   - files: Where it will be written; looked at, and the folder made, before anything is kept.
  /// - Returns: The report, of which nothing is written yet.
  /// - Throws: `EditionRefusal`, with nothing kept, where it would tell of a few people beside an earlier
  ///   edition; `Failure` where the study has not what is asked for, or its files would take the place
  ///   of another edition; `StudyFileError`; `CancellationError`.
  public func report(
    _ request: ReportRequest, home: Home, into files: ReportFiles? = nil
  ) throws -> FinishedReport {
    let made = try read { try $0.made(request, home) }
    func finished() throws -> FinishedReport {
      try finish(
        made.report, request.subject, made.seen,
        as: request.publication, time: request.time)
    }
    guard let files else { return try finished() }
    let name = ReportName(request.subject, for: request.audience)
    let wanted = FinishedReport(
      made.report, named: name, as: request.publication == .draft ? .draft : .own,
      isOnPurpose: request.publication.isOnPurpose)
    try files.refuse(
      try files.others(than: wanted), before: wanted, of: try file.read { try $0.editions() })
    return try files.inFolder(finished)
  }

  /// Lets a report go out: keeps it as an edition where it is for other eyes and no draft.
  func finish(
    _ report: SignedReport, _ subject: ReportSubject,
    _ seen: SeenResults?, as publication: Publication, time: String
  ) throws -> FinishedReport {
    let audience = report.eyes.audience
    var standing: FinishedReport.Standing = publication == .draft ? .draft : .own
    if let seen, let hash = report.hash {
      let published = PublishedReport(
        subject: subject.in(phase: report.content.phase), audience: audience, hash: hash)
      if let edition = try publish(published, on: seen.basis, as: publication, time: time) {
        standing = .edition(edition)
      }
    }
    return FinishedReport(
      report, named: ReportName(subject, for: audience), as: standing,
      isOnPurpose: publication.isOnPurpose)
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
  /// A report and, where it is for other eyes, what it was made from.
  fileprivate typealias Made = (report: SignedReport, seen: SeenResults?)

  fileprivate func made(_ request: ReportRequest, _ home: Home) throws -> Made {
    switch request.subject {
    case .health(let caseID, let phase): try health(of: caseID, phase: phase, request)
    case .comparison(let phase, let order): try comparison(phase: phase, order: order, request)
    case .agreement(let day, let plan): try agreement(asOf: day, plan: plan, request)
    case .methods(let plan): try methods(plan: plan, request, home)
    }
  }

  private func health(of caseID: String, phase: String?, _ request: ReportRequest) throws -> Made {
    let eyes: Eyes =
      switch request.audience {
      case .researcher: .researcher
      case .workingGroup: .workingGroup
      case .convenor: .convenor(of: caseID)
      }
    let results = try results(request, for: eyes, quoting: .oneCase(caseID))
    if let phase { try results.require(phase: phase) }
    try results.require(case: caseID)
    let seen = results.seen()
    do {
      return (try seen.signedHealth(of: caseID, phase: phase), seen)
    } catch let refusal as HealthReport.Refusal {
      throw Failure(refusal, cases: seen.input.cases.map(\.id))
    }
  }

  private func comparison(
    phase: String?, order: String?, _ request: ReportRequest
  ) throws -> Made {
    let eyes = try eyes(of: request.audience, toSee: "The comparison")
    try requireComparable()
    let results = try results(request, for: eyes, quoting: .nobody)
    if let order { try results.require(attribute: order) }
    if let phase { try results.require(phase: phase) }
    let seen = results.seen(order: order)
    return (seen.signedComparison(phase: phase), seen)
  }

  private func agreement(
    asOf day: String?, plan: StudyAgreement.Plan, _ request: ReportRequest
  ) throws -> Made {
    let eyes = try eyes(of: request.audience, toSee: "The agreement report")
    let input = try agreementInput(by: eyes, date: request.day, asOf: day, plan: plan)
    guard !eyes.seeEverything else {
      return (
        SignedReport(content: ReportContent(AgreementReport(input)), eyes: eyes, hash: nil), nil
      )
    }
    let seen = try results(request, for: eyes, quoting: .nobody).seen()
    return (seen.signed(input), seen)
  }

  private func methods(
    plan: StudyAgreement.Plan, _ request: ReportRequest, _ home: Home
  ) throws -> Made {
    let eyes = try eyes(of: request.audience, toSee: "The methods report")
    let methods = try StudyMethods(
      self, for: eyes, rule: request.rule, date: request.day, plan: plan, home: home)
    let seen = methods.seen()
    return (seen.results.signed(seen.methods), seen.results)
  }

  private func results(
    _ request: ReportRequest, for eyes: Eyes, quoting: Quoting
  ) throws -> StudyResults {
    try results(
      for: eyes, rule: request.rule, date: request.day, seed: request.seed,
      quoting: quoting)
  }
}
