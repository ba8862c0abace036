/// A digest that only who holds the key can make: HMAC with SHA-256, of bytes that arrive in pieces.
///
/// Made of two digests as its definition says, since the library's own function asks the machine's configuration
/// whether it may.
///
/// > Reference: NIST FIPS 198-1 (2008); RFC 2104 (1997), section 2.
public struct HMACSHA256: Sendable {
  private var inner = SHA256()
  private var outer = SHA256()

  /// Starts the digest of no bytes under a key of any length; 32 random bytes are as strong as it gets.
  public init(key: [UInt8]) {
    var block = key
    if key.count > SHA256.blockSize {
      var hash = SHA256()
      hash.update(key)
      block = hash.digest
    }
    block += repeatElement(0, count: SHA256.blockSize - block.count)
    inner.update(block.map { $0 ^ 0x36 })
    outer.update(block.map { $0 ^ 0x5C })
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) { inner.update(bytes) }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: [UInt8]) { inner.update(bytes) }

  /// The 32 bytes of the digest of everything added so far.
  public var digest: [UInt8] {
    var last = outer
    last.update(inner.digest)
    return last.digest
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String { digest.hexadecimal }
}
