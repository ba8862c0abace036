import StudyModel
import StudyStore

/// What a study holds and a framework does not allow.
///
/// No import brings it in: it came in while another version was in force, and would be scored beyond
/// what there is, or left out without a word.
struct FrameworkMisfits {
  /// What it is, where, and how many of each.
  private(set) var places: [String] = []
  /// How many values.
  private(set) var count = 0

  /// Looks at the weights of codings and decisions and at every answer.
  ///
  /// Cost: one pass over each.
  init(of reader: StudyReader, _ framework: Framework) throws {
    let top = framework.scoring.topWeight
    for found in try reader.weights(above: top) {
      let what =
        switch found.of {
        case .codings: Words.count(found.count, "coding")
        case .decisions: Words.count(found.count, "decision")
        }
      add(found.count, "source \(found.source): \(what) with a weight above \(top.plain)")
    }
    let scales = Dictionary(
      framework.items.map { ($0.id, $0.scale) }, uniquingKeysWith: { first, _ in first })
    var outside = AnswersOutside(scales, try reader.instrumentVersions())
    try reader.forEachResponse { outside.add($0) }
    for (item, number) in outside.counts.sorted(by: { $0.key < $1.key }) {
      guard let scale = scales[item] else { continue }
      add(
        number,
        "item \(item): \(Words.count(number, "answer")) outside \(scale.low) to \(scale.high)")
    }
  }

  private mutating func add(_ number: Int, _ place: String) {
    places.append(place)
    count += number
  }

  /// - Throws: `Failure` with every place, up to some, where there is anything.
  func refuse(_ framework: Framework) throws {
    guard count > 0 else { return }
    let shown = places.prefix(20).joined(separator: "; ")
    let more = places.count > 20 ? "; and \(places.count - 20) more places" : ""
    throw Failure(
      .data, .frameworkForbids,
      "version \(framework.version) of \"\(framework.id)\" does not allow what the study holds: \(shown)\(more)",
      remedy:
        "Nothing was changed. Either take the imports back that brought it, or let the framework allow it.",
      means: .listImports)
  }
}

/// Counts answers outside the scale of their item, by item.
private struct AnswersOutside {
  private let bounds: [Int64: [(item: String, points: ClosedRange<Int8>)?]]
  private(set) var counts: [String: Int] = [:]

  init(_ scales: [String: AnswerScale], _ versions: [Int64: [String]]) {
    bounds = versions.mapValues { items in
      items.map { item in
        guard let scale = scales[item], let low = Int8(exactly: scale.low),
          let high = Int8(exactly: scale.high), low <= high
        else { return nil }
        return (item, low...high)
      }
    }
  }

  mutating func add(_ response: StudyReader.Response) {
    guard let bounds = bounds[response.version] else { return }
    for (answer, bound) in zip(response.answers, bounds) {
      guard let bound, !Answer.isMissing(answer), !bound.points.contains(answer) else { continue }
      counts[bound.item, default: 0] += 1
    }
  }
}
