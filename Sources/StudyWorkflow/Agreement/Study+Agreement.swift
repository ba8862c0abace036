import Exchange
import Foundation
public import StudyModel
import StudyStore

extension Study {
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
    guard let day else { return try material(of: nil) }
    return try material(of: Set(imports(asOf: day).map(\.id)))
  }

  /// The rounds of coding, oldest first: imports of codings that were said to belong together, or
  /// else those of one day.
  public func codingRounds(asOf day: String? = nil) throws -> [CodingStage] {
    let versions = try codebookHistory().versions
    return try stages(asOf: day) { $0.roundName }.map { round, entries in
      let isDay = entries.allSatisfy { $0.round == nil }
      return CodingStage(
        key: round, name: isDay ? "Round of \(round)" : "Round \u{201C}\(round)\u{201D}",
        material: try material(of: Set(entries.map(\.id))),
        meanings: try meanings(
          versions.first { $0.number == entries.last?.frameworkNumber }?.framework))
    }
  }

  /// What was coded under each version of the codebook, oldest first.
  ///
  /// Files that are the same are one version, whenever they were in force; versions of the same
  /// number are told apart by their hash.
  public func codingVersions(asOf day: String? = nil) throws -> [CodingStage] {
    let versions = try codebookHistory().versions
    let hashes = Dictionary(
      versions.map { ($0.number, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return try stages(asOf: day) { entry in
      entry.frameworkNumber.flatMap { hashes[$0] } ?? ""
    }.map { hash, entries in
      let version = versions.last { $0.sha256 == hash }
      let isAmbiguous = versions.contains {
        $0.version == version?.version && $0.sha256 != hash
      }
      let key =
        version.map { isAmbiguous ? "\($0.version) (\(hash.prefix(8)))" : $0.version }
        ?? "unknown"
      return CodingStage(
        key: key, name: version == nil ? "Version not known" : "Version \(key)",
        material: try material(of: Set(entries.map(\.id))),
        meanings: try meanings(version?.framework))
    }
  }

  /// The imports that brought codings, in groups, in the order in which the groups began.
  private func stages(
    asOf day: String?, by group: (ImportEntry) -> String
  ) throws -> [(key: String, imports: [ImportEntry])] {
    let withCodings = Set(try file.read { try $0.codedShares() }.map(\.importID))
    let entries = try imports(asOf: day).filter { withCodings.contains($0.id) }
    var groups: [(key: String, imports: [ImportEntry])] = []
    for entry in entries {
      let key = group(entry)
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].imports.append(entry)
      } else {
        groups.append((key, [entry]))
      }
    }
    return groups
  }

  /// The imports that stand and came in by the end of a day; all of them for nil.
  private func imports(asOf day: String?) throws -> [ImportEntry] {
    let standing = try file.read { try $0.imports() }.filter { $0.undoneAt == nil }
    guard let day else { return standing }
    guard day.count >= 10, RowFields.isDate(String(day.prefix(10))) else {
      throw Failure(
        .usage, .noDay, "\"\(day)\" is no day", remedy: "Write it as 2026-03-31.", found: day)
    }
    // Times are compared as text; a day alone takes in all of that day.
    return standing.filter { day.count == 10 ? $0.at.prefix(10) <= day : $0.at <= day }
  }

  /// What the codes of the study mean in a version of the framework.
  private func meanings(_ framework: Framework?) throws -> [String: CodeDefinition] {
    guard let framework else { return [:] }
    let codes = try file.read { try $0.codes() }
    return Dictionary(
      codes.compactMap { code in framework.definition(ofCode: code).map { (code, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func material(of imports: Set<Int64>?) throws -> AgreementMaterial {
    try file.read { reader in
      var sources: [CodedSource] = []
      try reader.forEachCodedSource(of: imports) { sources.append($0) }
      let present = imports.map { _ in Set(sources.flatMap { $0.codings.map(\.coder) }) }
      return AgreementMaterial(
        sources, among: present, lengths: try reader.transcriptLengths(),
        leastOverlap: framework.scoring.unitOverlap)
    }
  }
}
