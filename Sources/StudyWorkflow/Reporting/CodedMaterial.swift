import Foundation
import Reports
import StudyModel
import StudyStore

/// What reports need of the codings beside scores: quotes and standing segments.
struct CodedMaterial {
  var quotes: [Quote] = []
  var segments: [StandingSegment] = []
}

extension Study {
  /// Goes through the codings once for all of it.
  func codedMaterial(rule: ConsensusRule) throws -> CodedMaterial {
    try file.read { reader in
      var material = CodedMaterial()
      let roles = Dictionary(
        try reader.participants().map { ("\($0.caseID)\u{1F}\($0.id)", $0.role) },
        uniquingKeysWith: { first, _ in first })
      var numbers: [String: Int] = [:]
      try reader.forEachCodedSource { coded in
        let source = coded.source
        let consensus = Consensus(of: coded, leastOverlap: framework.scoring.unitOverlap)
        let standing = consensus.units(under: rule).filter(\.stands)
        material.segments += StandingSegment.all(in: consensus, under: rule, framework: framework)
        guard source.kind == .interview, let caseID = source.caseID,
          let participant = source.participant
        else { return }
        if coded.isNewest { numbers["\(caseID)\u{1F}\(source.phase ?? "")", default: 0] += 1 }
        let words = try reader.words(ofSource: source.id)
        material.quotes += quotes(
          standing, words: words,
          frame: Quote(
            caseID: caseID, phase: source.phase, text: "",
            role: roles["\(caseID)\u{1F}\(participant)"] ?? "participant",
            interview: numbers["\(caseID)\u{1F}\(source.phase ?? "")"] ?? 1, segment: 0, codes: [],
            participant: participant, clear: false))
      }
      // Whole sentences first; between equals the order of the interviews decides.
      material.quotes.sort {
        ($0.caseID, $0.phase ?? "", Passage.rank($0.text), $0.interview)
          < ($1.caseID, $1.phase ?? "", Passage.rank($1.text), $1.interview)
      }
      return material
    }
  }

  /// One quote a standing unit whose words are known, numbered in the order of the interview.
  private func quotes(
    _ units: [ConsensusUnit], words: [Span: StudyReader.SegmentWords], frame: Quote
  ) -> [Quote] {
    var bySpan: [Span: (text: String, clear: Bool, codes: [String])] = [:]
    for unit in units where unit.valence != .mixed {
      guard let meaning = framework.meaning(ofCode: unit.code) else { continue }
      guard let span = unit.codings.map(\.span).max(by: { $0.length < $1.length }),
        let segment = words[span], let text = segment.text
      else { continue }
      bySpan[span, default: (text, segment.clear == true, [])].codes.append(meaning.construct)
    }
    return bySpan.sorted { $0.key < $1.key }.enumerated().map { place, entry in
      var quote = frame
      quote.text = Passage.marked(entry.value.text)
      quote.segment = place + 1
      quote.codes = Array(Set(entry.value.codes)).sorted()
      quote.clear = entry.value.clear
      return quote
    }
  }
}

/// Passages as they are quoted.
enum Passage {
  private static let cut = "[...]"

  /// The words on one line, with a mark where they begin or end within a sentence.
  static func marked(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let startsWhole = words.first { $0.isLetter || $0.isNumber }.map { !$0.isLowercase } ?? true
    let endsWhole = words.last { !"”’\"')".contains($0) }.map { ".!?…".contains($0) } ?? true
    return (startsWhole ? "" : cut + " ") + words + (endsWhole ? "" : " " + cut)
  }

  /// Smaller is better to quote: whole, and long enough to say something.
  static func rank(_ text: String) -> Int {
    let cuts = text.components(separatedBy: cut).count - 1
    return cuts * 10 + (text.count < 60 ? 5 : text.count > 320 ? 3 : 0)
  }
}
