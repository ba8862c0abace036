import Reports
import StudyModel

/// Agreement as the health report shows it: by root family and over all, before any decision.
///
/// The unit is a source and a code; Krippendorff's alpha, nominal, its interval over sources drawn
/// with replacement.
enum RootAgreement {
  /// None where no source was read by two coders.
  static func lines(
    _ material: AgreementMaterial, framework: Framework, seed: UInt64
  ) -> [AgreementLine] {
    guard !material.entries.isEmpty else { return [] }
    let agreement = StudyAgreement(
      material, framework: framework, plan: .init(replicates: 500, seed: seed))
    let roots = agreement.byRoot.filter { framework.construct($0.key) != nil }
    return [line(agreement.pooled, constructs: [])]
      + roots.map { row in
        line(
          row, constructs: [row.key] + framework.descendants(of: row.key).map(\.id))
      }
  }

  /// The codes of constructs on which coders often differ, a line each: pooling hides them.
  static func lowCodes(
    _ material: AgreementMaterial, framework: Framework, seed: UInt64
  ) -> [AgreementLine] {
    guard !material.entries.isEmpty else { return [] }
    let agreement = StudyAgreement(
      material, framework: framework, plan: .init(replicates: 0, seed: seed))
    return agreement.byCode.compactMap { row in
      guard let meaning = framework.meaning(ofCode: row.key), !meaning.desired,
        row.isLow, !row.isRare, row.units >= AgreementRow.fewest
      else { return nil }
      return line(row, constructs: [meaning.construct])
    }
  }

  static func line(_ row: AgreementRow, constructs: [String]) -> AgreementLine {
    AgreementLine(
      name: row.name, constructs: constructs, alpha: row.alpha.value, interval: row.alpha.interval,
      units: row.units, reason: row.alpha.reason)
  }
}

extension AgreementLine {
  /// The same to two decimals and without the number of units, as others than the researcher see it.
  var rounded: AgreementLine {
    var line = self
    line.units = nil
    line.alpha = alpha.map(AgreementValue.rounded)
    line.interval = interval.map {
      Interval(low: AgreementValue.rounded($0.low), high: AgreementValue.rounded($0.high))
    }
    return line
  }
}
