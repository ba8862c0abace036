public import Foundation
public import StudyModel

/// Where the program's own data are: `instruments/`, `data/` and `reports/templates/`.
public struct Home: Sendable {
  /// The folder that holds them.
  public let folder: URL

  /// Finds the folder: told, then `COVALENCE_HOME`, then `share/covalence` beside the folder of the
  /// executable, then the checkout that the executable lies in, where it was built.
  ///
  /// - Throws: `HomeError` naming the places looked in.
  public static func find(
    told: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Home {
    if let told { return try Home(checking: told, as: nil) }
    if let named = environment["COVALENCE_HOME"], !named.isEmpty {
      return try Home(checking: named, as: "COVALENCE_HOME")
    }
    let folder = executable.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appending(path: "share/covalence")
    if let found = ([installed] + above(folder)).first(where: isHome) { return Home(folder: found) }
    throw HomeError(places: [installed.path, "a folder above \(folder.path)"])
  }

  /// The folders above one, the nearest first.
  private static func above(_ folder: URL) -> [URL] {
    let parts = folder.pathComponents
    return (1..<max(1, parts.count)).reversed().map { count in
      URL(filePath: NSString.path(withComponents: Array(parts.prefix(count))))
    }
  }

  private init(folder: URL) { self.folder = folder }

  private init(checking path: String, as name: String?) throws {
    let folder = URL(filePath: path)
    guard Self.has("instruments", folder) else {
      throw HomeError(places: [path + (name.map { " (\($0))" } ?? "")])
    }
    self.folder = folder
  }

  /// The frameworks.
  public var instruments: URL { folder.appending(path: "instruments") }
  /// The studies that ship.
  public var data: URL { folder.appending(path: "data") }
  /// The page templates.
  public var templates: URL { folder.appending(path: "reports/templates") }

  /// Whether a folder that nobody named is the one: more must be in it than a name that may be chance.
  private static func isHome(_ folder: URL) -> Bool {
    has("instruments", folder) && has("reports/templates", folder)
  }

  private static func has(_ name: String, _ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  private static var executable: URL {
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? "covalence"
    return URL(filePath: path).resolvingSymlinksInPath()
  }
}

/// The program's own data were not found.
public struct HomeError: Error, Sendable {
  /// Where they were looked for.
  public var places: [String]
}

extension HomeError: Failing {
  /// The program's own data are missing.
  public var failure: Failure {
    Failure(
      .missing, .noHome,
      "The folder with instruments/, data/ and reports/templates/ was not found in \(places.joined(separator: " or "))",
      remedy: "Say where it is.")
  }
}
