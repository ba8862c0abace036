import Reports
import StudyModel

extension Failure {
  /// Why a health report cannot be made of a case; `cases` are those there are.
  init(_ refusal: HealthReport.Refusal, cases: [String]) {
    switch refusal {
    case .unknownCase(let id):
      self = .noCase(id, known: cases)
    case .noScores(let id, let phase):
      self.init(
        .data, .noScores,
        "Case \"\(id)\" has no scores\(phase.map { " in phase \"\($0)\"" } ?? "")",
        remedy: phase == nil ? "Bring in its evidence first." : "Name another phase, or none.",
        found: id)
    }
  }
}
