/// Fills the slots of a finding's text.
///
/// A slot whose figure is absent or hidden leaves a hole, and a sentence with a hole is not said: the
/// text is then nil.
struct FindingWriter {
  /// Where the figures come from: one case, or the set.
  enum Ground {
    case one(CaseReading)
    case set(Verdict.Counted?)
  }

  let framework: Framework
  let ground: Ground
  let this: String?
  /// Whether the name of the construct at hand is left out.
  private(set) var isNameless = false

  /// Whether it is left out of which cases a count is, which was said before.
  private(set) var saysTotalAlone = false

  /// What stands where a name is left out.
  private static let noName = "…"

  /// The same, with the name of the construct at hand left out.
  var nameless: FindingWriter {
    var writer = self
    writer.isNameless = true
    return writer
  }

  /// What is said of this construct in a sentence about several; nil with a hole.
  func item(_ text: FindingTextOfSeveral) -> Finding.Item? {
    let isTerm = text.item.pieces.contains {
      if case .slot(.term, _, _) = $0 { true } else { false }
    }
    guard let words = write(text.item), let says = frame(text.says),
      let construct = this.flatMap(framework.construct)
    else { return nil }
    // What is called by the field's term in the sentence is called so in the heading.
    let name = isTerm ? construct.name : construct.plainName
    let unnamed = nameless.write(text.item) ?? ""
    // Within the list a name stands as it does in a sentence.
    var again = self
    again.saysTotalAlone = true
    return Finding.Item(
      words: Words.inSentence(words), again: Words.inSentence(again.write(text.item) ?? words),
      scope: counted?.scope ?? "",
      rest: unnamed.hasPrefix(Self.noName) ? String(unnamed.dropFirst(Self.noName.count)) : "",
      name: Words.inSentence(name), says: says,
      heading: text.heading.flatMap(frame))
  }

  /// A text around its list; nil with a hole, or without a list.
  private func frame(_ text: FindingText) -> Finding.Item.Frame? {
    let pieces = text.pieces
    guard let list = pieces.firstIndex(where: \.isItems) else { return nil }
    func part(_ pieces: some Collection<FindingText.Piece>) -> String? {
      pieces.isEmpty ? "" : write(FindingText(Array(pieces)))
    }
    // What follows the list goes on with its sentence: a mark stands for the list while it is written.
    let rest = Array(pieces[(list + 1)...])
    guard let before = part(pieces[..<list]),
      let after = write(FindingText([.words(Self.noName)] + rest))?.dropFirst(Self.noName.count)
    else { return nil }
    return Finding.Item.Frame(before: before, after: String(after))
  }

  /// The text with its slots filled, its sentences beginning with capitals; nil with a hole.
  func write(_ text: FindingText) -> String? {
    let gaps = constructsWithGap(in: text)
    var written = ""
    for piece in text.pieces {
      switch piece {
      case .words(let words):
        written += words
      case .slot(let slot, let of, let capital):
        let id = of.map { FindingCondition.resolve($0, this) } ?? this
        let value = fill(slot, of: id, gapIsSaid: id.map(gaps.contains) ?? false)
        guard let value, !value.isEmpty else { return nil }
        if isNameless, slot == .name || slot == .term, id == this {
          written += Self.noName
          continue
        }
        // A case's own spelling is left alone even where it begins a sentence.
        let keepsCase = slot == .caseName || slot == .cases
        let isCapital = capital || (!keepsCase && startsSentence(written))
        written += isCapital ? Words.capitalized(value) : value
      }
    }
    return written.isEmpty ? nil : written
  }

  /// The constructs of which the text says the gap, or what is wanted or received: their interval is
  /// that of the gap.
  private func constructsWithGap(in text: FindingText) -> Set<String> {
    Set(
      text.pieces.compactMap { piece in
        guard case .slot(let slot, let of, _) = piece, [.gap, .wanted, .received].contains(slot)
        else { return nil }
        return of.map { FindingCondition.resolve($0, this) } ?? this
      })
  }

  private func startsSentence(_ written: String) -> Bool {
    guard let last = written.last(where: { !$0.isWhitespace }) else { return true }
    return written.last?.isWhitespace == true && ".?!".contains(last)
  }

  private func fill(_ slot: FindingText.Slot, of id: String?, gapIsSaid: Bool) -> String? {
    switch slot {
    case .name:
      return id.flatMap(framework.construct).map { Words.inSentence($0.plainName) }
    case .term:
      return id.flatMap(framework.construct).map { Words.inSentence($0.name) }
    case .cases: return counted.map { Words.list($0.names, atMost: Words.mostNames) }
    case .count: return counted.map { String($0.names.count) }
    case .of: return counted.map { saysTotalAlone ? $0.total : $0.ofWords }
    default: break
    }
    guard case .one(let reading) = ground else { return nil }
    switch slot {
    case .caseName: return reading.name
    case .health: return reading.number(.health).map(Words.whole)
    case .breadth: return reading.number(.valueBreadth).map(Words.whole)
    case .streams: return reading.streamsOfValue
    case .agreeing: return reading.number(.agreeing).map(Words.whole)
    case .agreeingInPart: return reading.number(.agreeingInPart).map(Words.whole)
    case .contradicting: return reading.number(.contradicting).map(Words.whole)
    case .compared: return reading.number(.compared).map(Words.whole)
    case .attribute: return id.flatMap { reading.about?.attribute($0) }
    case .pillar: return id.flatMap { reading.number(.pillar($0)) }.map(Words.whole)
    default: return id.flatMap { figure(slot, of: $0, in: reading, gapIsSaid: gapIsSaid) }
    }
  }

  private var counted: Verdict.Counted? {
    guard case .set(let counted) = ground else { return nil }
    return counted
  }

  /// A figure of one construct in one case.
  private func figure(
    _ slot: FindingText.Slot, of id: String, in reading: CaseReading, gapIsSaid: Bool
  ) -> String? {
    switch slot {
    case .score: reading.number(.score(id)).map(Words.whole)
    case .wanted: reading.number(.desired(id)).map(Words.whole)
    case .received: reading.number(.derived(id)).map(Words.whole)
    case .gap: reading.number(.gap(id)).map(Words.gap)
    case .interval:
      gapIsSaid
        ? reading.gap(id).figure?.intervalInWords
        : reading.construct(id)?.interval.map(Words.interval)
    case .survey: reading.number(.surveyLevel(id)).map(Words.whole)
    case .interviews: reading.number(.interviewLevel(id)).map(Words.whole)
    case .informants: informants(id, in: reading)
    case .answers: reading.number(.answers(id)).map(Words.whole)
    case .mentions:
      reading.counts(id).map { String($0.mentions) }
    case .grade: reading.counts(id)?.grade?.rawValue
    case .band: reading.construct(id)?.band?.rawValue
    case .convergence: reading.words(.convergence(id))?.first
    case .change: reading.change(id).map(\.words)
    case .level: level(id, in: reading)
    case .joint: joint(id, in: reading)
    case .share: reading.survey(id).figure.flatMap(ShareAbove.init)?.words
    case .loss: reading.loss.loss(before: id)?.words
    case .name, .term, .caseName, .attribute, .health, .breadth, .cases, .count, .of, .items,
      .pillar, .agreeing, .agreeingInPart, .contradicting, .compared, .streams:
      nil
    }
  }

  /// Its score, with the levels that it is made of where they are two.
  private func joint(_ id: String, in reading: CaseReading) -> String? {
    guard let score = reading.number(.score(id)).map(Words.whole) else { return nil }
    guard let survey = reading.number(.surveyLevel(id)).map(Words.whole),
      let interviews = reading.number(.interviewLevel(id)).map(Words.whole)
    else { return score + " of 100" }
    return "\(score) of 100 (survey \(survey), interviews \(interviews))"
  }

  /// Its level; where it has none and was not asked for, what the interviews say.
  private func level(_ id: String, in reading: CaseReading) -> String? {
    // On too little for a band a number would say more than is known.
    let isAlone = reading.survey(id).isAbsent && reading.construct(id)?.band == nil
    if !isAlone, let score = reading.number(.score(id)) { return Words.whole(score) + " of 100" }
    guard reading.survey(id).isAbsent, let figure = reading.interview(id), figure.isSpoken
    else { return nil }
    return figure.heard?.words ?? figure.presence.rawValue
  }

  /// `6 of 8` interviewees, not counting sources that are no interview; nil without an interviewee.
  ///
  /// To others than the researcher it is told from two on.
  private func informants(_ id: String, in reading: CaseReading) -> String? {
    guard let voices = reading.interview(id)?.voices, voices.interviewees > 0 else { return nil }
    return "\(voices.speaking) of \(voices.interviewees)"
  }
}

extension ValueGap {
  /// Its interval in its own direction: `33 to 53` of `43 short`, `4 to 20` of `11 over`; with signs where it
  /// has both.
  var intervalInWords: String? {
    guard var interval else { return nil }
    if gap < 0 { (interval.low, interval.high) = (-interval.high, -interval.low) }
    return interval.low < 0 ? Words.signedInterval(interval) : Words.interval(interval)
  }
}
