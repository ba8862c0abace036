/// The material from which others than the researcher are told of agreement.
extension AgreementMaterial {
  /// The material as others are told of it: each code where its word is told, and all of it where there is
  /// nobody to make out.
  ///
  /// Of the people in whose sources a code counts, enough must be such as some coder found it with, and
  /// enough such as some coder did not. Every total is formed of what is told, so that less the rows shown
  /// nothing is left. Who is not named is in no word, and in nothing here.
  ///
  /// - Parameters:
  ///   - codes: The codes of which others are told in each case and phase.
  ///   - limits: The limits; that of interviewees counts.
  /// - Returns: The material; without codes where none may be told of.
  public func told(_ codes: ToldCodes, _ limits: Limits) -> AgreementMaterial {
    let enough = codesOfEnough(codes, limits)
    return only { !$0.hasUnnamedSpeaker }.limited {
      codes.contains($0, at: $1) && (!codes.hasPeople(at: $1) || enough.contains($0))
    }
  }

  /// The codes told of that some coder found with enough people, and some coder did not with enough.
  public func codesOfEnough(_ codes: ToldCodes, _ limits: Limits) -> Set<String> {
    let heard = limited(to: codes.contains)
    var holding: [String: Set<String>] = [:]
    var leavingOut: [String: Set<String>] = [:]
    for entry in heard.entries {
      guard let person = entry.source.person else { continue }
      let marks = entry.marks
      for code in heard.codes where entry.asks(code) {
        let count = marks[code] ?? 0
        if count > 0 { holding[code, default: []].insert(person) }
        if count < entry.coders.count { leavingOut[code, default: []].insert(person) }
      }
    }
    return Set(
      heard.codes.filter { code in
        [holding, leavingOut].allSatisfy { ($0[code]?.count ?? 0) >= limits.interviewees }
      })
  }

  /// The pairs of coders of which others may be told beside each other and beside all, by their key.
  ///
  /// The sources in which somebody speaks fall into parts by which of the pairs told of read them: what is told of
  /// all, less what is told of pairs, tells of such parts. So each must be of enough people.
  ///
  /// - Parameter limits: The limits; that of interviewees counts.
  /// - Returns: The keys, two names with a bar between.
  public func toldPairs(_ limits: Limits) -> Set<String> {
    var told: Set<String> = []
    // In what nothing is asked, nothing is told of; what is published tells of nobody.
    let spoken = entries.filter { $0.asked?.isEmpty != true && $0.source.mayBeSomebodys }
    var parts = spoken.map { _ in [Bool]() }
    for (place, first) in coders.enumerated() {
      for second in coders[(place + 1)...] {
        func isOfPair(_ entry: Entry) -> Bool {
          entry.coders.contains(first) && entry.coders.contains(second)
        }
        guard entries.contains(where: isOfPair) else { continue }
        let divided = zip(parts, spoken).map { $0 + [isOfPair($1)] }
        let people = Dictionary(grouping: spoken.indices) { divided[$0] }.values
          .map { Set($0.compactMap { spoken[$0].source.person }).count }
        guard people.allSatisfy({ $0 >= limits.interviewees }) else { continue }
        parts = divided
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
      }, units: units.map { ($0.code, Set($0.coders.map(name))) }, length: length, asked: asked)
  }

  /// How many coders marked each code.
  var marks: [String: Int] {
    coders.reduce(into: [:]) { marks, coder in
      for code in presence[coder] ?? [] { marks[code, default: 0] += 1 }
    }
  }

  /// The source as some codes alone tell of it; what is not among them was not asked in it.
  func only(codes told: Set<String>) -> Self {
    Self(
      source: source, coders: coders, presence: presence.mapValues { $0.intersection(told) },
      codings: codings.filter { told.contains($0.code) },
      units: units.filter { told.contains($0.code) },
      disagreements: disagreements.compactMap { $0.only(codes: told) }, length: length,
      traces: traces, asked: told)
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
