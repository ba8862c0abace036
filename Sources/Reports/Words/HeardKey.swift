import StudyModel

/// What the words mean in which a figure tells of the interviews: of those that stand in it, and of no
/// others.
struct HeardKey {
  /// What is told of each row.
  let figures: [InterviewFigure]

  init(_ figures: some Sequence<InterviewFigure?>) {
    self.figures = figures.compactMap { $0 }
  }

  private var heard: Set<Heard> { Set(figures.compactMap(\.heard)) }

  /// The sentences; nil where no word needs one.
  var text: String? {
    let says = several + presences
    return says.isEmpty ? nil : says.joined(separator: " ")
  }

  /// The words that stand for two or more.
  private var several: [String] {
    let heard = heard
    var says: [String] = []
    if heard.contains(.borneOut(.for)) {
      says.append("Borne out by several: two or more say so, and nobody otherwise.")
    }
    if heard.contains(.borneOut(.against)) {
      says.append(
        "Denied by several: two or more say that it is not so, and nobody otherwise.")
    }
    if heard.contains(.sourcesDiffer) {
      says.append("Interviewees differ: two or more on each side.")
    }
    if heard.contains(.littleHeard) {
      let less =
        says.isEmpty
        ? "no two who say the same and whom nobody contradicts, or silence"
        : "anything less, silence included"
      says.append("Little heard: \(less), and no number with it.")
    }
    if heard.contains(.moreThanOne) {
      says.append(
        "Heard from more than one: two or more besides the convenor, and nobody against.")
    }
    return says
  }

  /// The words of single accounts, which are told of all who agreed and of published cases.
  private var presences: [String] {
    let found = Set(figures.filter { $0.heard.map(\.isOfOne) ?? true }.map(\.presence))
    var says: [String] = []
    if found.contains(.evident) { says.append("Evident: said to be there, and not denied.") }
    if found.contains(.inPart) {
      says.append("In part: said to be there and not to be there in one breath, and nothing else.")
    }
    if found.contains(.denied) { says.append("Denied: said not to be there.") }
    if found.contains(.contested) {
      says.append("Contested: some say that it is there, others that it is not.")
    }
    return says
  }
}

extension Heard {
  /// Whether it stands for what one may have said.
  fileprivate var isOfOne: Bool { if case .agreed = self { true } else { false } }
}
