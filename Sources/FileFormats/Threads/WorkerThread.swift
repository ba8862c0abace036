#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A thread that does one piece of work.
///
/// Asked of the operating system itself: where it gives none, as in a container that allows few, the
/// caller is told and does the work alone. A queue would take the work and never begin it.
public struct WorkerThread: ~Copyable {
  private let thread: pthread_t

  /// Begins the work on a thread of its own; nil where there is none to be had.
  public init?(_ work: @escaping @Sendable () -> Void) {
    let held = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
    var started: pthread_t?
    let failure = pthread_create(&started, nil, { Self.run($0) }, held.toOpaque())
    #else
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, { Self.run($0) }, held.toOpaque())
    let started: pthread_t? = thread
    #endif
    guard failure == 0, let started else {
      held.release()
      return nil
    }
    self.thread = started
  }

  /// Waits for the end of the work.
  public consuming func join() { _ = pthread_join(thread, nil) }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
    return nil
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
