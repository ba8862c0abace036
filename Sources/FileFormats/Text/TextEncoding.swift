/// What the caller says about the encoding of a file.
public enum CSVEncoding: String, Sendable, Hashable, CaseIterable {
  /// Recognize it: a byte order mark decides, then zero bytes (UTF-16), then whether the text is UTF-8.
  case automatic
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16; the byte order comes from the mark or from where the zero bytes stand (else little-endian).
  case utf16
  /// Windows-1252, what Western European spreadsheets call "ANSI" or "Latin 1".
  case windows1252
}

/// The encoding a file was read as.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8; a file of nothing but ASCII counts as UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// Windows code page 1252.
  case windows1252 = "Windows-1252"
}
