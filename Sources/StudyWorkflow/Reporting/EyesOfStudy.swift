import Reports
import StudyModel
import StudyStore

/// Of which cases something tells.
enum ToldCases {
  /// Of one.
  case one(String)
  /// Of all; with what does so, such as `The comparison`.
  case all(String)
}

extension StudySnapshot {
  /// The eyes of an audience for what tells of some cases.
  ///
  /// - Parameters:
  ///   - audience: Who reads.
  ///   - told: Of which cases is told.
  /// - Returns: The eyes.
  /// - Throws: `Failure` for a convenor where all of several cases are told of: a convenor sees one.
  func eyes(of audience: Audience, toSee told: ToldCases) throws -> Eyes {
    switch (audience, told) {
    case (.researcher, _): .researcher
    case (.workingGroup, _): .workingGroup
    case (.convenor, .one(let id)): .convenor(of: id)
    case (.convenor, .all(let what)): .convenor(of: try onlyCase(toldBy: what))
    }
  }

  private func onlyCase(toldBy what: String) throws -> String {
    let cases = try cases()
    guard let only = cases.first else { throw Failure.noCases }
    guard cases.count == 1 else {
      throw Failure(
        .data, .severalCasesForConvenor,
        "\(what) tells of all \(cases.count) cases, and a convenor sees no case but his or her own",
        remedy:
          "Make it for the researcher or the working group. The health report of a case is the convenor's."
      )
    }
    return only.id
  }
}
