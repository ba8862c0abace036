import Reports
import StudyModel

/// Agreement as the health report shows it, before any decision: by root family and over all, to others than
/// the researcher over all alone.
///
/// The unit is a source and a code; Krippendorff's alpha, nominal, its interval over sources drawn
/// with replacement.
enum RootAgreement {
  /// How intervals are made.
  static func plan(seed: UInt64) -> StudyAgreement.Plan { .init(replicates: 500, seed: seed) }

  /// None where no source was read by two coders.
  static func lines(
    _ material: AgreementMaterial, framework: Framework, seed: UInt64
  ) -> [AgreementLine] {
    guard !material.entries.isEmpty else { return [] }
    let agreement = StudyAgreement(material, framework: framework, plan: plan(seed: seed))
    let roots = agreement.byRoot.filter { framework.construct($0.key) != nil }
    return [line(agreement.pooled, constructs: [])]
      + roots.map { row in
        line(
          row, constructs: [row.key] + framework.descendants(of: row.key).map(\.id))
      }
  }

  /// What others are told of a phase, or of all.
  static func line(_ told: ToldAgreement, phase: String?) -> AgreementLine {
    AgreementLine(
      phase: phase, name: "All codes", alpha: told.alpha.value, interval: told.alpha.interval,
      units: nil, reason: told.alpha.reason)
  }

  /// The constructs on whose codes coders often differ: pooling hides them.
  static func differing(
    _ material: AgreementMaterial, framework: Framework, seed: UInt64
  ) -> Set<String> {
    guard !material.entries.isEmpty else { return [] }
    let agreement = StudyAgreement(
      material, framework: framework, plan: .init(replicates: 0, seed: seed))
    return received(
      agreement.byCode.filter { [.low, .lowByPrevalence].contains($0.standing) }.map(\.key),
      framework: framework)
  }

  /// The same, as others are told.
  static func differing(_ told: ToldAgreement, framework: Framework) -> Set<String> {
    received(told.differing.map(\.key), framework: framework)
  }

  /// The constructs that codes stand for as received.
  private static func received(_ codes: [String], framework: Framework) -> Set<String> {
    Set(
      codes.compactMap { code in
        framework.meaning(ofCode: code).flatMap { $0.desired ? nil : $0.construct }
      })
  }

  private static func line(_ row: AgreementRow, constructs: [String]) -> AgreementLine {
    AgreementLine(
      name: row.name, constructs: constructs, alpha: row.alpha.value, interval: row.alpha.interval,
      units: row.units, reason: row.alpha.reason)
  }
}
