import FileFormats

/// What the program makes aside while it works: copies of studies that are tried on, files in the making.
public enum TemporaryWork {
  /// Removes all of it, for a front that ends at once.
  public static func remove() { PrivateFolder.removeAll() }
}
