import Reports
import StudyModel
import StudyStore

extension StudySnapshot {
  /// The eyes of an audience, for what tells of all cases.
  ///
  /// - Parameters:
  ///   - audience: Who reads.
  ///   - what: What is read, such as `The comparison`.
  /// - Returns: The eyes.
  /// - Throws: `Failure` for a convenor where there are several cases: a convenor sees one.
  func eyes(of audience: Audience, toSee what: String) throws -> Eyes {
    switch audience {
    case .researcher: return .researcher
    case .workingGroup: return .workingGroup
    case .convenor:
      let cases = try cases()
      guard cases.count < 2 else {
        throw Failure(
          .data, .severalCasesForConvenor,
          "\(what) tells of all \(cases.count) cases, and a convenor sees no case but his or her own",
          remedy:
            "Make it for the researcher or the working group. The health report of a case is the convenor's."
        )
      }
      return .convenor(of: cases.first?.id ?? "")
    }
  }
}
