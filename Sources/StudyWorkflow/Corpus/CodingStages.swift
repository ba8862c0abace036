import Exchange
public import StudyModel
import StudyStore

/// The second walk over the codings: what coders did at earlier stages, which needs codings that have
/// given way since.
///
/// All stages asked for are gathered in one walk.
///
/// Imports that were taken back are gone for every stage.
struct CodingStages {
  /// Imports that belong together, in the order in which they came in.
  struct Group {
    /// What tells the group from others.
    var key: String
    /// The imports.
    var imports: [ImportEntry]

    /// Their numbers.
    var numbers: Set<Int64> { Set(imports.map(\.id)) }
  }

  private let snapshot: StudySnapshot
  private let history: CodebookHistory
  /// The imports with codings that stand and came in by the end of the day.
  private let withCodings: [ImportEntry]

  /// - Parameters:
  ///   - snapshot: The study.
  ///   - day: `YYYY-MM-DD` or a time in ISO 8601; nil for now.
  /// - Throws: `Failure` where the day cannot be read.
  init(_ snapshot: StudySnapshot, asOf day: String?) throws {
    self.snapshot = snapshot
    let imports = try Self.standing(try snapshot.standingImports(), asOf: day)
    history = try snapshot.codebookHistory()
    let coding = Set(history.versions.flatMap(\.coded.imports) + history.unknown.imports)
    withCodings = imports.filter { coding.contains($0.id) }
  }

  private static func standing(
    _ imports: [ImportEntry], asOf day: String?
  ) throws -> [ImportEntry] {
    guard let day else { return imports }
    guard day.count >= 10, RowFields.isDate(String(day.prefix(10))) else {
      throw Failure(
        .usage, .noDay, "\"\(day)\" is no day", remedy: "Write it as 2026-03-31.", found: day)
    }
    // Times are compared as text; a day alone takes in all of that day.
    return imports.filter { day.count == 10 ? $0.at.prefix(10) <= day : $0.at <= day }
  }

  /// What coders did by the end of a day.
  static func material(_ snapshot: StudySnapshot, asOf day: String) throws -> AgreementMaterial {
    let imports = try standing(try snapshot.standingImports(), asOf: day)
    let materials = try materials(snapshot, of: [Set(imports.map(\.id))])
    return materials.first ?? AgreementMaterial([])
  }

  /// The rounds of coding and what was coded under each version of the codebook, oldest first.
  func roundsAndVersions() throws -> (rounds: [CodingStage], versions: [CodingStage]) {
    let rounds = groups { $0.roundName }
    let versions = groups(by: versionHash)
    let all = try Self.materials(snapshot, of: (rounds + versions).map(\.numbers))
    return (
      try zip(rounds, all).map { try round($0, $1) },
      try zip(versions, all.dropFirst(rounds.count)).map { try version($0, $1) }
    )
  }

  /// The rounds alone.
  func rounds() throws -> [CodingStage] {
    let groups = groups { $0.roundName }
    let materials = try Self.materials(snapshot, of: groups.map(\.numbers))
    return try zip(groups, materials).map { try round($0, $1) }
  }

  /// The versions alone.
  func versions() throws -> [CodingStage] {
    let groups = groups(by: versionHash)
    let materials = try Self.materials(snapshot, of: groups.map(\.numbers))
    return try zip(groups, materials).map { try version($0, $1) }
  }

  /// The hash of the version in force when an import came in; empty where it is not known.
  private func versionHash(_ entry: ImportEntry) -> String {
    entry.frameworkNumber.flatMap { number in
      history.versions.first { $0.number == number }?.sha256
    } ?? ""
  }

  private func round(_ group: Group, _ material: AgreementMaterial) throws -> CodingStage {
    let isDay = group.imports.allSatisfy { $0.round == nil }
    let last = group.imports.last?.frameworkNumber
    return CodingStage(
      key: group.key,
      name: isDay ? "Round of \(group.key)" : "Round \u{201C}\(group.key)\u{201D}",
      material: material,
      meanings: try meanings(history.versions.first { $0.number == last }?.framework))
  }

  /// Files that are the same are one version, whenever they were in force; versions of the same
  /// number are told apart by their hash.
  private func version(_ group: Group, _ material: AgreementMaterial) throws -> CodingStage {
    let hash = group.key
    let version = history.versions.last { $0.sha256 == hash }
    let isAmbiguous = history.versions.contains {
      $0.version == version?.version && $0.sha256 != hash
    }
    let key =
      version.map { isAmbiguous ? "\($0.version) (\(hash.prefix(8)))" : $0.version }
      ?? "unknown"
    return CodingStage(
      key: key, name: version == nil ? "Version not known" : "Version \(key)",
      material: material, meanings: try meanings(version?.framework))
  }

  /// The imports that brought codings, in groups, in the order in which the groups began.
  private func groups(by key: (ImportEntry) -> String) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for entry in withCodings {
      let name = key(entry)
      if let known = places[name] {
        groups[known].imports.append(entry)
      } else {
        places[name] = groups.count
        groups.append(Group(key: name, imports: [entry]))
      }
    }
    return groups
  }

  /// What the codes of the study mean in a version of the framework.
  private func meanings(_ framework: Framework?) throws -> [String: CodeDefinition] {
    guard let framework else { return [:] }
    return Dictionary(
      try snapshot.reader.codes().flatMap(Codebook(snapshot.framework).meanings).compactMap {
        code in
        framework.definition(ofCode: code).map { (code, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What coders did in each group of imports; a source counts for the registered coders who coded
  /// anything in it.
  private static func materials(
    _ snapshot: StudySnapshot, of numbers: [Set<Int64>]
  ) throws -> [AgreementMaterial] {
    guard !numbers.isEmpty else { return [] }
    var sources = Array(repeating: [CodedSource](), count: numbers.count)
    try snapshot.reader.forEachSourceHistory { history in
      try Task.checkCancellation()
      for (place, imports) in numbers.enumerated() {
        if let coded = history.coded(by: imports) { sources[place].append(coded) }
      }
    }
    let lengths = try snapshot.reader.transcriptLengths()
    let codebook = Codebook(snapshot.framework)
    return sources.map { sources in
      AgreementMaterial(
        sources, among: Set(sources.flatMap { $0.codings.map(\.coder) }), lengths: lengths,
        codebook: codebook)
    }
  }
}

extension StudySnapshot {
  /// What coders did with each source, now or at the end of a day.
  ///
  /// An earlier day has the codings and decisions of the imports up to then that still stand, and
  /// codings that gave way to a later import; a source then counts for the registered coders who had
  /// coded anything by that day. Imports that were taken back are gone for every day.
  ///
  /// - Parameter day: `YYYY-MM-DD` or a time in ISO 8601; nil for now.
  /// - Returns: The sources two or more coders read, with what each did.
  /// - Throws: `Failure` where the day cannot be read.
  public func agreementMaterial(asOf day: String? = nil) throws -> AgreementMaterial {
    if let day { return try CodingStages.material(self, asOf: day) }
    var gathering = AgreementMaterial.Gathering(lengths: try reader.transcriptLengths())
    try forEachSource {
      gathering.add($0, leastOverlap: framework.scoring.unitOverlap)
    }
    return gathering.material
  }

  /// The rounds of coding, oldest first: imports of codings that were said to belong together, or
  /// else those of one day.
  public func codingRounds(asOf day: String? = nil) throws -> [CodingStage] {
    try CodingStages(self, asOf: day).rounds()
  }

  /// What was coded under each version of the codebook, oldest first.
  ///
  /// Files that are the same are one version, whenever they were in force; versions of the same
  /// number are told apart by their hash.
  public func codingVersions(asOf day: String? = nil) throws -> [CodingStage] {
    try CodingStages(self, asOf: day).versions()
  }
}

extension Study {
  /// What coders did with each source; see ``StudySnapshot/agreementMaterial(asOf:)``.
  public func agreementMaterial(asOf day: String? = nil) throws -> AgreementMaterial {
    try read { try $0.agreementMaterial(asOf: day) }
  }

  /// The rounds of coding; see ``StudySnapshot/codingRounds(asOf:)``.
  public func codingRounds(asOf day: String? = nil) throws -> [CodingStage] {
    try read { try $0.codingRounds(asOf: day) }
  }

  /// What was coded under each version; see ``StudySnapshot/codingVersions(asOf:)``.
  public func codingVersions(asOf day: String? = nil) throws -> [CodingStage] {
    try read { try $0.codingVersions(asOf: day) }
  }
}
