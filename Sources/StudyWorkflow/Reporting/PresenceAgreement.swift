import Reports
import Statistics
import StudyModel

/// Agreement between coders on which constructs a source speaks of, before anything was settled.
///
/// The unit is a source and a construct; a coder registered for a source has read it, so that what
/// he or she did not code is a "no". Krippendorff's alpha, nominal, over the leaves of each root.
enum PresenceAgreement {
  /// A line a root of the framework, and one over all; none where no source has two coders.
  static func lines(
    _ sources: [CodedMaterial.PresenceBySource], framework: Framework
  ) -> [AgreementLine] {
    guard !sources.isEmpty else { return [] }
    let leaves = framework.roots.flatMap { framework.leaves(under: $0.id).map(\.id) }
    let all = line(sources, leaves, name: "All codes", constructs: [])
    let roots = framework.roots.map { root in
      let own = framework.leaves(under: root.id).map(\.id)
      return line(
        sources, own, name: root.name,
        constructs: [root.id] + framework.descendants(of: root.id).map(\.id))
    }
    return [all] + roots
  }

  private static func line(
    _ sources: [CodedMaterial.PresenceBySource], _ leaves: [String], name: String,
    constructs: [String]
  ) -> AgreementLine {
    let coders = Set(sources.flatMap(\.coders.keys)).sorted()
    var cells: [Int16] = []
    cells.reserveCapacity(sources.count * leaves.count * coders.count)
    for source in sources {
      for leaf in leaves {
        for coder in coders {
          guard let coded = source.coders[coder] else {
            cells.append(RatingMatrix.missing)
            continue
          }
          cells.append(coded.contains(leaf) ? 1 : 0)
        }
      }
    }
    let units = sources.count * leaves.count
    let matrix = try? RatingMatrix(
      coders: coders, categories: ["no", "yes"], unitCount: units, cells: cells)
    guard let matrix else {
      return AgreementLine(
        name: name, constructs: constructs, alpha: nil, units: units, reason: "no ratings")
    }
    let figure = KrippendorffAlpha.figure(RatingCounts(matrix))
    return AgreementLine(
      name: name, constructs: constructs, alpha: figure.value,
      interval: figure.interval.map { Interval(low: $0.lowerBound, high: $0.upperBound) },
      units: units, reason: figure.undefined.map { "\($0)" })
  }
}
