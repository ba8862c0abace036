/// One of the files of which a framework is made.
public struct FrameworkFile: Sendable, Hashable {
  /// The name within the framework's folder, such as `findings.yaml`.
  public var name: String
  /// What it holds.
  public var text: String

  /// Creates a file.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
