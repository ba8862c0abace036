import FileFormats
import Reports
import Statistics
public import StudyModel

extension AgreementListing {
  /// The figures about stretches of text.
  public init(_ result: SpansAgreement) {
    let names = SpanNames(spans: result.spans)
    var figures = result.pairs.flatMap(names.characters)
    figures += names.characterAlphas(result)
    figures += names.unitizing2004(result)
    for (place, text) in result.documents.enumerated() {
      figures += names.unitizing(text, place)
    }
    figures += result.documents.enumerated().map { names.alignment($1, $0) }
    if let choice = result.gamma {
      figures += result.documents.enumerated().compactMap { place, text in
        text.gamma.map { names.gamma($0, place, choice) }
      }
    }
    for place in result.thresholds.indices {
      figures += result.pairs.map { names.segments($0.segments[place], $0) }
    }
    figures += result.pairs.flatMap(names.qualCoder)
    self.init(facts: Self.facts(result), figures: figures)
    notes = Self.notes(result)
    undeclared = result.areExtentsDeclared ? [] : [.extents]
  }

  private static func facts(_ result: SpansAgreement) -> [JSONValue.Member] {
    [
      .init("coders", .strings(result.spans.coders)),
      .init("codes", .strings(result.spans.codes)),
      .init(
        "documents",
        .object(
          result.spans.documents.map {
            .init(
              $0.name,
              .array([.integer($0.extent.lowerBound), .integer($0.extent.upperBound)]))
          })),
      .init("documentsDeclared", .bool(result.areExtentsDeclared)),
    ]
  }

  private static func notes(_ result: SpansAgreement) -> [String] {
    var notes = [
      "Characters are not independent of each other, so no standard error is given for figures that count them.",
      "Text that nobody coded dominates agreement by characters: read Jaccard and Dice beside it.",
    ]
    if let gamma = result.gamma {
      notes.append(
        "Gamma's expected disorder is drawn: seed \(gamma.seed), \(SeededGenerator.name). Gamma is a figure of one document."
      )
    }
    if !result.areExtentsDeclared {
      notes.append(
        "No extents were declared, so each document runs from 0 to its longest end.")
    }
    return notes
  }
}

/// Figures of spans under the names of their coders, texts and codes.
private struct SpanNames {
  let spans: SpanSet

  private func of(_ pair: SpansAgreement.Pair) -> JSONValue.Member {
    .init("coders", .strings([spans.coders[pair.first], spans.coders[pair.second]]))
  }

  private func names(_ pair: SpansAgreement.Pair) -> String {
    "\(spans.coders[pair.first]), \(spans.coders[pair.second])"
  }

  private func document(_ place: Int) -> JSONValue.Member {
    .init("document", .string(spans.documents[place].name))
  }

  private func code(_ place: Int) -> JSONValue.Member { .init("code", .string(spans.codes[place])) }

  private func place(_ text: Int, _ code: Int) -> String {
    "\(spans.documents[text].name), \(spans.codes[code])"
  }

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

  func characters(_ pair: SpansAgreement.Pair) -> [AgreementRecord] {
    let result = pair.characters
    let who = names(pair)
    let cells = result.cells.map { cell in
      record(
        "characterKappa", "Kappa by characters, \(place(cell.document, cell.code)): \(who)",
        cell.overlap
      ).about([of(pair), document(cell.document), code(cell.code)])
    }
    let byCode = result.byCode.enumerated().map { place, overlap in
      record(
        "perCodePooledCharacters",
        "Kappa by characters, all documents, \(spans.codes[place]): \(who)", overlap
      ).about([of(pair), code(place)])
    }
    return cells + byCode + means(result, who).map { $0.about([of(pair)]) }
  }

  private func means(_ result: CharacterComparison, _ who: String) -> [AgreementRecord] {
    let mean = result.meanKappa
    let pooled = result.pooled
    return [
      AgreementRecord(
        "meanKappaDefinedCells", "Mean kappa over cells that have one: \(who)",
        value: mean.value, reason: "it is undefined for every cell"
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
    ]
  }

  func characterAlphas(_ result: SpansAgreement) -> [AgreementRecord] {
    each(result.documents.map(\.characterAlpha)) { text, code, figure in
      AgreementRecord(
        "characterAlphaNominal", "Alpha by characters, \(place(text, code))", figure,
        isDisagreement: true, countKey: "nPairable")
    }
  }

  func unitizing2004(_ result: SpansAgreement) -> [AgreementRecord] {
    each(result.documents.map(\.unitizing2004)) { text, code, figure in
      AgreementRecord(
        "alphaU2004", "Alpha for unitizing (2004), \(place(text, code))", figure,
        isDisagreement: true, countKey: "spans")
    }
  }

  /// A value for each document and code.
  private func each(
    _ figures: [[Figure]], _ record: (Int, Int, Figure) -> AgreementRecord
  ) -> [AgreementRecord] {
    figures.enumerated().flatMap { text, ofCodes in
      ofCodes.enumerated().map { place, figure in
        record(text, place, figure).about([document(text), code(place)])
      }
    }
  }

  func unitizing(_ text: SpansAgreement.Document, _ place: Int) -> [AgreementRecord] {
    let name = spans.documents[place].name
    func record(
      _ key: String, _ label: String, _ figure: Figure, _ code: Int? = nil
    ) -> AgreementRecord {
      AgreementRecord(key, "\(label), \(name)", figure, isDisagreement: true, countKey: nil)
        .about([document(place)] + (code.map { [self.code($0)] } ?? []))
    }
    let family = text.family
    let overall = AgreementRecord(
      "alphaU2004Overall", "Alpha for unitizing (2004), \(name), all codes",
      text.unitizing2004Overall, isDisagreement: true, countKey: "spans"
    ).about([document(place)])
    let whole = [
      record("uAlpha", "u-alpha (2016)", family.uAlpha),
      record("binaryUAlpha", "|u-alpha, coded or not (2016)", family.binary),
      record("cuAlpha", "cu-alpha, which code (2016)", family.cuAlpha),
      record("cuCoverage", "Share of text cu-alpha rests on", family.cuCoverage),
    ]
    let ofCodes = family.kuAlpha.enumerated().map { code, figure in
      record("kuAlpha", "(k)u-alpha of \(spans.codes[code]) (2016)", figure, code)
    }
    let alone = text.alone.enumerated().map { code, figure in
      record("binaryUAlphaOfCode", "|u-alpha of \(spans.codes[code]) alone (2016)", figure, code)
    }
    return [overall] + whole + ofCodes + alone
  }

  /// The disorder of the best alignment under both weightings in use.
  func alignment(_ text: SpansAgreement.Document, _ place: Int) -> AgreementRecord {
    AgreementRecord(
      "gammaBestAlignmentDisorder",
      "Disorder of the best alignment (gamma), \(spans.documents[place].name)", text.disorder,
      countKey: "spans"
    ).about([document(place)]).with(
      [
        .init("alpha1Beta1", .optional(text.disorder.value)),
        .init("alpha3Beta1", .optional(text.disorderAsSoftware.value)),
      ] + Self.emptyUnits + [
        .init("method", .string("exact: no alignment of all coders' units has less disorder"))
      ])
  }

  /// Gamma, with all that its drawing depends on.
  func gamma(_ gamma: Gamma, _ place: Int, _ choice: GammaChoice) -> AgreementRecord {
    AgreementRecord(
      "gamma", "Gamma, \(spans.documents[place].name)", gamma.figure, isDisagreement: true,
      countKey: "spans"
    ).about([document(place)]).with(
      [
        .init("alpha", .number(choice.dissimilarity.positionWeight)),
        .init("beta", .number(choice.dissimilarity.codeWeight)),
      ] + Self.emptyUnits + [
        .init("resamples", .integer(gamma.resamples)),
        .init("precision", .optional(gamma.precision)),
        .init("simulationInterval", .interval(gamma.simulationInterval)),
        .init("sampler", .string(Gamma.samplerName)),
        .init("generator", .string(SeededGenerator.name)), .init("seed", .seed(choice.seed)),
      ])
  }

  private static let emptyUnits: [JSONValue.Member] = [
    .init("deltaEmpty", .integer(1)), .init("pairOfTwoEmptyUnitsCosts", .integer(1)),
  ]

  func segments(_ overlap: SegmentOverlap, _ pair: SpansAgreement.Pair) -> AgreementRecord {
    let threshold = overlap.thresholdPercent
    let perCode = overlap.byCode.filter { $0.total > 0 }.map { counts in
      JSONValue.Member(
        spans.codes[counts.code],
        [
          "segments1": .integer(counts.firstSegments), "segments2": .integer(counts.secondSegments),
          "agreements": .integer(counts.agreements),
          "disagreements": .integer(counts.disagreements), "total": .integer(counts.total),
        ])
    }
    return AgreementRecord(
      "segmentOverlap",
      "Segments that overlap by \(threshold)%, as MAXQDA counts: \(names(pair))",
      overlap.agreement, countKey: nil
    ).about([of(pair), .init("threshold", .integer(threshold))]).with([
      .init("percentAgreement", .optional(overlap.agreement.value)),
      .init("kappaChance1OverCodes", .optional(overlap.kappa.value)),
      .init("agreements", .integer(overlap.agreements)), .init("total", .integer(overlap.total)),
      .init("codesUsed", .integer(overlap.codesUsed)), .init("perCode", .object(perCode)),
    ])
  }

  func qualCoder(_ pair: SpansAgreement.Pair) -> [AgreementRecord] {
    pair.qualCoder.enumerated().map { place, figure in
      AgreementRecord(
        "qualcoderKappa",
        "The figure QualCoder prints as kappa (it is not Cohen's), \(spans.codes[place]): \(names(pair))",
        figure, countKey: "characters"
      ).about([of(pair), code(place)])
    }
  }
}
