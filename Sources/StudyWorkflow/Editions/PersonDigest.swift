import FileFormats

/// Makes digests of people that nobody without the study's secret can make: HMAC-SHA256, cut to eight
/// bytes.
///
/// They tell two states of a study apart. Who has the study file has the secret as well; but of a
/// person who was taken out of the study, no more than this remains.
struct PersonDigest {
  private let keyed: HMACSHA256

  init(secret: [UInt8]) { keyed = HMACSHA256(key: secret) }

  /// The digest of some texts, each with its length, so that no two lists are one text.
  func callAsFunction(_ texts: [String], _ bytes: [UInt8] = []) -> UInt64 {
    var hash = keyed
    for text in texts {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.utf8.count).littleEndian) {
        hash.update($0)
      }
      hash.update(Array(text.utf8))
    }
    hash.update(bytes)
    let first = hash.digest.prefix(8)
    return first.reversed().reduce(UInt64(0)) { (sum: UInt64, byte: UInt8) in
      (sum << 8) | UInt64(byte)
    }
  }
}
