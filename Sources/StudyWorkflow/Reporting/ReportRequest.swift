public import StudyModel

/// A report that is asked for: of what, for whose eyes, and as what it goes out.
public struct ReportRequest: Sendable, Hashable {
  /// Of what.
  public let subject: ReportSubject
  /// For whose eyes.
  public let audience: Audience
  /// As what it goes out; of the researcher's own, whether it is a draft.
  public let publication: Publication
  /// When, in ISO 8601; its day is that of the report.
  public let time: String
  /// When codings of several coders stand.
  public var rule: ConsensusRule = .majority
  /// How much of a health report is written as pages; other reports have one length.
  public var lengths = ReportLength.usual
  /// The seed of what is drawn.
  public private(set) var seed: UInt64 = 1

  /// Asks for a report.
  ///
  /// - Parameters:
  ///   - subject: Of what.
  ///   - audience: For whose eyes; nil for those it is made for.
  ///   - publication: As what it goes out.
  ///   - time: When, in ISO 8601.
  /// - Throws: `Failure` where it tells others how coders agree, is to be published all the same without a
  ///   reason, or is for the researcher, whose reports are not published.
  public init(
    _ subject: ReportSubject, for audience: Audience? = nil,
    as publication: Publication = .edition, time: String
  ) throws {
    self.subject = subject
    self.audience = audience ?? subject.usualAudience
    self.publication = publication
    self.time = time
    switch subject {
    case .agreement where self.audience != .researcher:
      throw Failure(
        .usage, .agreementForOthers,
        "How coders agree is for the researcher: beside the words on interviews it would tell of single ones",
        remedy: "Make it for the researcher alone.")
    case .methods(.some) where self.audience != .researcher:
      throw Failure(
        .usage, .agreementForOthers,
        "Intervals of agreement, and what they are drawn with, are for the researcher",
        remedy: "Leave replicates, width and seed away, or make it for the researcher alone.")
    case .agreement, .methods, .tables, .health, .comparison: break
    }
    guard case .republished(let reason) = publication else { return }
    guard self.audience != .researcher else {
      throw Failure(
        .usage, .needlessReason, "A report for the researcher is not published",
        remedy: "Leave the reason away, or say for whom else it is.")
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Failure(
        .usage, .needlessReason,
        "A report is published all the same for a reason, and none is given",
        remedy: "Give the reason, which is kept with the edition.")
    }
  }

  /// The same, drawn with another seed.
  ///
  /// - Throws: `Failure` where it is for others: what they are told of health is rounded, and with each further seed it
  ///   would be less so.
  public func drawn(with seed: UInt64) throws -> ReportRequest {
    guard audience == .researcher || seed == self.seed else {
      throw Failure(
        .usage, .seedForOthers,
        "What others read is always drawn with seed \(self.seed): with each further one it would tell more",
        remedy: "Leave the seed away, or make it for the researcher.")
    }
    var request = self
    request.seed = seed
    return request
  }

  /// Whether the study keeps it, so that it must be open to be changed.
  public var isKept: Bool { audience != .researcher && publication != .draft }

  /// The day of the report.
  var day: String { String(time.prefix(10)) }
}
