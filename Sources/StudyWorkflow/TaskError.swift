/// A task that cannot be done as asked, with the exit code that tells programs why.
public struct TaskError: Error, Sendable {
  /// A stable code.
  public var code: String
  /// What is wrong and what to do.
  public var text: String
  /// 64 wrong usage, 65 bad data, 66 input missing, 74 cannot write.
  public var exitCode: Int32

  /// Creates an error.
  public init(code: String, text: String, exitCode: Int32) {
    self.code = code
    self.text = text
    self.exitCode = exitCode
  }
}
