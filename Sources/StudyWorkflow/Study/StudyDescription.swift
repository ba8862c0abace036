import StudyModel
import StudyStore

/// What a study says of itself.
public struct StudyDescription: Sendable, Hashable {
  /// Its title.
  public var title: String
  /// Whether its data are simulated; every report then says so.
  public var isSimulated: Bool
  /// The publication that it codes anew; empty where it is of its own material.
  public var citation: String
  /// What else its readers should know of it; may be empty.
  public var note: String

  /// Describes a study.
  public init(
    title: String, isSimulated: Bool = false, citation: String = "", note: String = ""
  ) {
    (self.title, self.isSimulated) = (title, isSimulated)
    (self.citation, self.note) = (citation, note)
  }

  private static let titleFact = "title"
  private static let citationFact = "citation"
  private static let noteFact = "note"
  private static let simulatedFact = "simulated"
  private static let yes = "yes"

  /// As it is kept in a study, by name.
  var facts: [String: String] {
    [
      Self.titleFact: title, Self.simulatedFact: isSimulated ? Self.yes : "",
      Self.citationFact: citation, Self.noteFact: note,
    ]
  }

  /// Reads what is kept in the study at a path.
  ///
  /// - Throws: `StudyFileError` where it has no title, or does not say whether it is simulated but
  ///   something else.
  init(_ reader: StudyReader, of path: String) throws {
    guard let title = try reader.fact(Self.titleFact) else {
      throw StudyFileError.damaged(path: path, detail: "it has no title")
    }
    switch try reader.fact(Self.simulatedFact) {
    case nil, ""?: isSimulated = false
    case Self.yes?: isSimulated = true
    case let other?:
      throw StudyFileError.damaged(
        path: path, detail: "whether it is simulated is \"\(other)\", and neither \"yes\" nor empty"
      )
    }
    self.title = title
    citation = try reader.fact(Self.citationFact) ?? ""
    note = try reader.fact(Self.noteFact) ?? ""
  }
}
