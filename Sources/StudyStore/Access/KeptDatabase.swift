import GRDB
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension DatabaseReader {
  /// The database itself, which is never let go where the system gives no further thread.
  ///
  /// What GRDB hangs on its queues is freed by libdispatch on another thread; where there is none to be
  /// had it waits for one without end. The end of the process closes the file then.
  func keptWithoutThreads() -> Self {
    if !KeptDatabases.hasThreads { KeptDatabases.all.withLock { $0.append(self) } }
    return self
  }
}

private enum KeptDatabases {
  static let all = Mutex<[any Sendable]>([])

  /// Whether a thread can be made now.
  static var hasThreads: Bool {
    #if canImport(Darwin)
    var thread: pthread_t?
    guard pthread_create(&thread, nil, { _ in nil }, nil) == 0, let thread else { return false }
    #else
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { _ in nil }, nil) == 0 else { return false }
    #endif
    return pthread_join(thread, nil) == 0
  }
}
