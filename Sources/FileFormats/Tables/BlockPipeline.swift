import Dispatch
import Synchronization

/// Makes the blocks of a table, one after the other.
protocol BlockMaking: ~Copyable {
  /// A block before it is taken apart, which another thread may do.
  associatedtype Piece: BlockPiece

  /// The next; not to be asked for after the last one.
  mutating func next() -> Piece
}

/// A block before it is taken apart.
protocol BlockPiece: Sendable {
  /// Whether none follows.
  var isLast: Bool { get }
}

extension TableBlock: BlockPiece {}

/// Where blocks come from, in order, to whichever thread asks.
protocol BlockSupply: Sendable {
  /// The number of the next block from 0, and what takes it apart; `nil` at the end.
  func take() -> (number: Int, block: @Sendable () -> TableBlock)?

  /// Lets `take` find no more.
  func stop()
}

/// The blocks of one maker.
final class BlockPipeline<Maker: BlockMaking & ~Copyable>: BlockSupply {
  private struct State: ~Copyable {
    var maker: Maker
    var isAtEnd: Bool
    var number = 0
  }

  private let state: Mutex<State>
  private let parse: @Sendable (Maker.Piece) -> TableBlock

  init(
    _ maker: consuming sending Maker, isAtEnd: Bool,
    _ parse: @escaping @Sendable (Maker.Piece) -> TableBlock
  ) {
    state = Mutex(State(maker: maker, isAtEnd: isAtEnd))
    self.parse = parse
  }

  func take() -> (number: Int, block: @Sendable () -> TableBlock)? {
    let taken: (Int, Maker.Piece)? = state.withLock { state in
      guard !state.isAtEnd else { return nil }
      let piece = state.maker.next()
      state.isAtEnd = piece.isLast
      defer { state.number += 1 }
      return (state.number, piece)
    }
    guard let (number, piece) = taken else { return nil }
    return (number, { [parse] in parse(piece) })
  }

  func stop() {
    state.withLock { $0.isAtEnd = true }
  }
}

/// Threads that parse ahead of the consumer, by a bounded number of blocks.
///
/// Blocks go by number into a ring of slots. A thread needs a free slot before it takes a block, and the consumer gives
/// slots back in order, so that at most as many blocks as slots exist and none is overwritten.
final class ParallelParsing: Sendable {
  private final class Slot: Sendable {
    let block = Mutex<TableBlock?>(nil)
    let filled = DispatchSemaphore(value: 0)
  }

  private static let threadCount = 2
  private let blocks: any BlockSupply
  private let slots = (0..<4).map { _ in Slot() }
  private let free = DispatchSemaphore(value: 0)

  init(_ blocks: any BlockSupply) {
    self.blocks = blocks
    // Counted up, not begun with: a semaphore must not end below the value it began with.
    for _ in slots { free.signal() }
  }

  /// Hands blocks to `consume` in order, until it returns `false` or throws; waits for the threads.
  ///
  /// Where there are no threads to be had the blocks are parsed here.
  func run(_ consume: (TableBlock) throws -> Bool) throws {
    let first = WorkerThread { self.work() }
    guard first != nil else {
      while let next = blocks.take(), try consume(next.block()) {}
      return
    }
    let second = WorkerThread { self.work() }
    let result = Result { try handOn(consume) }
    blocks.stop()
    for _ in 0..<Self.threadCount { free.signal() }
    first?.join()
    second?.join()
    try result.get()
  }

  private func handOn(_ consume: (TableBlock) throws -> Bool) throws {
    var number = 0
    while true {
      let slot = slots[number % slots.count]
      slot.filled.wait()
      let block = slot.block.withLock { $0.take() }
      guard let block, try consume(block) else { return }
      number += 1
      free.signal()
    }
  }

  private func work() {
    while true {
      free.wait()
      guard let next = blocks.take() else { return }
      let block = next.block()
      let slot = slots[next.number % slots.count]
      slot.block.withLock { $0 = block }
      slot.filled.signal()
    }
  }
}
