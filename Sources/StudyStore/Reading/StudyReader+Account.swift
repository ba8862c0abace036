import GRDB
public import StudyModel

/// What the account of a study's methods asks for beside what scores need.
extension StudyReader {
  /// How many responses a case has in a phase by one version of the questionnaire.
  public struct ResponseCount: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The phase; nil where none is stated.
    public var phase: String?
    /// The version of the questionnaire.
    public var version: Int64
    /// The responses.
    public var responses: Int
    /// Those of them that state no organization.
    public var withoutOrganization: Int
  }

  /// How many responses an organization gave for a case in a phase.
  public struct AnsweringOrganization: Sendable, Hashable {
    /// The case and phase.
    public var place: CasePhase
    /// The organization; empty for all who state none.
    public var organization: String
    /// The responses.
    public var responses: Int
  }

  /// The responses counted by case, phase and organization.
  public func answeringOrganizations() throws -> [AnsweringOrganization] {
    try rows(
      of: "response", keys: 3,
      """
      SELECT r.caseID, r.phaseID, r.organizationID, c.code, f.name, o.name, r.responses FROM (
        SELECT caseID, phaseID, organizationID, count(*) AS responses
        FROM response GROUP BY caseID, phaseID, organizationID) r
      LEFT JOIN studyCase c ON c.id = r.caseID LEFT JOIN phase f ON f.id = r.phaseID
      LEFT JOIN organization o ON o.id = r.organizationID
      ORDER BY r.caseID, r.phaseID, o.name
      """
    ) { row in
      guard let caseID = try row.named(3, by: 0) else { throw BadValue("names no case") }
      return AnsweringOrganization(
        place: CasePhase(caseID: caseID, phase: try row.named(4, by: 1)),
        organization: try row.named(5, by: 2) ?? "", responses: try row.count(6))
    }
  }

  /// The responses counted by case, phase and version of the questionnaire.
  public func responseCounts() throws -> [ResponseCount] {
    try rows(
      of: "response", keys: 3,
      """
      SELECT r.caseID, r.phaseID, r.versionID, c.code, f.name, r.responses, r.unplaced FROM (
        SELECT caseID, phaseID, versionID, count(*) AS responses,
          count(*) - count(organizationID) AS unplaced
        FROM response GROUP BY caseID, phaseID, versionID) r
      LEFT JOIN studyCase c ON c.id = r.caseID LEFT JOIN phase f ON f.id = r.phaseID
      ORDER BY r.caseID, r.phaseID, r.versionID
      """
    ) { row in
      guard let caseID = try row.named(3, by: 0) else { throw BadValue("names no case") }
      return ResponseCount(
        caseID: caseID, phase: try row.named(4, by: 1), version: try row.int64(2),
        responses: try row.count(5), withoutOrganization: try row.count(6))
    }
  }
}
