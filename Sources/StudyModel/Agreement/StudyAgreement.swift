internal import Statistics

/// How well the coders of a study agree, by code, family, pair, case and source, and pooled.
public struct StudyAgreement: Sendable {
  /// How intervals are made and what is asked.
  public struct Plan: Sendable, Hashable {
    /// What agreement is asked of.
    public var basis: AgreementBasis
    /// Replicates of alpha's interval; 0 for none.
    public var replicates: Int
    /// The seed.
    public var seed: UInt64
    /// The width of an interval for which ``AgreementRow/unitsNeeded`` is worked out.
    public var width: Double

    /// Makes a plan; what is not told is 1,000 replicates, seed 1 and a width of 0.2.
    public init(
      basis: AgreementBasis = .sources, replicates: Int? = nil, seed: UInt64? = nil,
      width: Double? = nil
    ) {
      self.basis = basis
      self.replicates = replicates ?? 1000
      self.seed = seed ?? 1
      self.width = width ?? 0.2
    }
  }

  /// What coders did.
  public let material: AgreementMaterial
  /// The plan.
  public let plan: Plan
  private let framework: Framework

  /// Readies the figures.
  public init(_ material: AgreementMaterial, framework: Framework, plan: Plan = Plan()) {
    self.material = material
    self.framework = framework
    self.plan = plan
  }

  /// Everything together; never to be shown without the table by code.
  public var pooled: AgreementRow {
    row("all", "All codes", material.entries, material.codes)
  }

  /// A row a code, in the order of the framework, codes without a construct last.
  public var byCode: [AgreementRow] {
    // Rare codes are often used alike: what was decided alike has the same figures.
    var known: [AgreementWork.Decided: AgreementRow] = [:]
    return ordered(material.codes).map { code in
      var row = row(ofCode: code, &known)
      row.definition = framework.definition(ofCode: code)?.definition
      return row
    }
  }

  private func row(
    ofCode code: String, _ known: inout [AgreementWork.Decided: AgreementRow]
  ) -> AgreementRow {
    let work = AgreementWork(
      entries: material.entries, codes: [code], coders: material.coders, plan: plan)
    let name = name(ofCode: code)
    guard plan.basis != .characters else { return work.row(key: code, name: name) }
    let decided = work.decided
    if var alike = known[decided] {
      (alike.key, alike.name) = (code, name)
      return alike
    }
    let row = work.row(of: decided, key: code, name: name)
    known[decided] = row
    return row
  }

  /// A row a family: the codes under one parent construct.
  public var byFamily: [AgreementRow] {
    groups { code in
      guard let id = framework.meaning(ofCode: code)?.construct else { return nil }
      return framework.construct(id)?.parent ?? id
    }
  }

  /// A row a root of the framework.
  public var byRoot: [AgreementRow] {
    groups { code in
      guard var id = framework.meaning(ofCode: code)?.construct else { return nil }
      var steps = 0
      while let parent = framework.construct(id)?.parent, steps < 64 {
        id = parent
        steps += 1
      }
      return id
    }
  }

  /// A row a pair of coders who read a source both.
  public var byPair: [AgreementRow] {
    material.coders.indices.flatMap { first in
      material.coders[(first + 1)...].compactMap { second in
        let pair = [material.coders[first], second]
        let entries = material.entries.filter { Set(pair).isSubset(of: $0.coders) }
        guard !entries.isEmpty else { return nil }
        return row(
          pair.joined(separator: "|"), pair.joined(separator: " and "), entries, material.codes,
          coders: pair)
      }
    }
  }

  /// A row a case, by the order of the sources.
  public var byCase: [AgreementRow] {
    var seen: Set<String?> = []
    return material.entries.map(\.source.caseID).filter { seen.insert($0).inserted }.map { id in
      row(
        Source.Scope(caseID: id).name, id ?? "the whole set",
        material.entries.filter { $0.source.caseID == id },
        material.codes)
    }
  }

  /// A row a source.
  public var bySource: [AgreementRow] {
    material.entries.map { row($0.source.id, $0.source.id, [$0], material.codes) }
  }

  private func groups(_ group: (String) -> String?) -> [AgreementRow] {
    var codes: [String: [String]] = [:]
    for code in material.codes { codes[group(code) ?? "", default: []].append(code) }
    let order =
      framework.constructs.map(\.id).filter { codes[$0] != nil }
      + (codes[""] == nil ? [] : [""])
    return order.map { id in
      row(
        id.isEmpty ? "unmapped" : id,
        id.isEmpty ? "Codes without a construct" : framework.construct(id)?.name ?? id,
        material.entries, codes[id] ?? [])
    }
  }

  private func ordered(_ codes: [String]) -> [String] {
    var places: [String: Int] = [:]
    for (place, construct) in framework.constructs.enumerated() { places[construct.id] = place }
    func place(_ code: String) -> Int {
      framework.meaning(ofCode: code).flatMap { places[$0.construct] } ?? Int.max
    }
    return codes.map { (place($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The name of a code for people.
  public func name(ofCode code: String) -> String {
    framework.name(ofCode: code) ?? code
  }

  private func row(
    _ key: String, _ name: String, _ entries: [AgreementMaterial.Entry], _ codes: [String],
    coders: [String]? = nil
  ) -> AgreementRow {
    let work = AgreementWork(
      entries: entries, codes: codes, coders: coders ?? material.coders, plan: plan)
    return work.row(key: key, name: name)
  }
}
