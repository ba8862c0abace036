import FileFormats
import Foundation
import StudyModel

/// The key by which respondents' tokens are hashed on their way in: 32 random bytes in a file beside
/// the study, which its owner alone can read.
///
/// The same key gives the same hash, and so links the waves of a survey. Without it nobody can try
/// which token a hash is of; so it is kept apart from copies of the study.
struct TokenKey: Sendable, Hashable {
  private let bytes: [UInt8]
  /// Whether it is kept nowhere yet.
  private let isNew: Bool

  private init(bytes: [UInt8], isNew: Bool) { (self.bytes, self.isNew) = (bytes, isNew) }

  private static func random() -> TokenKey {
    TokenKey(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max) }, isNew: true)
  }

  /// Where the key of a study lies.
  static func path(ofStudy path: String) -> String { "\(path).tokens.key" }

  /// The key of a study; nil where there is none.
  ///
  /// - Throws: `Failure` where the file holds something else or cannot be read.
  static func read(ofStudy study: String) throws -> TokenKey? {
    let path = path(ofStudy: study)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path),
      let key = TokenKey(text: String(decoding: data, as: UTF8.self))
    else {
      throw Failure(
        .data, .noTokenKey,
        "\(path) is no key that tokens were hashed with: it should hold 64 hexadecimal digits",
        remedy: "Put back the file that was there.", place: .init(file: path))
    }
    return key
  }

  /// Keeps a new key in its file, with the import that hashed tokens by it.
  ///
  /// - Returns: The path of the file; nil where the key was kept before.
  /// - Throws: `Failure` where the file cannot be written, or another import made one meanwhile.
  func keep(ofStudy study: String) throws -> String? {
    guard isNew else { return nil }
    let path = Self.path(ofStudy: study)
    do throws(FileError) {
      // Whole on the disk, or not there: half a key would be lost with every token hashed by it.
      try OutputFile.write(
        Array((bytes.hexadecimal + "\n").utf8),
        to: FileTarget(path, for: .owner, existing: .kept))
    } catch {
      throw Failure(
        .cannotWrite, .tokenKeyNotWritten,
        "the key for hashing tokens cannot be written: \(error.message)",
        remedy: error.kind == .exists
          ? "Another import made one meanwhile: import again."
          : "Look whether the folder is writable and has room.", place: .init(file: path))
    }
    return path
  }

  private init?(text: String) {
    let digits = text.filter { !$0.isWhitespace }
    guard digits.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var rest = digits[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16), !rest.hasPrefix("+") else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    self.init(bytes: bytes, isNew: false)
  }

  /// A token as the study keeps it: 32 hexadecimal digits, half of its HMAC-SHA256.
  func hashed(_ token: UnsafeRawBufferPointer) -> [UInt8] {
    var hash = HMACSHA256(key: bytes)
    hash.update(token)
    return Array(Array(hash.digest.prefix(16)).hexadecimal.utf8)
  }

  /// By what a file with the tokens is known again: an HMAC of its SHA-256.
  ///
  /// With the plain digest, who knows the names could try which of them stands in which row.
  func digest(ofFile sha256: String) -> String {
    var hash = HMACSHA256(key: bytes)
    hash.update(Array("the file of an import \(sha256)".utf8))
    return hash.hexadecimal
  }

  /// What an import keeps of the key: by it another key is known to be another, and nothing else.
  var mark: String {
    var hash = HMACSHA256(key: bytes)
    hash.update(Array("the key of an import".utf8))
    return Array(hash.digest.prefix(8)).hexadecimal
  }
}

extension TokenKey {
  /// The key for an import into a study whose earlier imports keep some marks.
  ///
  /// - Parameters:
  ///   - study: The study's path.
  ///   - marks: The marks of the imports that stand, of those that hashed tokens.
  /// - Returns: The key; a new one where there is none.
  /// - Throws: `Failure` where earlier tokens were hashed with a key that is not there: those of this
  ///   file would match none of them.
  static func key(ofStudy study: String, marks: [String]) throws -> TokenKey {
    let path = path(ofStudy: study)
    if let key = try read(ofStudy: study) {
      guard marks.allSatisfy({ $0 == key.mark }) else {
        throw Failure(
          .data, .otherTokenKey,
          "\(path) is another key than the one that earlier tokens were hashed with, so nobody would be known again",
          remedy:
            "Put that one back; where it is lost, take the earlier answers back and import their files anew.",
          place: .init(file: path))
      }
      return key
    }
    guard marks.isEmpty else {
      throw Failure(
        .missing, .otherTokenKey,
        "earlier tokens were hashed with the key in \(path), which is not there, so nobody would be known again",
        remedy:
          "Put it back; where it is lost, take the earlier answers back and import their files anew.",
        place: .init(file: path))
    }
    return random()
  }
}
