public import FileFormats
import StudyModel

/// What a report says of its study and of itself.
public struct StudyFacts: Sendable, Hashable {
  /// What the study says of itself.
  public struct Names: Sendable, Hashable {
    /// Its title.
    public let title: String
    /// Whether its data are simulated; every page then says so.
    public let simulated: Bool
    /// The publication that it codes anew; empty where it is of its own material.
    public let citation: String
    /// What else its readers should know of it; may be empty.
    public let note: String

    /// Names a study.
    public init(title: String, simulated: Bool, citation: String = "", note: String = "") {
      (self.title, self.simulated) = (title, simulated)
      (self.citation, self.note) = (citation, note)
    }
  }

  /// The title of the study.
  public var title: String
  /// Whether its data are simulated; every page then says so.
  public var simulated: Bool
  /// The publication that it codes anew; empty where it is of its own material.
  public var citation: String
  /// What else its readers should know of it; may be empty.
  public var note: String
  /// The hash that the report bears.
  public let hash: PageHash
  /// The program's version.
  public let toolVersion: String
  /// The day of the report, `YYYY-MM-DD`, given by the caller.
  public let date: String

  /// The facts on a report that bears a hash which is known before it is made.
  public init(_ study: Names, hash: PageHash, toolVersion: String, date: String) {
    (title, simulated) = (study.title, study.simulated)
    (citation, note) = (study.citation, study.note)
    (self.hash, self.toolVersion, self.date) = (hash, toolVersion, date)
  }

  /// From which publication it is coded, and what that leaves out; nil for a study of its own material.
  var source: String? {
    citation.isEmpty
      ? nil
      : ["Coded anew from a publication: \(Words.withStop(citation))", note]
        .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Makes a report whose hash is of what it says itself, so that nothing but what is printed can change it.
  ///
  /// - Parameters:
  ///   - study: What the study says of itself.
  ///   - toolVersion: The program's version.
  ///   - date: The day of the report.
  ///   - key: Makes the hash.
  ///   - texts: Everything that a report says.
  ///   - make: Makes the report; called twice, with the same facts on any day and by any version for what
  ///     is hashed, and with those that the report bears.
  /// - Returns: The report, and the hash that it bears.
  public static func signing<Report>(
    _ study: Names, toolVersion: String, date: String, key: HMACSHA256,
    texts: (Report) -> [String], _ make: (StudyFacts) throws -> Report
  ) rethrows -> (report: Report, hash: String) {
    let always = StudyFacts(
      study, hash: PageHash(text: "", isOfReport: true), toolVersion: "", date: "2000-01-01")
    var hash = key
    for text in texts(try make(always)) {
      withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
      hash.update(Array(text.utf8))
    }
    let own = PageHash(text: hash.hexadecimal, isOfReport: true)
    return (
      try make(StudyFacts(study, hash: own, toolVersion: toolVersion, date: date)), own.text
    )
  }
}

/// The hash that a page bears: the researcher's one of what the study holds; others' one of what the page
/// says, made with the study's secret.
public struct PageHash: Sendable, Hashable {
  /// In hexadecimal digits.
  public let text: String
  let isOfReport: Bool

  init(text: String, isOfReport: Bool) { (self.text, self.isOfReport) = (text, isOfReport) }

  /// Of what a study holds.
  public init(ofStudy hash: SHA256) { self.init(text: hash.hexadecimal, isOfReport: false) }

  /// What it is called.
  var name: String { isOfReport ? "HMAC-SHA256" : "SHA-256" }
  /// What it is called in JSON.
  var key: String { isOfReport ? "hmacSha256" : "sha256" }
}
