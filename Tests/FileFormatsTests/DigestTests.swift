import TestSupport
import Testing

@testable import FileFormats

@Suite struct SHA256Tests {
  /// NIST FIPS 180-4 examples and the long message of the NIST example page (a million times "a").
  private static let messages: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      """
      abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn\
      hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu
      """,
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(
    arguments: messages.map { (LargeText($0), $1) })
  func `the published digests come out`(large: LargeText, digest: String) {
    var hash = SHA256()
    hash.update([UInt8](large.text.utf8))
    #expect(hash.hexadecimal == digest)
  }

  @Test(arguments: [1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])
  func `pieces of any size give the same digest`(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      pieces.update([UInt8](bytes[start..<min(bytes.count, start + size)]))
    }
    #expect(pieces.digest == whole.digest)
    #expect(pieces.digest == whole.digest, "Asking for the digest changes nothing.")
  }

  @Test func `what is added to a copy is not added to the digest it was taken of`() {
    var first = SHA256()
    first.update([1, 2, 3])
    var second = first
    second.update([4])
    var whole = SHA256()
    whole.update([1, 2, 3])
    #expect(first.digest == whole.digest)
    #expect(second.digest != first.digest)
  }
}

@Suite struct HMACSHA256Tests {
  /// RFC 4231, test cases 1 to 4, 6 and 7.
  static let published: [(key: [UInt8], text: [UInt8], digest: String)] = [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. \
        The key needs to be hashed before being used by the HMAC algorithm.
        """.utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: published.indices)
  func `the published digests come out`(index: Int) {
    let (key, text, digest) = Self.published[index]
    var hash = HMACSHA256(key: key)
    hash.update(text)
    #expect(hash.hexadecimal == digest)
    #expect(hash.hexadecimal == digest, "Asking for the digest changes nothing.")
  }

  @Test func `another key gives another digest`() {
    let digests = [[], [0], [1]].map { (key: [UInt8]) in
      var hash = HMACSHA256(key: key)
      hash.update([7])
      return hash.digest
    }
    #expect(digests[0] == digests[1], "A key is filled with zeros to the length of a block.")
    #expect(digests[0] != digests[2])
  }
}
