import CLibYAML

/// What a YAML text says, one thing after the other, by libyaml.
final class YAMLEvents {
  /// One thing, with the line on which it begins.
  struct Event {
    enum Kind {
      case streamEnd, documentStart, end
      case alias(String)
      /// `isPlain`: written without quotation marks and not as a block.
      case scalar(String, isPlain: Bool)
      case sequence, mapping
      /// What says nothing of its own.
      case other
    }

    var kind: Kind
    var row: Int
    /// The anchor that stands before it.
    var anchor: String?
  }

  /// At a place of its own: the parser points to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // Without memory it is left empty, and says so at the first event.
    _ = yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Calls `body` with a source of the text's events; they end with `streamEnd`.
  func read<Value>(
    _ body: (() throws(YAMLFault) -> Event) throws(YAMLFault) -> Value
  ) throws(YAMLFault) -> Value {
    let result = text.withUnsafeBufferPointer { bytes -> Result<Value, YAMLFault> in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      do throws(YAMLFault) {
        return .success(try body { () throws(YAMLFault) in try self.next() })
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func next() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let data = event.data
    var (kind, anchor): (Event.Kind, UnsafeMutablePointer<yaml_char_t>?) = (.other, nil)
    switch event.type {
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT, YAML_DOCUMENT_END_EVENT: kind = .end
    case YAML_ALIAS_EVENT: kind = .alias(Self.string(data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      kind = .scalar(
        String(decoding: bytes, as: UTF8.self),
        isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
      anchor = data.scalar.anchor
    case YAML_SEQUENCE_START_EVENT: (kind, anchor) = (.sequence, data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: (kind, anchor) = (.mapping, data.mapping_start.anchor)
    default: break
    }
    return Event(
      kind: kind, row: Int(event.start_mark.line) + 1, anchor: anchor.map { Self.string($0) })
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String {
    text.map { String(cString: UnsafePointer($0)) } ?? ""
  }

  /// Why the parser stopped.
  private var fault: YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the reason is not known"
    switch parser.pointee.error {
    case YAML_READER_ERROR:
      let before = text.prefix(Int(parser.pointee.problem_offset)).count { $0 == 0x0A }
      return YAMLFault(
        row: before + 1, message: "this is not YAML: \(problem)",
        remedy: "Remove the character, or write it as an escape in double quotes.")
    case YAML_MEMORY_ERROR:
      return YAMLFault(
        row: nil, message: "there is no memory left to read the file",
        remedy: "Close other programs.")
    default:
      let mark = parser.pointee.problem_mark
      return .notYAML(problem, row: Int(mark.line) + 1, character: Int(mark.column) + 1)
    }
  }
}
