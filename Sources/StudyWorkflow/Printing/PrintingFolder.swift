import FileFormats
import Foundation
import StudyModel

/// A folder among the temporary files, nobody else's, in which other programs make what a report is to be.
///
/// It goes with its last use.
struct PrintingFolder {
  private let folder: PrivateFolder

  /// Makes it.
  ///
  /// - Throws: `Failure` where there is no room for temporary files.
  init() throws(Failure) {
    let parent = PrivateFolder.temporaryFiles
    do throws(PrivateFolder.Failure) {
      folder = try PrivateFolder(.scratch, in: parent)
    } catch {
      throw .noTemporaryFile("made", in: parent, error.text)
    }
  }

  /// Writes a file into it.
  ///
  /// - Throws: `Failure` where it cannot be written.
  func write(_ text: String, as name: String) throws(Failure) {
    do {
      try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    } catch {
      throw .noTemporaryFile("written", in: folder.path, error.localizedDescription)
    }
  }

  /// Lets a program make a file in it.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - arguments: What it is told; files are named as they are called in the folder.
  ///   - environment: What it finds in its environment beside what is there.
  ///   - name: What the file is called.
  /// - Returns: What is in the file.
  /// - Throws: `Failure` where the program is missing, or did not make it.
  func run(
    _ program: NeededProgram, _ arguments: [String], environment: [String: String] = [:],
    making name: String
  ) throws(Failure) -> [UInt8] {
    let installed = try program.installed()
    do throws(InstalledProgram.Fault) {
      try installed.run(arguments, in: folder, environment: environment)
    } catch {
      throw program.failure(error.said)
    }
    guard let made = FileManager.default.contents(atPath: folder.file(name)), !made.isEmpty else {
      throw program.failure(nil)
    }
    return Array(made)
  }
}
