import FileFormats
import Foundation
import Testing

@Suite("Words in a picture")
struct PNGTextTests {
  /// One grey point, and the same with words: made with zlib by another program.
  private static let picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCA05RTSgAAAABJRU5ErkJggg=="
  private static let told =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAKXRFWHREZXNjcmlwdGlvbgBBIHJlcG9ydCBvZiBDb3ZhbGVuY2U6IGhlYWx0aPqD86cAAAAKSURBVHicY6gHAACBAIDTlFNKAAAAAElFTkSuQmCC"

  private func bytes(_ text: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: text)))
  }

  @Test("They come after the header, with the sum of the chunk, and are read again")
  func added() throws {
    let words = "A report of Covalence: health"
    let told = PNGText.adding(words, to: try bytes(Self.picture))
    #expect(told == (try bytes(Self.told)))
    #expect(PNGText.of(try bytes(Self.told)) == words)
  }

  @Test("What is no picture, or has none, gives none")
  func none() throws {
    #expect(PNGText.of(try bytes(Self.picture)) == nil)
    for broken in [[], Array("PNG".utf8), try bytes(Self.told).prefix(40).map(\.self)] {
      #expect(PNGText.of(broken) == nil)
    }
    #expect(
      PNGText.adding("a", to: Array("no picture at all, and longer than a header".utf8)) == nil)
    // A length beyond the file's end.
    var wrong = try bytes(Self.told)
    wrong[33] = 0xFF
    #expect(PNGText.of(wrong)?.hasPrefix("A report") == true)
  }
}
