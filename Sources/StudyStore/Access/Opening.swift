import FileFormats
import Foundation
import GRDB
import StudyModel
import Synchronization

/// The connections to one study and what must be done when the last of them closes.
final class Opening: Sendable {
  /// Where the study's bytes are.
  enum Place: Sendable {
    case memory
    /// A file, with its path after all links.
    case file(String)
    /// A copy of one's own, with the folder that goes with it.
    case scratch(PrivateFolder)
  }

  let database: any DatabaseWriter
  let purpose: StudyFile.Purpose
  let place: Place
  private let isClosed = Mutex(false)

  init(_ database: any DatabaseWriter, _ purpose: StudyFile.Purpose, place: Place) {
    self.database = database
    self.purpose = purpose
    self.place = place
  }

  /// What fails here leaves a whole study: the log is taken in at the next opening.
  deinit { try? close() }

  func close() throws {
    let isFirst = isClosed.withLock { closed in
      defer { closed = true }
      return !closed
    }
    guard isFirst else { return }
    defer { if case .scratch(let folder) = place { folder.remove() } }
    try database.close()
    if purpose == .serving, case .file(let file) = place {
      try Connections.leaveLog(
        DatabaseQueue(
          path: Connections.name(file), configuration: Connections.configuration(.init(upTo: 5))
        ).keptWithoutThreads())
    }
  }
}
