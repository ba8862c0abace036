public import Foundation

/// Finds the files tests read, from the place of this source file.
public enum Fixtures {
  /// The root of the checkout.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own fixtures, `Tests/Fixtures`.
  public static let own = root.appending(path: "Tests/Fixtures")

  /// Golden files, `Tests/Golden`.
  public static let golden = root.appending(path: "Tests/Golden")

  /// Fixtures under licences of their own, kept beside the checkout; nil where that folder is absent.
  ///
  /// Tests that read them are disabled, visibly, with `.enabled(if: Fixtures.shared != nil)`.
  public static let shared: URL? = {
    let folder = root.appending(path: "../shared/fixtures").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The names in a folder, sorted, for tests that have one case a name.
  ///
  /// A folder that cannot be read, or is empty, ends the tests: no cases would be no failure.
  public static func names(in folder: URL) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      precondition(!names.isEmpty, "\(folder.path) is empty")
      return names
    } catch {
      preconditionFailure("\(folder.path) cannot be read: \(error)")
    }
  }

  /// The names, without their ending, of a folder's JSON files that state a kind.
  ///
  /// One that cannot be read, and a kind that none has, end the tests.
  public static func sets(ofKind kind: String, in folder: URL) -> [String] {
    let names = names(in: folder).filter { $0.hasSuffix(".json") }.filter { name in
      do {
        let data = try Data(contentsOf: folder.appending(path: name))
        let value = try JSONSerialization.jsonObject(with: data)
        return (value as? [String: Any])?["kind"] as? String == kind
      } catch {
        preconditionFailure("\(folder.path)/\(name) cannot be read: \(error)")
      }
    }
    precondition(!names.isEmpty, "\(folder.path) has no set of kind \(kind)")
    return names.map { String($0.dropLast(".json".count)) }
  }
}
