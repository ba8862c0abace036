/// Who speaks in a source: a person, a published work, or a source that speaks for itself.
enum Informant: Hashable, Sendable {
  case participant(String)
  /// What case analyses and documents of a case and phase are taken from: together they are one informant.
  case work(String)
  case source(String)

  init(of source: Source) {
    if let participant = source.participant {
      self = .participant(participant)
    } else if let work = source.work, source.kind.isOfWork {
      self = .work(work)
    } else {
      self = .source(source.id)
    }
  }
}

extension Source.Kind {
  /// Whether sources of the kind that are taken from one work are one informant: what nobody said the kind of
  /// counts as a document.
  fileprivate var isOfWork: Bool {
    switch self {
    case .caseAnalysis, .document, .unstated: true
    case .interview, .observation: false
    }
  }
}
