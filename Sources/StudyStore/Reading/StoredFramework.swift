public import StudyModel

/// A framework as the study keeps it: its files word for word, with their hash.
public struct StoredFramework: Sendable, Hashable {
  /// The framework's id.
  public var id: String
  /// Its version.
  public var version: String
  /// The hash of its files.
  public var sha256: String
  /// When it was added, in ISO 8601.
  public var addedAt: String
  /// The files, by name.
  public var files: [FrameworkFile]

  /// Creates a stored framework.
  public init(id: String, version: String, sha256: String, addedAt: String, files: [FrameworkFile])
  {
    self.id = id
    self.version = version
    self.sha256 = sha256
    self.addedAt = addedAt
    self.files = files
  }
}
