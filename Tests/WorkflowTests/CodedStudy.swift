import Exchange
import Foundation
import StudyModel
import StudyStore
import TestSupport

@testable import StudyWorkflow

/// A study of two cases with everything in it that tasks ask for, made without a process.
///
/// In `north` Ana and Ben read one interview and Ana another; in `south` both read one. They differ on
/// three units, one of which is decided. Four answered the survey.
struct CodedStudy {
  let walks: Walks
  let study: Study

  init() throws {
    walks = try Walks.begun()
    try walks.bring(
      .sources, "source,case,participant,coders,read\ns1,south,p3,ana;ben,ana;ben\n")
    try walks.bring(.codings, Self.codings)
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,by,at,reason\nn1,0,21,gain.fitness,accept,eve,2026-04-02,yes\n"
    )
    try walks.bring(
      .survey,
      """
      respondent,case,organization,gain.fitness.1,gain.fitness.2,wait
      r1,north,Club,5,2,4
      r2,north,Hut,4,1,5
      r3,south,Club,2,4,1
      r4,south,Club,3,3,2

      """)
    study = try Study(file: walks.file)
  }

  static let codings = """
    source,coder,code,start,end,weight,clear
    n1,ana,pace.waiting,0,21,3,yes
    n1,ben,pace.waiting,0,21,2,yes
    n1,ana,gain.fitness,0,21,1,
    n1,ben,pace.route,38,55,4,
    n2,ana,pace.waiting,0,10,2,
    s1,ana,pace.waiting,0,10,1,
    s1,ben,pace.waiting,0,10,1,
    s1,ana,gain.company.old,20,30,2,
    s1,ben,own idea,40,50,,

    """

  /// The program's own data.
  static func home() throws -> Home { try Home.find(told: Fixtures.root.path) }
}

extension Study {
  /// What reports for some eyes are made from.
  func results(for eyes: Eyes, quoting: Quoting = .everybody) throws -> StudyResults {
    try read { try $0.results(for: eyes, quoting: quoting) }
  }
}
