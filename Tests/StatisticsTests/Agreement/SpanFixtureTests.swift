import Foundation
import Statistics
import Testing

struct SpanFixtureTests {
  @Test("every figure of every span set fits", arguments: AgreementFixture.ids("spans"))
  func everyFigure(id: String) throws {
    let fixture = try AgreementFixture(id)
    let spans = try fixture.spans()
    for (name, expected) in fixture.figures.members.sorted(by: { $0.key < $1.key }) {
      let found =
        switch name {
        case "character": expected.list.flatMap { character($0, spans) }
        case "character_alpha_nominal": characterAlpha(expected, spans)
        case "alpha_U_2004": unitizing2004(expected, spans)
        case "u_alpha_family_2016": unitizing2016(expected, spans)
        case "segment_overlap": segments(expected, spans)
        case "gamma_best_alignment_disorder": alignment(expected, spans)
        default: ["no test for \(name)"]
        }
      #expect(found == [], "\(id) \(name)")
    }
  }

  @Test("there are as many span sets as the list of fixtures names")
  func everySet() {
    #expect(AgreementFixture.ids("spans").count == 11)
  }

  private func fits(_ figure: Figure, _ expected: JSON?, _ name: String) -> [String] {
    differences(figure, .object(["value": expected ?? .null]), name)
  }

  private func fits(_ value: Double?, _ expected: JSON?, _ name: String) -> [String] {
    if expected?.number == nil { return value == nil ? [] : ["\(name) is \(value ?? 0)"] }
    return isClose(value, expected?.number ?? .nan, absolute: 1e-12)
      ? [] : ["\(name) is \(String(describing: value))"]
  }

  private func overlap(_ overlap: CharacterOverlap, _ expected: JSON, _ name: String) -> [String] {
    let counts = [overlap.both, overlap.onlyFirst, overlap.onlySecond, overlap.neither]
    let keys = ["both", "only_first", "only_second", "neither"]
    var found = counts == keys.map { expected[$0]?.int ?? -1 } ? [] : ["\(name) cells \(counts)"]
    found += fits(overlap.agreement, expected["percent_agreement"], "\(name) agreement")
    found += fits(overlap.kappa, expected["kappa"], "\(name) kappa")
    if let shown = expected["nvivo_shows"] {
      found += fits(overlap.kappaAsNVivo, shown, "\(name) as NVivo")
    }
    if let jaccard = expected["jaccard"] {
      found += fits(overlap.jaccard, jaccard, "\(name) Jaccard")
      found += fits(overlap.dice, expected["dice"], "\(name) Dice")
    }
    return found
  }

  private func character(_ expected: JSON, _ spans: SpanSet) -> [String] {
    let pair = (expected["coders"]?.texts ?? []).compactMap { spans.coders.firstIndex(of: $0) }
    guard pair.count == 2 else { return ["no such coders"] }
    let comparison = CharacterComparison(spans, first: [pair[0]], second: [pair[1]])
    var found: [String] = []
    let cells = expected["cells"]?.list ?? []
    for (cell, expected) in zip(comparison.cells, cells) {
      let name = "\(spans.documents[cell.document].name) \(spans.codes[cell.code])"
      if name != "\(expected["document"]?.text ?? "") \(expected["code"]?.text ?? "")" {
        found.append("cell \(name) is out of order")
      }
      found += overlap(cell.overlap, expected, name)
    }
    if comparison.cells.count != cells.count { found.append("count of cells") }
    let sums = expected["per_code_pooled_characters"]?.list ?? []
    if sums.count != comparison.byCode.count { found.append("count of codes") }
    for (sum, expected) in zip(comparison.byCode, sums) {
      found += overlap(sum, expected, expected["code"]?.text ?? "")
    }
    let summary = expected["summary"] ?? .null
    let mean = comparison.meanKappa
    found += fits(mean.value, summary["mean_kappa_defined_cells"], "mean")
    if mean.undefined != summary["undefined_cells"]?.int { found.append("undefined cells") }
    found += fits(comparison.meanKappaAsNVivo, summary["mean_kappa_nvivo_convention"], "NVivo mean")
    found += fits(
      comparison.weightedKappaAsNVivo,
      summary["kappa_weighted_by_document_size_nvivo_convention"], "weighted")
    let pooled = comparison.pooled
    found += fits(pooled.kappa, summary["pooled_all_characters_kappa"], "pooled kappa")
    found += fits(
      pooled.agreement, summary["pooled_all_characters_percent_agreement"], "pooled agreement")
    return found
  }

  private func characterAlpha(_ expected: JSON, _ spans: SpanSet) -> [String] {
    spans.documents.indices.flatMap { document in
      spans.codes.indices.flatMap { code in
        let name = spans.documents[document].name
        return fits(
          CharacterAlpha.figure(spans, document: document, code: code),
          expected[name]?[spans.codes[code]], "\(name) \(spans.codes[code])")
      }
    }
  }

  private func unitizing2004(_ expected: JSON, _ spans: SpanSet) -> [String] {
    expected.members.flatMap { name, expected in
      guard let document = spans.documents.firstIndex(where: { $0.name == name }) else {
        return ["no document \(name)"]
      }
      let codes = Array(spans.codes.indices)
      let overall = UnitizingAlpha2004.figure(spans, document: document, codes: codes)
      return fits(overall, expected["overall"], "\(name) overall")
        + codes.flatMap { code in
          guard let expected = expected["per_code"]?[spans.codes[code]] else { return [String]() }
          return differences(
            UnitizingAlpha2004.figure(spans, document: document, code: code), expected,
            "\(name) \(spans.codes[code])")
        }
    }
  }

  private func unitizing2016(_ expected: JSON, _ spans: SpanSet) -> [String] {
    expected.members.flatMap { name, expected in
      guard let document = spans.documents.firstIndex(where: { $0.name == name }) else {
        return ["no document \(name)"]
      }
      let family = UnitizingAlpha(spans, document: document)
      var found = fits(family.uAlpha, expected["u_alpha"], "u-alpha")
      found += fits(family.binary, expected["binary_u_alpha"], "|u-alpha")
      found += fits(family.cuCoverage, expected["cu_coverage"], "coverage")
      found += fits(family.cuAlpha, expected["cu_alpha"], "cu-alpha")
      for (code, figure) in zip(spans.codes, family.kuAlpha) {
        found += fits(figure, expected["ku_alpha"]?[code], "(\(code))u-alpha")
      }
      return found
    }
  }

  private func alignment(_ expected: JSON, _ spans: SpanSet) -> [String] {
    expected.members.flatMap { name, expected in
      guard let document = spans.documents.firstIndex(where: { $0.name == name }) else {
        return ["no document \(name)"]
      }
      return [("alpha1_beta1", GammaDissimilarity.even), ("alpha3_beta1", .asGammaSoftware)]
        .flatMap { key, dissimilarity in
          fits(
            BestAlignment.disorder(spans, document: document, dissimilarity: dissimilarity),
            expected[key], key)
        }
    }
  }

  private func segments(_ expected: JSON, _ spans: SpanSet) -> [String] {
    expected.members.flatMap { threshold, expected in
      let result = SegmentOverlap(
        spans, first: 0, second: 1, thresholdPercent: Int(threshold) ?? 0)
      var found = fits(result.agreement, expected["percent_agreement"], "at \(threshold)")
      found += fits(result.kappa, expected["kappa_chance_1_over_codes"], "kappa at \(threshold)")
      let sums = [result.agreements, result.total, result.codesUsed]
      if sums != ["agreements", "total", "codes_used"].map({ expected[$0]?.int ?? -1 }) {
        found.append("sums at \(threshold)")
      }
      for counts in result.byCode {
        guard let expected = expected["per_code"]?[spans.codes[counts.code]] else {
          if counts.total > 0 { found.append("code \(counts.code) at \(threshold)") }
          continue
        }
        let values = [
          counts.firstSegments, counts.secondSegments, counts.agreements, counts.disagreements,
        ]
        let keys = ["segments_1", "segments_2", "agreements", "disagreements"]
        if values != keys.map({ expected[$0]?.int ?? -1 }) {
          found.append("code \(counts.code) at \(threshold)")
        }
      }
      return found
    }
  }
}

extension AgreementFixture {
  /// The codings of a set of spans, documents in the order in which the file's cells list them.
  func spans() throws -> SpanSet {
    let extents = json["documents"]?.members ?? [:]
    let documents = extents.keys.sorted().map { name in
      let ends = extents[name]?.numbers.map { Int($0) } ?? []
      return SpanSet.Document(name: name, extent: (ends.first ?? 0)..<(ends.last ?? 0))
    }
    let codes = json["codes"]?.texts ?? []
    let spans = rows.map { row in
      SpanSet.Span(
        document: documents.firstIndex { $0.name == row[0] } ?? -1,
        coder: coders.firstIndex(of: row[1]) ?? -1, code: codes.firstIndex(of: row[2]) ?? -1,
        start: Int(row[3]) ?? -1, end: Int(row[4]) ?? -1)
    }
    return try SpanSet(documents: documents, coders: coders, codes: codes, spans: spans)
  }
}
