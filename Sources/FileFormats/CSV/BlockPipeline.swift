import Dispatch
import Synchronization

/// The one place blocks come from: hands them out in order to whichever thread asks.
final class BlockPipeline: Sendable {
  private struct State: ~Copyable {
    var maker: BlockMaker
    var isAtEnd: Bool
    var number = 0
  }

  private let state: Mutex<State>
  private let parsing: TableBlock.Parsing

  init(_ maker: consuming sending BlockMaker, isAtEnd: Bool, _ parsing: TableBlock.Parsing) {
    state = Mutex(State(maker: maker, isAtEnd: isAtEnd))
    self.parsing = parsing
  }

  /// The next block and its number from 0; `nil` at the end.
  func take() -> (Int, TextBlock)? {
    state.withLock { state in
      guard !state.isAtEnd else { return nil }
      let text = state.maker.next()
      state.isAtEnd = text.isLast
      defer { state.number += 1 }
      return (state.number, text)
    }
  }

  /// Lets `take` find no more.
  func stop() {
    state.withLock { $0.isAtEnd = true }
  }

  func parse(_ text: TextBlock) -> TableBlock { TableBlock(text, parsing) }
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
  private let pipeline: BlockPipeline
  private let slots = (0..<4).map { _ in Slot() }
  private let free = DispatchSemaphore(value: 0)

  init(_ pipeline: BlockPipeline) {
    self.pipeline = pipeline
    // Counted up, not begun with: a semaphore must not end below the value it began with.
    for _ in slots { free.signal() }
  }

  /// Hands blocks to `consume` in order, until it returns `false` or throws; waits for the threads.
  ///
  /// Where there are no threads to be had the blocks are parsed here.
  func run(_ consume: (TableBlock) throws -> Bool) throws {
    let first = WorkerThread { self.work() }
    guard first != nil else {
      while let (_, text) = pipeline.take(), try consume(pipeline.parse(text)) {}
      return
    }
    let second = WorkerThread { self.work() }
    let result = Result { try handOn(consume) }
    pipeline.stop()
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
      guard let (number, text) = pipeline.take() else { return }
      let block = pipeline.parse(text)
      let slot = slots[number % slots.count]
      slot.block.withLock { $0 = block }
      slot.filled.signal()
    }
  }
}
