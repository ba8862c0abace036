import Testing

@testable import Exchange

@Suite("A number is one as people write it")
struct WrittenNumberTests {
  @Test("Digits, a decimal point, a sign and an exponent")
  func numbers() {
    #expect(Double(written: "3.25") == 3.25 && Double(written: "-1e2") == -100)
    for text in ["0x10", "inf", "nan", "1e999", "1,5", "", " 1", "٣"] {
      #expect(Double(written: text) == nil, "\(text)")
    }
  }
}
