import Reports
import StudyModel

/// Agreement as the researcher's health report shows it, before any decision: by root family and over all.
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
    return [AgreementLine(row: agreement.pooled)]
      + roots.map { row in
        AgreementLine(
          constructs: [row.key] + framework.descendants(of: row.key).map(\.id), row: row)
      }
  }

  /// The constructs on whose codes coders often differ: pooling hides them.
  static func differing(
    _ material: AgreementMaterial, framework: Framework, seed: UInt64
  ) -> Set<String> {
    guard !material.entries.isEmpty else { return [] }
    let agreement = StudyAgreement(
      material, framework: framework, plan: .init(replicates: 0, seed: seed))
    return Set(
      AgreementStanding(agreement.byCode).differing.compactMap { row in
        guard let meaning = framework.meaning(ofCode: row.key), !meaning.desired
        else { return nil }
        return meaning.construct
      })
  }
}
