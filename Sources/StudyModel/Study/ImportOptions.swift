import Foundation

/// What was said about a file as it came in: the options that decide what of it comes in and how.
///
/// Kept with each import as JSON, keys sorted and what is not set absent, so that two imports done in
/// the same way have the same text.
public struct ImportOptions: Sendable, Hashable {
  /// Our names for columns, each with the file's own.
  public var map: [String: String] = [:]
  /// Stands in for an empty or missing column.
  public var coder: String?
  /// See `coder`.
  public var caseID: String?
  /// See `coder`.
  public var phase: String?
  /// The round of coding the codings are of; nil: the day.
  public var round: String?
  /// Whether the coders coded the sources anew, so that their earlier codings there give way.
  public var prune = false
  /// The encoding, where it was told.
  public var encoding: TableEncoding?
  /// What stands between fields, where it was told.
  public var delimiter: TableDelimiter?
  /// The sheet, where the file is a workbook; nil: the first that can be seen.
  public var sheet: String?
  /// Whether the rows that can stand come in although others cannot.
  public var keepGood = false
  /// Whether warnings are errors.
  public var strict = false
  /// Columns that are asked for by name although they tell who somebody is.
  public var keepColumns: [String] = []
  /// The mark of the key that respondents' tokens were hashed with; nil where they came in as written.
  public var tokenKey: String?
  /// How a meeting's sheet of decisions is read; nil: as the plain layout, every row a decision.
  public var meeting: MeetingOptions?
  /// The options as an earlier version kept them, where nothing tells where one ends and the next
  /// begins.
  public var asWritten: String?

  /// Creates options with nothing told.
  public init() {}
}

/// How a meeting's sheet of decisions is read.
public struct MeetingOptions: Sendable, Hashable {
  /// Who decided, where a row does not say.
  public var by: String?
  /// When, where a row does not say.
  public var at: String?
  /// Whether decisions stand on units whose codings changed since the sheet was written.
  public var acceptsStale = false

  /// Creates options with nothing told.
  public init() {}
}

/// An encoding of a table that a person may tell.
public enum TableEncoding: String, Sendable, Hashable, Codable, CaseIterable {
  case utf8, utf16, windows1252
}

/// A delimiter of a table that a person may tell.
public enum TableDelimiter: String, Sendable, Hashable, Codable, CaseIterable {
  case comma, semicolon, tab
}

extension ImportOptions {
  /// What an option says.
  public enum Value: Sendable, Hashable {
    /// It is set.
    case isSet
    /// A text.
    case text(String)
    /// Texts by their names.
    case texts([String: String])
    /// Texts, an option each.
    case list([String])
  }

  /// The options that were told, by the keys under which they are stored and in the order in which a
  /// command line has them.
  public var told: [(key: Key, value: Value)] {
    let all: [(Key, Value?)] = [
      (.map, map.isEmpty ? nil : .texts(map)), (.sheet, sheet.map { .text($0) }),
      (.coder, coder.map { .text($0) }), (.case, caseID.map { .text($0) }),
      (.phase, phase.map { .text($0) }), (.round, round.map { .text($0) }),
      (.prune, prune ? .isSet : nil), (.meeting, meeting == nil ? nil : .isSet),
      (.by, meeting?.by.map { .text($0) }), (.at, meeting?.at.map { .text($0) }),
      (.acceptStale, meeting?.acceptsStale == true ? .isSet : nil),
      (.encoding, encoding.map { .text($0.rawValue) }),
      (.delimiter, delimiter.map { .text($0.rawValue) }), (.keepGood, keepGood ? .isSet : nil),
      (.keepColumns, keepColumns.isEmpty ? nil : .list(keepColumns)),
      (.hashTokens, tokenKey.map { .text($0) }),
      (.strict, strict ? .isSet : nil), (.asWritten, asWritten.map { .text($0) }),
    ]
    return all.compactMap { key, value in value.map { (key, $0) } }
  }
}

extension ImportOptions: Codable {
  /// An option, by the name under which it is stored.
  public enum Key: String, CodingKey, Sendable {
    case map, coder, `case`, phase, round, prune, encoding, delimiter, sheet, keepGood, strict
    case keepColumns, hashTokens
    case meeting, by, at, acceptStale, asWritten
  }

  /// Any key of the stored object, to find those that are not known.
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads options as they are stored.
  ///
  /// - Throws: `DecodingError` where a value is of another kind, or a key is not known: what it says
  ///   would be lost.
  public init(from decoder: any Decoder) throws {
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where Key(stringValue: key.stringValue) == nil {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [key], debugDescription: "\(key.stringValue) is no option of an import"))
    }
    let values = try decoder.container(keyedBy: Key.self)
    func isSet(_ key: Key) throws -> Bool {
      try values.decodeIfPresent(Bool.self, forKey: key) ?? false
    }
    func text(_ key: Key) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
    map = try values.decodeIfPresent([String: String].self, forKey: .map) ?? [:]
    (coder, caseID, phase) = (try text(.coder), try text(.case), try text(.phase))
    (round, prune, sheet) = (try text(.round), try isSet(.prune), try text(.sheet))
    encoding = try values.decodeIfPresent(TableEncoding.self, forKey: .encoding)
    delimiter = try values.decodeIfPresent(TableDelimiter.self, forKey: .delimiter)
    (keepGood, strict) = (try isSet(.keepGood), try isSet(.strict))
    keepColumns = try values.decodeIfPresent([String].self, forKey: .keepColumns) ?? []
    (tokenKey, asWritten) = (try text(.hashTokens), try text(.asWritten))
    var meeting = MeetingOptions()
    (meeting.by, meeting.at) = (try text(.by), try text(.at))
    meeting.acceptsStale = try isSet(.acceptStale)
    // Options that only a sheet has say that it is one, as imports of before the key do.
    let isMeeting = try isSet(.meeting)
    self.meeting = isMeeting || meeting != MeetingOptions() ? meeting : nil
  }

  /// Writes what is told.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    for (key, value) in told {
      switch value {
      case .isSet: try values.encode(true, forKey: key)
      case .text(let text): try values.encode(text, forKey: key)
      case .texts(let texts): try values.encode(texts, forKey: key)
      case .list(let texts): try values.encode(texts, forKey: key)
      }
    }
  }

  /// The options as they are stored: JSON, keys sorted, what is not set absent.
  ///
  /// - Throws: `EncodingError`, which texts and flags do not give.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads options as they are stored.
  ///
  /// - Throws: `DecodingError` where the text is none.
  public init(json: String) throws {
    self = try JSONDecoder().decode(ImportOptions.self, from: Data(json.utf8))
  }
}
