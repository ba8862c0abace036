/// How much is read of a YAML file, so that a small one made for it cannot keep the machine busy.
enum YAMLLimits {
  /// The most bytes of a file.
  static let bytes = 8 << 20
  /// The most values, those that aliases repeat counted each time.
  static let nodes = 400_000
  /// How deep lists and keys may stand in one another.
  static let depth = 64
}
