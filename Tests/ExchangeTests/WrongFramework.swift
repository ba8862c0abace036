import Exchange
import StudyModel
import Testing

/// The small framework with one change that makes it wrong, and what must be said about that.
struct WrongFramework: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let old: String
  let new: String
  let says: [String]
  /// Whether what hangs on the mistake is reported after it.
  let andMore: Bool

  init(
    _ description: String, _ file: String, _ old: String, _ new: String, says: [String],
    andMore: Bool = false
  ) {
    testDescription = description
    self.file = file
    self.old = old
    self.new = new
    self.says = says
    self.andMore = andMore
  }

  func check() throws {
    let reading = FrameworkReader.read(try SmallFramework.files(file, old, new))
    let messages = reading.diagnostics.map(\.text)
    #expect((andMore ? Array(messages.prefix(says.count)) : messages) == says)
    let isWrong = reading.diagnostics.contains { $0.severity == .error }
    #expect((reading.framework == nil) == isWrong)
  }
}
