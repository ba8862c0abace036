/// What coders marked, as editions compare it.
extension AgreementMaterial {
  /// A source that coders share, with what they marked in it with one code.
  public struct Marked: Sendable, Hashable {
    /// The source.
    public var source: String
    /// How many coders put the code anywhere in it.
    public var marks: Int
    /// How many read it.
    public var coders: Int
  }

  /// What coders marked in the sources of a case and phase that they share, by the codes of this material;
  /// an older version of a source is one more.
  ///
  /// - Parameters:
  ///   - caseID: The case.
  ///   - phase: The phase.
  /// - Returns: A list a code, in the order of the codes; empty without shared sources.
  public func marked(
    caseID: String, phase: String?
  ) -> [(code: String, sources: [Marked])] {
    let own = entries.filter { $0.source.caseID == caseID && $0.source.phase == phase }
    guard !own.isEmpty else { return [] }
    return codes.compactMap { code in
      let asking = own.filter { $0.asks(code) }
      guard !asking.isEmpty else { return nil }
      return (
        code,
        asking.map { entry in
          Marked(
            source: entry.source.id,
            marks: entry.coders.count { entry.presence[$0]?.contains(code) ?? false },
            coders: entry.coders.count)
        }
      )
    }
  }
}
