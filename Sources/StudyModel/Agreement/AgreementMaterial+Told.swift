/// The material from which others than the researcher are told of agreement.
extension AgreementMaterial {
  /// The codes of which others may be told, and the material of these codes alone.
  ///
  /// A code is told of where it stands for a construct, and where enough sources hold it and enough do
  /// not hold it by everybody's word: else the row would tell of what one or two people said. Every total
  /// is formed of the codes told of, so that less the rows shown nothing is left.
  ///
  /// - Parameter framework: The framework, whose limit of interviewees counts here for sources.
  /// - Returns: The material; without codes where none may be told of.
  public func told(by framework: Framework) -> AgreementMaterial {
    only(codes: toldCodes(by: framework))
  }

  private func toldCodes(by framework: Framework) -> Set<String> {
    let least = Limits(framework.scoring).interviewees
    var marked: [String: Int] = [:]
    var markedByAll: [String: Int] = [:]
    for entry in entries {
      for (code, coders) in entry.marks {
        marked[code, default: 0] += 1
        if coders == entry.coders.count { markedByAll[code, default: 0] += 1 }
      }
    }
    return Set(
      codes.filter { code in
        (marked[code] ?? 0) >= least && entries.count - (markedByAll[code] ?? 0) >= least
          && framework.meaning(ofCode: code) != nil
      })
  }

  /// The pairs of coders of which others may be told beside each other and beside all, by their key.
  ///
  /// The sources that a pair read both must be enough, and those of all and of every other pair told of,
  /// or differ by enough on either side.
  ///
  /// - Parameter limits: The limits; that of interviewees counts here for sources.
  /// - Returns: The keys, two names with a bar between.
  public func toldPairs(_ limits: Limits) -> Set<String> {
    let least = limits.interviewees
    var told: Set<String> = []
    var bases = [Set(entries.map(\.source.id))]
    for (place, first) in coders.enumerated() {
      for second in coders[(place + 1)...] {
        let own = Set(
          entries.filter { $0.coders.contains(first) && $0.coders.contains(second) }
            .map(\.source.id))
        let isTold =
          (own.count == entries.count || own.count >= least)
          && bases.allSatisfy { base in
            [own.subtracting(base).count, base.subtracting(own).count].allSatisfy {
              $0 == 0 || $0 >= least
            }
          }
        guard isTold else { continue }
        bases.append(own)
        told.insert("\(first)|\(second)")
      }
    }
    return told
  }
}

extension AgreementMaterial {
  /// The material with letters in place of the coders' names, by which others than the researcher tell them
  /// apart.
  public var lettered: AgreementMaterial {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let names = Dictionary(
      coders.enumerated().map { place, coder in
        (
          coder,
          "coder \(letters.indices.contains(place) ? String(letters[place]) : String(place + 1))"
        )
      }, uniquingKeysWith: { first, _ in first })
    return AgreementMaterial(entries: entries.map { $0.renamed(names) })
  }
}

extension AgreementMaterial.Entry {
  /// The same with other names of coders; no disagreements, which are the researcher's.
  fileprivate func renamed(_ names: [String: String]) -> Self {
    func name(_ coder: String) -> String { names[coder] ?? "" }
    return Self(
      source: source, coders: coders.map(name),
      presence: Dictionary(
        presence.map { (name($0.key), $0.value) }, uniquingKeysWith: { $0.union($1) }),
      codings: codings.map { coding in
        var renamed = coding
        renamed.coder = name(coding.coder)
        return renamed
      }, units: units.map { ($0.code, Set($0.coders.map(name))) }, length: length)
  }

  /// How many coders marked each code.
  var marks: [String: Int] {
    coders.reduce(into: [:]) { marks, coder in
      for code in presence[coder] ?? [] { marks[code, default: 0] += 1 }
    }
  }

  /// The source as some codes alone tell of it.
  func only(codes told: Set<String>) -> Self {
    Self(
      source: source, coders: coders, presence: presence.mapValues { $0.intersection(told) },
      codings: codings.filter { told.contains($0.code) },
      units: units.filter { told.contains($0.code) },
      disagreements: disagreements.compactMap { $0.only(codes: told) }, length: length,
      traces: traces)
  }
}

extension Disagreement {
  /// The disagreement without other codes than some; nil where it is on another.
  ///
  /// Where what was put in its place is left out, coders differ on whether to mark it.
  func only(codes told: Set<String>) -> Disagreement? {
    guard told.contains(code) else { return nil }
    var copy = self
    copy.accounts = accounts.map { account in
      var kept = account
      kept.instead = account.instead.filter { told.contains($0.code) }
      return kept
    }
    copy.kinds = Self.kinds(of: copy.accounts)
    return copy
  }
}
