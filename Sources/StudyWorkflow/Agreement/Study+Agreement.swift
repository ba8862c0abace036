import Exchange
import Foundation
public import StudyModel
import StudyStore

/// A coding round: the codings that came in on one day.
public struct CodingRound: Sendable {
  /// The day, as `YYYY-MM-DD`.
  public var day: String
  /// The imports.
  public var imports: [Int64]
  /// What coders did in it.
  public var material: AgreementMaterial
}

extension Study {
  /// What coders did with each source, now or at the end of a day.
  ///
  /// An earlier day has the codings and decisions of the imports up to then that still stand; a
  /// source then counts for the registered coders who had coded anything by that day. Imports that
  /// were taken back are gone for every day.
  ///
  /// - Parameter day: `YYYY-MM-DD` or a time in ISO 8601; nil for now.
  /// - Returns: The sources two or more coders read, with what each did.
  /// - Throws: `TaskError` where the day cannot be read.
  public func agreementMaterial(asOf day: String? = nil) throws -> AgreementMaterial {
    guard let day else { return try material(of: nil) }
    guard day.count >= 10, RowFields.isDate(String(day.prefix(10))) else {
      throw TaskError(
        code: "AGREE-020", text: "\"\(day)\" is no day: write it as 2026-03-31.", exitCode: 64)
    }
    // Times are compared as text; a day alone takes in all of that day.
    let imports = try codingImports { day.count == 10 ? $0.prefix(10) <= day : $0 <= day }
    return try material(of: Set(imports.map(\.id)))
  }

  /// The coding rounds, oldest first: the imports of codings of one day are one round.
  public func codingRounds() throws -> [CodingRound] {
    let byDay = Dictionary(
      grouping: try codingImports { _ in true }.filter { $0.kind != "adjudications" },
      by: { String($0.at.prefix(10)) })
    return try byDay.sorted { $0.key < $1.key }.map { day, entries in
      let imports = entries.map(\.id)
      return CodingRound(
        day: day, imports: imports, material: try material(of: Set(imports)))
    }
  }

  private func codingImports(_ isIn: (String) -> Bool) throws -> [ImportEntry] {
    try file.read { try $0.imports() }.filter { $0.undoneAt == nil && isIn($0.at) }
      .filter {
        !["cases", "participants", "survey", "phases", "invited", "events", "partners"].contains(
          $0.kind)
      }
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
