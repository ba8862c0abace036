import Testing

@testable import FileFormats

@Suite struct SHA256Tests {
  /// NIST FIPS 180-4 examples and the long message of the NIST example page (a million times "a").
  @Test(arguments: [
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
  ])
  func `the published digests come out`(text: String, digest: String) {
    for usesProcessor in [false, true] {
      var hash = SHA256(usesProcessor: usesProcessor)
      hash.update([UInt8](text.utf8))
      #expect(hash.hexadecimal == digest)
    }
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
}
