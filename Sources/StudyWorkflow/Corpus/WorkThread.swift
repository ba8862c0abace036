import Foundation

/// A thread for one piece of work beside the caller's.
///
/// Made through the system itself: what stands above it waits for ever, or says nothing, where no
/// thread can be made, as in a container with a limit.
struct WorkThread {
  private let thread: pthread_t

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Begins the work; nil where no thread can be made, and then nothing has begun.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits until the work is done; to be called once.
  func join() { pthread_join(thread, nil) }
}
