import FileFormats
import Foundation
import StudyModel

/// Prints a page as PDF through a program that is installed: Chromium, or else WeasyPrint.
enum PDFPrinter {
  /// Prints an HTML file, with a line after the end of the PDF, and gives the PDF's path.
  ///
  /// - Throws: `Failure` where neither program is there or printing failed, `FileError` where the
  ///   file cannot be written.
  static func print(_ html: String, to target: FileTarget, adding mark: String) throws -> String {
    let page = URL(filePath: html).absoluteURL
    let program: InstalledProgram
    let arguments: (String) -> [String]
    if let browser = InstalledProgram("chromium", "chromium-browser", "google-chrome") {
      // Root may not use Chromium's sandbox; the page is our own and asks for nothing.
      let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
      program = browser
      arguments = {
        [
          "--headless", "--disable-gpu", "--no-pdf-header-footer",
          "--generate-pdf-document-outline",
        ] + sandbox + ["--print-to-pdf=\($0)", page.absoluteString]
      }
    } else if let weasyprint = InstalledProgram("weasyprint") {
      program = weasyprint
      arguments = { [html, $0] }
    } else {
      throw Failure(
        .missing, .noPrinter, "There is neither Chromium nor WeasyPrint to print with",
        remedy: "Install one of them, or print \(html) from a browser.",
        place: .init(file: html))
    }
    let file = try NamedOutput(target)
    do throws(InstalledProgram.Fault) {
      try program.run(arguments(URL(filePath: file.path).path))
    } catch {
      throw failure(program, target.path)
    }
    guard isWhole(file.path), add(mark, to: file.path) else {
      throw failure(program, target.path)
    }
    try file.finish()
    return target.path
  }

  /// Whether a file begins and ends as a PDF does: printers have ended well on a full disk.
  private static func isWhole(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return data.starts(with: Array("%PDF-".utf8))
      && String(decoding: data.suffix(64), as: UTF8.self).contains("%%EOF")
  }

  private static func add(_ mark: String, to path: String) -> Bool {
    guard let file = FileHandle(forWritingAtPath: path) else { return false }
    defer { file.closeFile() }
    do {
      try file.seekToEnd()
      try file.write(contentsOf: Data("\n\(mark)".utf8))
      return true
    } catch {
      return false
    }
  }

  private static func failure(_ program: InstalledProgram, _ file: String) -> Failure {
    Failure(
      .cannotWrite, .printing, "\(program.path) could not print \(file)",
      remedy: "Print the page from a browser.", place: .init(file: file))
  }
}
