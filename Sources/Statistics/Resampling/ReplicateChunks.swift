/// Cuts replicates into fixed pieces, each with its own stream of random numbers.
///
/// Piece i always covers the same replicates and always uses stream i + 1 of the seed, so the
/// result is the same on one core and on many.
enum ReplicateChunks {
  /// How many replicates make a piece.
  static let size = 100

  /// Runs all pieces one after the other; results come in the replicates' order.
  ///
  /// - Returns: Nothing where the task was cancelled meanwhile, so that no interval comes of it.
  static func run(
    _ replicates: Int, seed: UInt64, _ piece: (Int, inout SeededGenerator) -> [Double]
  ) -> [Double] {
    var values: [Double] = []
    for (index, range) in ranges(replicates).enumerated() {
      if Task.isCancelled { return [] }
      var generator = SeededGenerator(seed: seed, stream: UInt64(index) + 1)
      values += piece(range.count, &generator)
    }
    return values
  }

  private static func ranges(_ replicates: Int) -> [Range<Int>] {
    stride(from: 0, to: max(replicates, 0), by: size).map { start in
      start..<min(start + size, replicates)
    }
  }
}
