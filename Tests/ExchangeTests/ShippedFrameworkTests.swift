import Exchange
import Foundation
import StudyModel
import TestSupport
import Testing

@Suite("Frameworks that ship")
struct ShippedFrameworkTests {
  static let folders: [String] = {
    let instruments = Fixtures.root.appending(path: "instruments")
    return Fixtures.names(in: instruments).filter {
      FileManager.default.fileExists(
        atPath: instruments.appending(path: $0 + "/framework.yaml").path)
    }
  }()

  @Test("Every folder under instruments that is meant to be one is a framework")
  func all() {
    let names = Fixtures.names(in: Fixtures.root.appending(path: "instruments"))
      .filter { !$0.hasSuffix(".md") }
    #expect(Self.folders == names && names.count >= 5)
  }

  @Test(
    "Every framework under instruments is read without an error or a warning", arguments: folders)
  func isSound(folder: String) throws {
    let reading = FrameworkReader.read(
      folder: Fixtures.root.appending(path: "instruments/" + folder),
      as: "instruments/" + folder)
    #expect(reading.diagnostics.map(\.text) == [])
    #expect(try reading.get().id == folder)
  }
}
