/// A stage of the coding: a round, or what was coded under one version of the codebook.
public struct CodingStage: Sendable {
  /// What files name it by.
  public var key: String
  /// The name for people.
  public var name: String
  /// What coders did in it.
  public var material: AgreementMaterial
  /// What codes mean in it, by code; a code the framework does not know has no meaning.
  public var meanings: [String: CodeDefinition]

  /// Creates a stage.
  public init(
    key: String, name: String, material: AgreementMaterial,
    meanings: [String: CodeDefinition] = [:]
  ) {
    self.key = key
    self.name = name
    self.material = material
    self.meanings = meanings
  }
}

/// Agreement of one stage, and how it differs from the stage before.
public struct AgreementStage: Sendable, Hashable {
  /// All codes together; its key and name are the stage's.
  public var pooled: AgreementRow
  /// The table by code.
  public var byCode: [AgreementRow]
  /// The coders.
  public var coders: [String]
  /// Sources two or more coders read.
  public var sharedSources: Int
  /// The difference to the stage before that has sources two coders read; nil for the first.
  public var difference: AgreementDifference?
  /// The same code by code, for codes in both.
  public var byCodeDifference: [String: AgreementDifference] = [:]
  /// What was said of codes in the stage before and is said now, where that differs.
  public var redefined: [String: Redefinition] = [:]
  /// Codes used in one of the two stages only, by name.
  public var unsharedCodes: [String] = []
  /// Whether other coders took part than in the stage before.
  public var hasOtherCoders = false

  /// Two definitions of one code.
  public struct Redefinition: Sendable, Hashable {
    /// The earlier one.
    public var before: CodeDefinition
    /// The later one.
    public var after: CodeDefinition
  }

  /// Whether there is anything to compare.
  public var isComparable: Bool { sharedSources > 0 }
}

extension AgreementStage {
  /// Agreement of stages in their order, each with the difference to the one before.
  public static func all(
    _ stages: [CodingStage], framework: Framework, plan: StudyAgreement.Plan
  ) -> [AgreementStage] {
    var found: [AgreementStage] = []
    var last: (stage: CodingStage, agreement: AgreementStage)?
    for stage in stages {
      var agreement = AgreementStage(stage, framework: framework, plan: plan)
      if let last, agreement.isComparable {
        agreement.compare(stage, with: last.agreement, of: last.stage, plan: plan)
      }
      if agreement.isComparable { last = (stage, agreement) }
      found.append(agreement)
    }
    return found
  }

  private init(_ stage: CodingStage, framework: Framework, plan: StudyAgreement.Plan) {
    let figures = StudyAgreement(stage.material, framework: framework, plan: plan)
    pooled = figures.pooled
    (pooled.key, pooled.name) = (stage.key, stage.name)
    byCode = figures.byCode
    coders = stage.material.coders
    sharedSources = stage.material.entries.count
  }

  private mutating func compare(
    _ stage: CodingStage, with earlier: AgreementStage, of before: CodingStage,
    plan: StudyAgreement.Plan
  ) {
    func work(_ stage: CodingStage, _ codes: [String]) -> AgreementWork {
      AgreementWork(
        entries: stage.material.entries, codes: codes, coders: stage.material.coders, plan: plan)
    }
    difference = DifferenceWork(
      before: work(before, before.material.codes), after: work(stage, stage.material.codes)
    ).difference(earlier.pooled, pooled)
    let known = Dictionary(
      earlier.byCode.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for row in byCode {
      guard var first = known[row.key] else { continue }
      var second = row
      (first.name, second.name) = (before.name, stage.name)
      var change = DifferenceWork(before: work(before, [row.key]), after: work(stage, [row.key]))
        .difference(first, second)
      change.from = before.key
      byCodeDifference[row.key] = change
    }
    let codes = (Set(before.material.codes), Set(stage.material.codes))
    unsharedCodes = codes.0.symmetricDifference(codes.1).sorted()
    for code in codes.0.union(codes.1) {
      guard let was = before.meanings[code], let now = stage.meanings[code], was != now else {
        continue
      }
      redefined[code] = Redefinition(before: was, after: now)
    }
    hasOtherCoders = before.material.coders != stage.material.coders
  }
}
