import Foundation

/// How long to wait for a study that another program writes to, and whom to tell.
public struct Waiting: Sendable {
  /// After how many seconds to give up.
  ///
  /// Ten minutes unless told otherwise: the largest imports in sight take less, and a writer has
  /// done most of its work when it has to wait for a reader.
  public var upTo: Int
  /// Told once, when the wait lasts longer than two seconds.
  public var notice: (@Sendable () -> Void)?

  /// Waits up to a number of seconds.
  public init(upTo seconds: Int = 600, notice: (@Sendable () -> Void)? = nil) {
    upTo = seconds
    self.notice = notice
  }

  /// After which try the wait is told.
  private static let noticeable = 30

  /// Sleeps before the next try, which is a longer one each time; false where it waited enough.
  ///
  /// SQLite counts the tries of each wait from 0.
  func pause(beforeTry number: Int) -> Bool {
    let pauses = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05]
    let longest = 0.1
    let slept = pauses.prefix(number).reduce(0, +) + Double(max(0, number - pauses.count)) * longest
    guard slept < Double(upTo) else { return false }
    if number == Self.noticeable { notice?() }
    Thread.sleep(forTimeInterval: number < pauses.count ? pauses[number] : longest)
    return true
  }
}
