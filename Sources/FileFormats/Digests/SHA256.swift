import CLibCrypto

/// The SHA-256 digest of bytes that arrive in pieces, by libcrypto.
///
/// Covalence records it for every imported file, so that a reader of the results can check that they come from this
/// file. One pass, constant memory.
///
/// > Reference: NIST FIPS 180-4 (2015).
public struct SHA256: Sendable {
  /// The bytes of a block, by which keys of `HMACSHA256` are cut and filled.
  static let blockSize = 64

  private var state = SHA256_CTX()

  /// Starts the digest of no bytes.
  public init() {
    // This and the functions below have a result only for the sake of others: FIPS 180-4 cannot fail.
    _ = SHA256_Init(&state)
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    _ = SHA256_Update(&state, bytes.baseAddress, bytes.count)
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The 32 bytes of the digest of everything added so far.
  public var digest: [UInt8] {
    var last = state
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { bytes, count in
      _ = SHA256_Final(bytes.baseAddress, &last)
      count = Int(SHA256_DIGEST_LENGTH)
    }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String { digest.hexadecimal }
}

extension [UInt8] {
  /// Two lower-case hexadecimal digits a byte.
  public var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
