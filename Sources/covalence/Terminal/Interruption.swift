import Foundation
import StudyWorkflow
import Synchronization

/// What happens when somebody stops the program, with Ctrl-C or by closing the terminal.
///
/// An import is stopped between two batches, so that it takes itself back, and after the last one no more;
/// asked a second time, and in all else, the program ends where it stands. What it was making aside, copies of the study among it, goes at
/// once; what a study has half written is rolled back when it is opened next.
enum Interruption {
  /// Somebody stopped the work.
  struct Stopped: Error {}

  private struct State {
    /// The signal that came; nil while none did.
    var signal: Int32?
    /// What the work at hand does about one.
    var work = Work.endsAtOnce
  }

  private enum Work {
    /// It knows nothing of signals.
    case endsAtOnce
    /// It will ask by `goOn` whether to go on.
    case asks
    /// It has asked for the last time: what it did stays.
    case isEnding
  }

  private static let state = Mutex(State())

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    return signals
  }

  /// Begins to listen, once, before any work and any other thread.
  ///
  /// One thread waits for signals, since little may be done in a handler. Where the machine gives none, a
  /// signal ends the program as it ends any other.
  static func listen() {
    var signals = signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let isRefused = pthread_create(
      &thread, nil,
      { _ in
        Interruption.wait()
        return nil
      }, nil)
    if isRefused != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func wait() {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) == 0 { came(number) }
  }

  /// Does work that asks by `goOn` whether to go on, and for the last time before anything of it stays.
  ///
  /// - Throws: What the work throws; `Stopped` where somebody stopped it and it came to its end without
  ///   having asked: then nothing of it stays.
  static func asking<Result>(_ work: () throws -> Result) throws -> Result {
    state.withLock { $0.work = .asks }
    defer { state.withLock { $0.work = .endsAtOnce } }
    let result = try work()
    let isStopped = state.withLock { $0.work == .asks && $0.signal != nil }
    if isStopped { throw Stopped() }
    return result
  }

  /// Ends the work where somebody stopped it; after the last time nobody can.
  ///
  /// - Throws: `Stopped`.
  static func goOn(isLast: Bool) throws {
    let isStopped = state.withLock { state in
      guard state.signal == nil else { return true }
      if isLast { state.work = .isEnding }
      return false
    }
    if isStopped { throw Stopped() }
  }

  /// Ends the program after work that was stopped was taken back.
  static func end() -> Never {
    Output.say("Stopped. Nothing was changed.")
    leave(state.withLock { $0.signal } ?? SIGINT)
  }

  private static func came(_ number: Int32) {
    let work = state.withLock { state in
      defer { state.signal = number }
      return state.signal == nil ? state.work : .endsAtOnce
    }
    switch work {
    case .asks:
      Output.say("Stopping; what came in so far is taken back. A second time ends it at once.")
      return
    case .isEnding:
      Output.say(
        "All rows are read, so it is too late to stop: what becomes of them follows. A second time ends it at once."
      )
      return
    case .endsAtOnce: break
    }
    Output.say(
      "Stopped. What was finished before stands; what was half done is taken back when the study is opened next."
    )
    leave(number)
  }

  private static func leave(_ number: Int32) -> Never {
    TemporaryWork.remove()
    _exit(128 + number)
  }
}
