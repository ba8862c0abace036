/// A generator of random numbers whose whole sequence follows from one seed.
///
/// The same seed gives the same numbers on every machine and with every version of Swift, so a
/// report that prints ``name`` and the seed can be repeated.
///
/// > Reference: Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM
/// > Transactions on Mathematical Software 47(4), algorithm xoshiro256**; seeded as they advise
/// > with SplitMix64 (Steele, Lea & Flood 2014).
@frozen
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  /// The name of the algorithm, to be printed beside a seed.
  public static let name = "xoshiro256** (seeded by SplitMix64)"

  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Starts the sequence that belongs to `seed`; every seed will do, 0 as well.
  public init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    s0 = next()
    s1 = next()
    s2 = next()
    s3 = next()
  }

  /// Starts one of many sequences that share a seed: the one for piece `stream` of fixed work.
  ///
  /// Stream 0 is the seed's own sequence. Work cut into fixed pieces, each with its own stream,
  /// gives the same result whatever the number of cores.
  public init(seed: UInt64, stream: UInt64) {
    self.init(seed: stream == 0 ? seed : SeededGenerator(seed: seed ^ stream).mixed(stream))
  }

  private func mixed(_ stream: UInt64) -> UInt64 {
    var copy = self
    return copy.next() &+ stream &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// A whole number from 0 up to but not including `bound`, each equally likely; 0 for a bound
  /// below 2.
  ///
  /// > Reference: Lemire (2019), Fast random integer generation in an interval, ACM Transactions
  /// > on Modeling and Computer Simulation 29(1).
  @inlinable
  public mutating func index(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold {
        product = next().multipliedFullWidth(by: width)
      }
    }
    return Int(truncatingIfNeeded: product.high)
  }
}
