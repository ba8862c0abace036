@testable import StudyModel

// What was counted, for the tests of how it is counted; nil where it is hidden.

extension InterviewFigure {
  var measured: Int? { counts?.measured }
  var interviewees: Int? { counts?.interviewees }
  var speaking: Int? { counts?.speaking }
  var mentions: Int? { counts?.mentions }
  var contrary: Int? { counts?.contrary }
  var contested: Bool? { counts?.contested }
  var unresolved: Int? { counts?.unresolved }
  var repertoire: Repertoire? { counts?.repertoire }
  var oneCoderOnly: Bool? { counts?.oneCoderOnly }
}

extension SurveyFigure {
  var unplaced: Int? { counts?.unplaced }
  var sd: Double? { counts?.sd }
  var rwg: Double? { counts?.rwg }
  var averageDeviation: Double? { counts?.averageDeviation }
  var above: Int? { counts?.above }
  var middle: Int? { counts?.middle }
  var below: Int? { counts?.below }
  var notAnswered: Int? { counts?.notAnswered }
  var askable: Int? { counts?.askable }
  var points: [Int]? { counts?.points }
}
