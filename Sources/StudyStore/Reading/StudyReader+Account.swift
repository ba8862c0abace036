import GRDB

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

  /// The responses counted by case, phase and version of the questionnaire.
  public func responseCounts() throws -> [ResponseCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, f.name, r.versionID, r.responses, r.unplaced FROM (
          SELECT caseID, phaseID, versionID, count(*) AS responses,
            count(*) - count(organizationID) AS unplaced
          FROM response GROUP BY caseID, phaseID, versionID) r
        JOIN studyCase c ON c.id = r.caseID LEFT JOIN phase f ON f.id = r.phaseID
        ORDER BY r.caseID, r.phaseID, r.versionID
        """
    ).map {
      ResponseCount(
        caseID: $0[0], phase: $0[1], version: $0[2], responses: $0[3], withoutOrganization: $0[4])
    }
  }

  /// The sources whose transcript came in again with other text.
  public func sourcesWithVersions() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT s.code FROM source s JOIN sourceVersion v ON v.sourceID = s.id
        GROUP BY s.id HAVING count(*) > 1 ORDER BY s.id
        """)
  }
}
