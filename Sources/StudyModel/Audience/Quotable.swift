extension SeenScore {
  /// Whether a passage that was coded so may be quoted.
  ///
  /// To others than the researcher words say what a word hides: two that are quoted on what is "little
  /// heard" tell that exactly one person spoke against it. So all that a passage was coded with has to be
  /// told of this case and phase, on the side that is told.
  public func mayQuote(_ marks: Set<QuoteMark>) -> Bool {
    switch formed {
    case .asTheyAre: true
    case .forOthers(let quotable): !marks.isEmpty && marks.isSubset(of: quotable)
    }
  }
}

extension SeenInterviews {
  /// What a passage may be coded with to be quoted to others.
  func quotable(_ tree: ConstructTree) -> Set<QuoteMark> {
    var marks: Set<QuoteMark> = []
    for (number, heard) in ownWords {
      for valence in heard.toldValences {
        marks.insert(QuoteMark(construct: tree.ids[number], valence: valence))
      }
    }
    for number in wanted {
      marks.insert(
        QuoteMark(construct: tree.ids[number], isWanted: true, valence: .supporting))
    }
    return marks
  }
}

extension Heard {
  /// The sides of which it says that somebody spoke.
  fileprivate var toldValences: [Valence] {
    switch self {
    case .borneOut(.for), .moreThanOne: [.supporting]
    case .borneOut(.against): [.contrary]
    case .sourcesDiffer: Valence.allCases
    case .littleHeard, .hidden: []
    case .agreed(let presence):
      switch presence {
      case .evident: [.supporting]
      case .denied: [.contrary]
      case .contested, .inPart: Valence.allCases
      case .notSpokenOf, .undecided, .sourcesDiffer, .littleHeard, .heardFromMoreThanOne, .hidden:
        []
      }
    }
  }
}
