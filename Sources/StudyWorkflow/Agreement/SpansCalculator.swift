import FileFormats
import Statistics
public import StudyModel

/// Figures of agreement about stretches of text: a table `document,coder,code,start,end`.
public struct SpansCalculator {
  /// The least overlaps, in per cent, at which segments agree as MAXQDA counts it.
  public var thresholds = [90, 95, 50]
  /// How gamma is computed; nil to leave it out.
  public var gamma: GammaChoice?

  /// Makes a calculator with the defaults.
  public init() {}

  /// Computes everything.
  ///
  /// - Throws: `DiagnosticsError` where the table cannot be used.
  public func answer(
    _ table: AgreementTable
  ) throws -> (answer: AgreementAnswer, diagnostics: [Diagnostic]) {
    let file = try SpansFile(table)
    let work = SpanWork(spans: file.spans)
    var answer = AgreementAnswer(
      facts: [
        .init("coders", .strings(file.spans.coders)), .init("codes", .strings(file.spans.codes)),
        .init(
          "documents",
          .object(
            file.spans.documents.map {
              .init(
                $0.name,
                .array([.integer($0.extent.lowerBound), .integer($0.extent.upperBound)]))
            })),
        .init("documentsDeclared", .bool(file.isDeclared)),
      ],
      figures: work.characters + work.characterAlphas + work.unitizing + work.alignments
        + (gamma.map { work.gammas($0) } ?? [])
        + thresholds.flatMap { work.segments($0) } + work.qualCoder)
    answer.notes = [
      "Characters are not independent of each other, so no standard error is given for figures that count them.",
      "Text that nobody coded dominates agreement by characters: read Jaccard and Dice beside it.",
    ]
    if let gamma {
      answer.notes.append(
        "Gamma's expected disorder is drawn: seed \(gamma.seed), \(SeededGenerator.name). Gamma is a figure of one document."
      )
    }
    if !file.isDeclared {
      answer.notes.append(
        "No extents were declared (--documents), so each document runs from 0 to its longest end.")
    }
    return (answer, file.diagnostics)
  }
}

/// The work on one set of spans.
struct SpanWork {
  let spans: SpanSet

  private var pairs: [(Int, Int)] {
    spans.coders.indices.flatMap { first in
      spans.coders.indices.dropFirst(first + 1).map { (first, $0) }
    }
  }

  private func of(_ pair: (Int, Int)) -> JSONValue.Member {
    .init("coders", .strings([spans.coders[pair.0], spans.coders[pair.1]]))
  }

  private func names(_ pair: (Int, Int)) -> String {
    "\(spans.coders[pair.0]), \(spans.coders[pair.1])"
  }

  func document(_ place: Int) -> JSONValue.Member {
    .init("document", .string(spans.documents[place].name))
  }

  private func code(_ place: Int) -> JSONValue.Member { .init("code", .string(spans.codes[place])) }

  /// Cohen's kappa by characters, with the cells it rests on.
  private func record(
    _ name: String, _ label: String, _ overlap: CharacterOverlap
  ) -> AgreementRecord {
    AgreementRecord(name, label, overlap.kappa, countKey: "characters").with([
      .init("both", .integer(overlap.both)), .init("onlyFirst", .integer(overlap.onlyFirst)),
      .init("onlySecond", .integer(overlap.onlySecond)),
      .init("neither", .integer(overlap.neither)),
      .init("percentAgreement", .optional(overlap.agreement.value)),
      .init("nvivoShows", .optional(overlap.kappaAsNVivo)),
      .init("jaccard", .optional(overlap.jaccard.value)),
      .init("dice", .optional(overlap.dice.value)),
    ])
  }

  var characters: [AgreementRecord] {
    pairs.flatMap { pair -> [AgreementRecord] in
      let result = CharacterComparison(spans, first: [pair.0], second: [pair.1])
      let who = names(pair)
      var records = result.cells.map { cell in
        record(
          "characterKappa",
          "Kappa by characters, \(spans.documents[cell.document].name), \(spans.codes[cell.code]): \(who)",
          cell.overlap
        ).about([of(pair), document(cell.document), code(cell.code)])
      }
      for (place, overlap) in result.byCode.enumerated() {
        records.append(
          record(
            "perCodePooledCharacters",
            "Kappa by characters, all documents, \(spans.codes[place]): \(who)",
            overlap
          ).about([of(pair), code(place)]))
      }
      let mean = result.meanKappa
      let pooled = result.pooled
      return records
        + [
          AgreementRecord(
            "meanKappaDefinedCells", "Mean kappa over cells that have one: \(who)",
            value: mean.value,
            reason: "it is undefined for every cell"
          ).with([.init("undefinedCells", .integer(mean.undefined))]),
          AgreementRecord(
            "meanKappaNvivoConvention", "Mean kappa as NVivo has it (1 for 0/0): \(who)",
            value: result.meanKappaAsNVivo),
          AgreementRecord(
            "kappaWeightedByDocumentSizeNvivoConvention",
            "The same, weighted by document length: \(who)", value: result.weightedKappaAsNVivo),
          AgreementRecord(
            "pooledAllCharactersKappa", "Kappa of all characters: \(who)", pooled.kappa,
            countKey: "characters"),
          AgreementRecord(
            "pooledAllCharactersPercentAgreement", "Agreement of all characters: \(who)",
            pooled.agreement, countKey: "characters"),
        ].map { $0.about([of(pair)]) }
    }
  }

  /// A value for each document and code.
  private func each(
    _ body: (Int, Int) -> AgreementRecord
  ) -> [AgreementRecord] {
    spans.documents.indices.flatMap { place in
      spans.codes.indices.map { body(place, $0).about([document(place), code($0)]) }
    }
  }

  private func place(_ text: Int, _ code: Int) -> String {
    "\(spans.documents[text].name), \(spans.codes[code])"
  }

  var characterAlphas: [AgreementRecord] {
    each { text, code in
      AgreementRecord(
        "characterAlphaNominal", "Alpha by characters, \(place(text, code))",
        CharacterAlpha.figure(spans, document: text, code: code), isDisagreement: true,
        countKey: "nPairable")
    }
  }

  var unitizing: [AgreementRecord] {
    var records = each { text, code in
      AgreementRecord(
        "alphaU2004", "Alpha for unitizing (2004), \(place(text, code))",
        UnitizingAlpha2004.figure(spans, document: text, code: code), isDisagreement: true,
        countKey: "spans")
    }
    for text in spans.documents.indices {
      let name = spans.documents[text].name
      let all = Array(spans.codes.indices)
      records.append(
        AgreementRecord(
          "alphaU2004Overall", "Alpha for unitizing (2004), \(name), all codes",
          UnitizingAlpha2004.figure(spans, document: text, codes: all), isDisagreement: true,
          countKey: "spans"
        ).about([document(text)]))
      let family = UnitizingAlpha(spans, document: text)
      func add(_ key: String, _ label: String, _ figure: Figure, _ code: Int? = nil) {
        let about = [document(text)] + (code.map { [self.code($0)] } ?? [])
        records.append(
          AgreementRecord(key, "\(label), \(name)", figure, isDisagreement: true, countKey: nil)
            .about(about))
      }
      add("uAlpha", "u-alpha (2016)", family.uAlpha)
      add("binaryUAlpha", "|u-alpha, coded or not (2016)", family.binary)
      add("cuAlpha", "cu-alpha, which code (2016)", family.cuAlpha)
      add("cuCoverage", "Share of text cu-alpha rests on", family.cuCoverage)
      for (place, figure) in family.kuAlpha.enumerated() {
        add("kuAlpha", "(k)u-alpha of \(spans.codes[place]) (2016)", figure, place)
      }
      // Codes that overlap leave the family undefined over all codes; each alone still has one.
      for place in spans.codes.indices where spans.codes.count > 1 {
        let own = UnitizingAlpha(spans, document: text, codes: [place])
        add(
          "binaryUAlphaOfCode", "|u-alpha of \(spans.codes[place]) alone (2016)", own.binary, place)
      }
    }
    return records
  }

  func segments(_ threshold: Int) -> [AgreementRecord] {
    pairs.map { pair in
      let result = SegmentOverlap(
        spans, first: pair.0, second: pair.1, thresholdPercent: threshold)
      let perCode = result.byCode.filter { $0.total > 0 }.map { counts in
        JSONValue.Member(
          spans.codes[counts.code],
          [
            "segments1": .integer(counts.firstSegments),
            "segments2": .integer(counts.secondSegments),
            "agreements": .integer(counts.agreements),
            "disagreements": .integer(counts.disagreements), "total": .integer(counts.total),
          ])
      }
      return AgreementRecord(
        "segmentOverlap",
        "Segments that overlap by \(threshold)%, as MAXQDA counts: \(names(pair))",
        result.agreement, countKey: nil
      ).about([of(pair), .init("threshold", .integer(threshold))]).with([
        .init("percentAgreement", .optional(result.agreement.value)),
        .init("kappaChance1OverCodes", .optional(result.kappa.value)),
        .init("agreements", .integer(result.agreements)), .init("total", .integer(result.total)),
        .init("codesUsed", .integer(result.codesUsed)), .init("perCode", .object(perCode)),
      ])
    }
  }

  var qualCoder: [AgreementRecord] {
    pairs.flatMap { pair in
      spans.codes.indices.map { place in
        AgreementRecord(
          "qualcoderKappa",
          "The figure QualCoder prints as kappa (it is not Cohen's), \(spans.codes[place]): \(names(pair))",
          QualCoderKappa.figure(spans, code: place, first: pair.0, second: pair.1),
          countKey: "characters"
        ).about([of(pair), code(place)])
      }
    }
  }
}
