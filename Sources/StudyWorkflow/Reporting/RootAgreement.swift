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
    return constructs(
      of: agreement.byCode.map { ($0.key, $0.standing) }, framework: framework)
  }

  /// The same, of the codes of which others are told.
  static func differing(_ told: ToldAgreement, framework: Framework) -> Set<String> {
    constructs(of: told.codes.map { ($0.key, $0.standing) }, framework: framework)
  }

  /// The constructs of which what was received has a code that is too low to lean on.
  private static func constructs(
    of codes: [(key: String, standing: AgreementRow.Standing)], framework: Framework
  ) -> Set<String> {
    Set(
      codes.compactMap { code in
        guard code.standing == .low || code.standing == .lowByPrevalence,
          let meaning = framework.meaning(ofCode: code.key), !meaning.desired
        else { return nil }
        return meaning.construct
      })
  }

  private static func line(_ row: AgreementRow, constructs: [String]) -> AgreementLine {
    AgreementLine(
      name: row.name, constructs: constructs, alpha: row.alpha.value, interval: row.alpha.interval,
      units: row.units, reason: row.alpha.reason)
  }
}
