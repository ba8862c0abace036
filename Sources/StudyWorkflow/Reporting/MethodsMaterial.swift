import Reports
import StudyModel
import StudyStore

/// What is known of the study's sources, read once.
struct MethodsSources: Sendable {
  /// Segments whose words are not those of their transcript.
  let otherWords: Int
  private let all: [Source]
  private let phases: [String]
  private let people: [Speaker: Participant]
  private let transcripts: Set<String>
  private let mismatched: Set<String>
  private let coders: [String: Int]

  /// `coders` says how many coders have read each source.
  init(_ reader: StudyReader, coders: [String: Int]) throws {
    self.coders = coders
    all = try reader.sources()
    phases = try reader.phases().values.sorted { $0.isBefore($1) }.map(\.name)
    people = Dictionary(
      try reader.participants().map { (Speaker(caseID: $0.caseID, participant: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    transcripts = Set(try reader.transcriptLengths().keys)
    let segments = try reader.segmentsWithOtherWords()
    otherWords = segments.count
    mismatched = Set(segments.map(\.source))
  }

  /// Those of which some eyes may be told.
  func shown(to eyes: Eyes, rules: ScoringRules) -> ShownSources {
    ShownSources(all, for: eyes, rules: rules)
  }

  /// A row a case and phase with sources, in the order of the cases; the whole set last, where these eyes
  /// see more than one case.
  func rows(
    of cases: [Case], _ shown: ShownSources, for eyes: Eyes
  ) -> [SeenMethods.MaterialRow] {
    let byPlace = Dictionary(grouping: all, by: CasePhase.init(of:))
    let ids = cases.map { Optional($0.id) } + (eyes.caseID == nil ? [nil] : [])
    return ids.flatMap { id in
      ([nil] + phases.map(Optional.init)).compactMap { phase in
        let place = CasePhase(caseID: id, phase: phase)
        return byPlace[place].map { own in
          .init(
            caseID: id, phase: phase,
            material: shown.contains(place) ? .shown(material(own, for: eyes)) : .hidden)
        }
      }
    }
  }

  /// All rows that are shown as one; a person or an organization in several counts once.
  ///
  /// To others roles are told only where no row hides any. Who is in several rows would follow from the
  /// rows and the total, so people and organizations are counted for others only where nobody is.
  func total(of rows: [SeenMethods.MaterialRow], for eyes: Eyes) -> SeenMethods.Material {
    let seen = rows.compactMap { row in
      row.material.value.map { (CasePhase(caseID: row.caseID, phase: row.phase), $0) }
    }
    let shown = Set(seen.map(\.0))
    var total = material(all.filter { shown.contains(CasePhase(of: $0)) }, for: eyes)
    guard !eyes.seeEverything, var people = total.people.value else { return total }
    let rowsOfPeople = rows.map { $0.material.flatMap(\.people) }
    if rowsOfPeople.contains(where: { $0.flatMap(\.roles).isHidden }) { people.roles = .hidden }
    let apart = rowsOfPeople.compactMap(\.value)
    let isSum =
      people.interviewees == apart.reduce(0) { $0 + $1.interviewees }
      && people.organizations == apart.reduce(0) { $0 + $1.organizations }
    total.people = isSum ? .shown(people) : .hidden
    return total
  }

  /// Some of the sources together.
  private func material(_ sources: [Source], for eyes: Eyes) -> SeenMethods.Material {
    var material = SeenMethods.Material()
    var (cover, isNamed, named) = (CodingCover(), true, Set<String>())
    for source in sources {
      material.sources[source.kind, default: 0] += 1
      if transcripts.contains(source.id) { material.transcripts += 1 }
      if mismatched.contains(source.id) { material.mismatched += 1 }
      // Of what was handed in, others could tell in how many interviews anything was found.
      let isTold = eyes.seeEverything || source.isOfNobody
      cover.add(sourceReadBy: isTold ? coders[source.id] ?? 0 : source.coders.count)
      isNamed = isNamed && (isTold || !source.coders.isEmpty)
      named.formUnion(source.coders)
    }
    (material.cover, material.coders) =
      isNamed ? (.shown(cover), .shown(named.count)) : (.hidden, .hidden)
    material.people = .shown(interviewed(in: sources, for: eyes))
    return material
  }

  private func interviewed(in sources: [Source], for eyes: Eyes) -> SeenMethods.People {
    var spoken: [Speaker: Participant] = [:]
    for source in sources {
      if let caseID = source.caseID, let participant = source.participant {
        let speaker = Speaker(caseID: caseID, participant: participant)
        spoken[speaker] = people[speaker]
      }
    }
    return .init(
      interviewees: spoken.count,
      organizations: Set(spoken.values.compactMap(\.organization)).count,
      roles: eyes.seeGrades || spoken.isEmpty
        ? .shown(Dictionary(grouping: spoken.values, by: \.role).mapValues(\.count)) : .hidden)
  }
}
