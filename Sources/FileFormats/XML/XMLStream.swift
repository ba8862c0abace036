import CLibExpat

/// Takes what an XML part says, in its order; what it throws ends the reading.
protocol XMLHandler: AnyObject {
  /// Whether enough is gathered for now; asked after the end of an element.
  var pauses: Bool { get }
  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault)
  func text(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault)
  func end(_ element: XMLName) throws(WorkbookFault)
}

extension XMLHandler {
  var pauses: Bool { false }
  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ element: XMLName) {}
}

/// Reads an XML part piece by piece with expat, in the memory of a piece.
///
/// Encodings and byte order marks are expat's work; a document type declaration, in which entities
/// could be made that grow without end, is refused, since workbooks have none.
final class XMLStream {
  private static let pieceSize: Int32 = 64 << 10

  private let parser: OpaquePointer
  private let part: ZipPart
  private let handler: any XMLHandler
  /// What was thrown; no error passes through the C library.
  private var fault: WorkbookFault?
  private var (isPaused, inputEnded, isAtEnd) = (false, false, false)

  /// Reads a whole part.
  static func readAll(_ part: ZipPart, _ handler: any XMLHandler) throws(WorkbookFault) {
    let stream = try XMLStream(part, handler)
    while try stream.advance() {}
  }

  init(_ part: ZipPart, _ handler: any XMLHandler) throws(WorkbookFault) {
    guard let parser = XML_ParserCreateNS(nil, XMLName.separator) else { throw .outOfMemory }
    (self.parser, self.part, self.handler) = (parser, part, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name, let attributes, let stream = XMLStream.of(context) else { return }
        stream.call { handler throws(WorkbookFault) in
          try handler.begin(XMLName(name), XMLAttributes(attributes))
        }
      },
      { context, name in
        guard let name, let stream = XMLStream.of(context) else { return }
        stream.call { handler throws(WorkbookFault) in try handler.end(XMLName(name)) }
        if stream.handler.pauses { XML_StopParser(stream.parser, 1) }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text, count > 0, let stream = XMLStream.of(context) else { return }
      stream.call { handler throws(WorkbookFault) in
        try handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let stream = XMLStream.of(context) else { return }
      let what = "\(stream.part.path) has a document type declaration"
      stream.call { _ throws(WorkbookFault) in throw .damaged(what) }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads on until the handler pauses or the part ends; whether there may be more.
  func advance() throws(WorkbookFault) -> Bool {
    while !isAtEnd {
      let status: XML_Status
      if isPaused {
        isPaused = false
        status = XML_ResumeParser(parser)
      } else {
        guard let buffer = XML_GetBuffer(parser, Self.pieceSize) else { throw .outOfMemory }
        let count = try part.read(into: buffer, count: Int(Self.pieceSize))
        inputEnded = count == 0
        status = XML_ParseBuffer(parser, Int32(count), inputEnded ? 1 : 0)
      }
      if let fault { throw fault }
      if status == XML_STATUS_SUSPENDED {
        isPaused = true
        return true
      }
      guard status == XML_STATUS_OK else { throw notWellFormed }
      isAtEnd = inputEnded
    }
    return false
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
    context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  @inline(__always)
  private func call(_ body: (any XMLHandler) throws(WorkbookFault) -> Void) {
    do throws(WorkbookFault) { try body(handler) } catch {
      fault = error
      XML_StopParser(parser, 0)
    }
  }

  private var notWellFormed: WorkbookFault {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    let (line, byte) = (XML_GetCurrentLineNumber(parser), XML_GetCurrentByteIndex(parser))
    return .damaged(
      "\(part.path) is no well-formed XML (\(reason ?? "unknown error"), line \(line), byte \(byte))"
    )
  }
}
