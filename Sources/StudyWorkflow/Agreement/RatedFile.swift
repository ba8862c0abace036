import Exchange
import FileFormats
import Foundation
public import StudyModel

// For a front whose user names files: what is told as a path, or as a list or a path, becomes a value here.
extension RatedTable {
  /// Prepares a file, named by its path, of which nothing is declared; `-` is standard input.
  public init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(ByteSource(argument: path), name: path == "-" ? ImportEntry.standardInput : name)
  }

  /// The names that somebody declares: a list with commas between, or the path of a file.
  ///
  /// - Parameters:
  ///   - argument: What was told.
  ///   - what: What is declared.
  /// - Returns: The names, in order.
  /// - Throws: `Failure` where the file cannot be read, or declares nothing of the kind.
  public static func names(
    _ argument: String, as what: RatedNames
  ) throws -> [String] {
    guard FileManager.default.fileExists(atPath: argument) else {
      return argument.components(separatedBy: ",")
    }
    return try AgreementTable.names(in: try bytes(argument), file: argument, as: what)
  }

  /// Where each document begins and ends, as the file of this path declares it.
  ///
  /// - Throws: `Failure` and `DiagnosticsError` where it is not there, or does not declare it.
  public static func documents(path: String) throws -> [DocumentExtent] {
    guard FileManager.default.fileExists(atPath: path) else { throw Failure.noFile(path) }
    return try AgreementTable.documents(in: try bytes(path), file: path)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure(
        .data, .noDeclaration, "\(path) cannot be read: \(error.localizedDescription)",
        remedy: "Name a file that may be read, or a list with commas.", place: .init(file: path))
    }
  }
}
