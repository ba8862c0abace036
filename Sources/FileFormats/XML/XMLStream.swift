import CLibExpat

/// Takes what an XML text says, in its order; what it throws ends the reading.
protocol XMLHandler: AnyObject {
  /// Whether enough is gathered for now; asked after the end of an element.
  var pauses: Bool { get }
  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws
  func text(_ bytes: UnsafeRawBufferPointer) throws
  func end(_ element: XMLName) throws
}

/// Where the bytes of an XML text come from.
protocol XMLInput {
  /// What the text is called when something is wrong with it.
  var path: String { get }
  /// Fills the buffer from the front; 0 at the end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int
}

extension XMLHandler {
  var pauses: Bool { false }
  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ element: XMLName) {}
}

/// Reads an XML text piece by piece with expat, in the memory of a piece.
///
/// Encodings and byte order marks are expat's work; a document type declaration, in which entities
/// could be made that grow without end, is refused. Time grows with the length of the text, and
/// memory not at all: see `XMLLimits`.
final class XMLStream {
  private static let pieceSize: Int32 = 64 << 10

  private let parser: OpaquePointer
  private let input: any XMLInput
  private let handler: any XMLHandler
  /// What was thrown; no error passes through the C library.
  private var fault: (any Error)?
  private var depth = 0
  private var byteCount = 0
  private var (isPaused, inputEnded, isAtEnd) = (false, false, false)

  /// Reads a whole text.
  static func readAll(_ input: any XMLInput, _ handler: any XMLHandler) throws {
    let stream = try XMLStream(input, handler)
    while try stream.advance() {}
  }

  init(_ input: any XMLInput, _ handler: any XMLHandler) throws(XMLFault) {
    var (memory, separator) = (XMLMemory.suite, XMLName.separator)
    guard let parser = XML_ParserCreate_MM(nil, &memory, &separator) else {
      throw XMLFault(kind: .tooLarge, message: "there is no memory left to read \(input.path)")
    }
    (self.parser, self.input, self.handler) = (parser, input, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name, let attributes, let stream = XMLStream.of(context) else { return }
        stream.depth += 1
        guard stream.depth <= XMLLimits.depth else { return stream.stop(stream.tooDeep) }
        stream.call { try $0.begin(XMLName(name), XMLAttributes(attributes)) }
      },
      { context, name in
        guard let name, let stream = XMLStream.of(context) else { return }
        stream.depth -= 1
        stream.call { try $0.end(XMLName(name)) }
        if stream.handler.pauses { XML_StopParser(stream.parser, 1) }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text, count > 0, let stream = XMLStream.of(context) else { return }
      stream.call { try $0.text(UnsafeRawBufferPointer(start: text, count: Int(count))) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let stream = XMLStream.of(context) else { return }
      stream.stop(stream.fault("has a document type declaration"))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads on until the handler pauses or the text ends; whether there may be more.
  ///
  /// - Throws: an `XMLFault`, or what the input or the handler throws.
  func advance() throws -> Bool {
    while !isAtEnd {
      let status = try parseOn()
      if let fault { throw fault }
      if status == XML_STATUS_SUSPENDED {
        isPaused = true
        return true
      }
      guard status == XML_STATUS_OK else { throw failure }
      isAtEnd = inputEnded
      try checkProgress()
    }
    return false
  }

  private func parseOn() throws -> XML_Status {
    if isPaused {
      isPaused = false
      return XML_ResumeParser(parser)
    }
    guard let buffer = XML_GetBuffer(parser, Self.pieceSize) else { throw failure }
    let count = try input.read(into: buffer, count: Int(Self.pieceSize))
    byteCount += count
    inputEnded = count == 0
    return XML_ParseBuffer(parser, Int32(count), inputEnded ? 1 : 0)
  }

  /// What the parser was handed and has not got past is one piece of markup that goes on.
  private func checkProgress() throws(XMLFault) {
    let place = Int(XML_GetCurrentByteIndex(parser))
    guard !isAtEnd, place >= 0, byteCount - place > XMLLimits.markup else { return }
    throw fault(
      "has a tag or a comment of more than \(XMLLimits.markup >> 20) MiB", kind: .tooLarge)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
    context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  @inline(__always)
  private func call(_ body: (any XMLHandler) throws -> Void) {
    do { try body(handler) } catch { stop(error) }
  }

  private func stop(_ error: any Error) {
    // After a stop the parser may still have an end tag to tell.
    guard fault == nil else { return }
    fault = error
    XML_StopParser(parser, 0)
  }

  private var tooDeep: XMLFault {
    fault("has elements more than \(XMLLimits.depth) deep in one another", kind: .tooLarge)
  }

  /// Why the parser stopped.
  private var failure: XMLFault {
    let code = XML_GetErrorCode(parser)
    guard code != XML_ERROR_NO_MEMORY else {
      return fault("has more names, or longer ones, than can be held", kind: .tooLarge)
    }
    let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
    let (line, byte) = (XML_GetCurrentLineNumber(parser), XML_GetCurrentByteIndex(parser))
    return XMLFault(
      kind: .malformed,
      message: "\(input.path) is no well-formed XML (\(reason), line \(line), byte \(byte))")
  }

  private func fault(_ what: String, kind: XMLFault.Kind = .malformed) -> XMLFault {
    let line = XML_GetCurrentLineNumber(parser)
    return XMLFault(kind: kind, message: "\(input.path) \(what) (line \(line))")
  }
}
