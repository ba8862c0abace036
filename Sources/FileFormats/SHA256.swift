import CLibCSV

/// The SHA-256 digest of bytes that arrive in pieces.
///
/// Covalence records it for every imported file, so that a reader of the results can check that they come from this
/// file. About 64 x 30 operations a block of 64 bytes; one pass, constant memory.
/// Where the processor has instructions for it (x86-64 since about 2019) they are used.
///
/// > Reference: NIST FIPS 180-4 (2015), sections 4.1.2, 5.1.1 and 6.2.
public struct SHA256: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var rest: [UInt8] = []
  private var length: UInt64 = 0
  private let usesProcessor: Bool

  /// Starts the digest of no bytes.
  public init() { self.init(usesProcessor: true) }

  /// Starts the digest; a test asks for the plain rounds that other processors get.
  init(usesProcessor: Bool) {
    rest.reserveCapacity(64)
    self.usesProcessor = usesProcessor && covalence_sha256_is_fast() != 0
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(64 - rest.count)
      rest.append(contentsOf: missing)
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == 64 else { return }
      let full = rest
      full.withUnsafeBytes { compress($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count & ~63
    compress(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)))
    rest.append(contentsOf: bytes.dropFirst(whole))
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The 32 bytes of the digest of everything added so far.
  public var digest: [UInt8] {
    var last = self
    let bits = length &* 8
    let zeros = (119 - rest.count) % 64
    last.update([0x80] + [UInt8](repeating: 0, count: zeros))
    last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    let s = last.state
    return [s.0, s.1, s.2, s.3, s.4, s.5, s.6, s.7].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private mutating func compress(_ bytes: UnsafeRawBufferPointer) {
    guard usesProcessor, bytes.count >= 64, let base = bytes.baseAddress else {
      return compressPlainly(bytes)
    }
    Self.constants.withUnsafeBufferPointer { constants in
      withUnsafeMutableBytes(of: &state) { state in
        covalence_sha256_blocks(
          state.baseAddress?.assumingMemoryBound(to: UInt32.self),
          base.assumingMemoryBound(to: UInt8.self), bytes.count / 64, constants.baseAddress)
      }
    }
  }

  private mutating func compressPlainly(_ bytes: UnsafeRawBufferPointer) {
    var (h0, h1, h2, h3, h4, h5, h6, h7) = state
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      Self.constants.withUnsafeBufferPointer { constants in
        guard let w = schedule.baseAddress, let k = constants.baseAddress else { return }
        var offset = 0
        while offset < bytes.count {
          Self.expand(bytes, offset, w)
          var (a, b, c, d, e, f, g, h) = (h0, h1, h2, h3, h4, h5, h6, h7)
          var t = 0
          // Eight rounds at a time, so that the eight variables turn by name and are never moved.
          while t < 64 {
            Self.round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
            Self.round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
            Self.round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
            Self.round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
            Self.round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
            Self.round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
            Self.round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
            Self.round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
            t &+= 8
          }
          (h0, h1, h2, h3) = (h0 &+ a, h1 &+ b, h2 &+ c, h3 &+ d)
          (h4, h5, h6, h7) = (h4 &+ e, h5 &+ f, h6 &+ g, h7 &+ h)
          offset &+= 64
        }
      }
    }
    state = (h0, h1, h2, h3, h4, h5, h6, h7)
  }

  /// The message schedule of the 64 bytes at `offset`.
  @inline(__always)
  private static func expand(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ w: UnsafeMutablePointer<UInt32>
  ) {
    for t in 0..<16 {
      w[t] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 4 &* t, as: UInt32.self))
    }
    for t in 16..<64 {
      let x = w[t &- 15]
      let s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x &>> 3)
      w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ late(w[t &- 2])
    }
  }

  @inline(__always)
  private static func late(_ y: UInt32) -> UInt32 { rotated(y, 17) ^ rotated(y, 19) ^ (y &>> 10) }

  @inline(__always)
  private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { (x &>> n) | (x &<< (32 &- n)) }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)  // by 6, 11 and 25
    let choice = g ^ (e & (f ^ g))
    let one = h &+ s1 &+ choice &+ word
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)  // by 2, 13 and 22
    let majority = (a & b) | (c & (a | b))
    d = d &+ one
    h = one &+ s0 &+ majority
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
