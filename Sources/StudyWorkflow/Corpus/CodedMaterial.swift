import Foundation
import Reports
import StudyModel
import StudyStore

/// What reports ask of the codings beside scores, gathered as the sources go by: standing segments, and
/// quotes with the words of segments.
struct CodedMaterial {
  private(set) var segments: [StandingSegment] = []
  private var found: [Quote] = []
  private let rule: ConsensusRule
  private let quoting: Quoting
  private let snapshot: StudySnapshot
  private let roles: [Speaker: Participant.Role]
  /// The interviews of each case and phase met so far.
  private var numbers: [CasePhase: Int] = [:]

  init(_ snapshot: StudySnapshot, rule: ConsensusRule, quoting: Quoting) throws {
    self.snapshot = snapshot
    self.rule = rule
    self.quoting = quoting
    roles =
      quoting == .nobody
      ? [:]
      : Dictionary(
        try snapshot.reader.participants().map {
          (Speaker(caseID: $0.caseID, participant: $0.id), $0.role)
        }, uniquingKeysWith: { first, _ in first })
  }

  /// The quotes, the better first; between equals the order of the interviews decides.
  var quotes: [Quote] { found.sorted { $0.interview < $1.interview }.bestFirst }

  /// Takes in a source.
  mutating func add(_ consensus: Consensus) throws {
    let source = consensus.source
    let units = consensus.units(under: rule)
    segments += StandingSegment.all(
      in: consensus, under: rule, framework: snapshot.framework)
    guard source.kind == .interview, let caseID = source.caseID, quoting.takes(caseID),
      let participant = source.participant
    else { return }
    let place = CasePhase(caseID: caseID, phase: source.phase)
    if consensus.isNewest { numbers[place, default: 0] += 1 }
    let words = try snapshot.reader.words(ofSource: source.id)
    let role = roles[Speaker(caseID: caseID, participant: participant)] ?? .participant
    found += quotes(
      units, words: words,
      frame: Quote(
        caseID: caseID, phase: source.phase, text: "", role: role,
        interview: numbers[place] ?? 1, segment: 0, codes: [], participant: participant,
        clear: false))
  }

  /// One quote a standing unit whose words are known, numbered in the order of the interview.
  private func quotes(
    _ units: [ConsensusUnit], words: [Span: StudyReader.SegmentWords], frame: Quote
  ) -> [Quote] {
    var bySpan: [Span: (text: String, clear: Bool, codes: [String])] = [:]
    for unit in units where unit.stands && unit.valence != .mixed {
      guard let meaning = snapshot.framework.meaning(ofCode: unit.code),
        let span = unit.codings.map(\.span).max(by: { $0.length < $1.length }),
        let segment = words[span], let text = segment.text
      else { continue }
      bySpan[span, default: (text, segment.clear == true, [])].codes.append(meaning.construct)
    }
    let marked = units.flatMap { unit in
      unit.readings.compactMap { code, valence in
        snapshot.framework.meaning(ofCode: code).map { meaning in
          (
            span: unit.wholeSpan,
            mark: QuoteMark(
              construct: meaning.construct, isWanted: meaning.desired, valence: valence)
          )
        }
      }
    }
    return bySpan.sorted { $0.key < $1.key }.enumerated().map { place, entry in
      var quote = frame
      quote.marks = Set(marked.filter { $0.span.overlap(with: entry.key) > 0 }.map(\.mark))
      quote.text = Words.marked(entry.value.text)
      quote.segment = place + 1
      quote.codes = Array(Set(entry.value.codes)).sorted()
      quote.clear = entry.value.clear
      return quote
    }
  }

  /// Words as they are quoted.
  private enum Words {
    /// The words on one line, with a mark where they begin or end within a sentence.
    static func marked(_ text: String) -> String {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let startsWhole = words.first { $0.isLetter || $0.isNumber }.map { !$0.isLowercase } ?? true
      let endsWhole = words.last { !"”’\"')".contains($0) }.map { ".!?…".contains($0) } ?? true
      return (startsWhole ? "" : Quote.cut + " ") + words + (endsWhole ? "" : " " + Quote.cut)
    }
  }
}

extension ConsensusUnit {
  /// What somebody read in its words and no decision has set aside.
  ///
  /// What stands, and also what one of two
  /// coders alone marked. No word is formed of that, but whoever reads the quote reads it there too.
  fileprivate var readings: [(code: String, valence: Valence)] {
    if decision != nil { return stands ? [(code, valence)] : [] }
    return [(code, valence)] + codings.map { (codedAs, $0.valence ?? .supporting) }
  }

  /// Everything that a coder marked in it, and where a decision put it.
  fileprivate var wholeSpan: Span {
    codings.reduce(span) { whole, coding in
      Span(
        start: min(whole.start, coding.span.start), end: max(whole.end, coding.span.end))
    }
  }
}

extension Quoting {
  /// Whether words of a case are read.
  fileprivate func takes(_ caseID: String) -> Bool {
    switch self {
    case .nobody: false
    case .oneCase(let id): id == caseID
    case .everybody: true
    }
  }
}
