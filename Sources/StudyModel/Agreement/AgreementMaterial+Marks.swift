/// What coders marked, as editions compare it.
extension AgreementMaterial {
  /// A source that coders share, with what they marked in it with one code.
  public struct Marked: Sendable, Hashable {
    /// The source.
    public var source: String
    /// A number for what each coder marked, in ascending order, whoever it was; 0 for nothing.
    public var marks: [UInt64]
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
            marks: entry.coders.map { entry.traces[$0]?[code] ?? 0 }.sorted())
        }
      )
    }
  }
}

extension Consensus {
  /// A number for all that each coder marked with each code, by coder and code.
  ///
  /// What counts is which stretches are marked and how they lie on each other, not where in the text
  /// they stand: a new version of a transcript, in which every coding is found again, is the same.
  var traces: [String: [String: UInt64]] {
    var traces: [String: [String: UInt64]] = [:]
    var unitsOfCode: [String: Int] = [:]
    for place in 0..<unitCount {
      let own = codings(ofUnit: place)
      guard let code = own.first?.code, let start = own.map(\.span.start).min() else { continue }
      let number = unitsOfCode[code, default: 0]
      unitsOfCode[code] = number + 1
      for coding in own {
        traces[coding.coder, default: [:]][code, default: 0] &+= coding.trace(
          unit: number, from: start)
      }
    }
    return traces
  }
}

extension Coding {
  /// A number for which stretch it marks and what it says, whoever made it; those of several can be summed.
  ///
  /// - Parameters:
  ///   - unit: The place of its unit among those of its code in the source.
  ///   - start: Where the unit begins.
  /// - Returns: A number; that of several codings is their sum.
  fileprivate func trace(unit: Int, from start: Int) -> UInt64 {
    let valence = valence.flatMap(Valence.allCases.firstIndex) ?? Valence.allCases.count
    let parts = [
      UInt64(truncatingIfNeeded: unit), UInt64(truncatingIfNeeded: span.start - start),
      UInt64(truncatingIfNeeded: span.end - span.start),
      weight?.bitPattern ?? .max, UInt64(truncatingIfNeeded: valence),
    ]
    return parts.reduce(1) { Self.mixed($0 &+ $1) }
  }

  /// Spreads a number over all bits (the finalizer of splitmix64).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
