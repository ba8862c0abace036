/// About a block's worth of whole records as UTF-8 text, not yet taken apart into fields.
struct TextBlock: BlockPiece {
  var text: [UInt8]
  var spans: [RecordSpan]
  /// The row and line of the first record, and the raw offset of the first byte of text.
  var row: Int
  var line: Int
  var rawOffset: Int
  var encoding: TextEncoding
  /// Why no text follows this block's; the last record is then cut off at the place of the trouble.
  var stop: Transcoder.Stop?
  var isLast = false
  var ending: SourceEnding?
  /// How many bytes of the source were read for this block and those before.
  var bytesRead = 0
}
