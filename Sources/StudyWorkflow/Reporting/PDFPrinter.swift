import Foundation
import StudyModel

/// Prints a page as PDF through a program that is installed: Chromium, or else WeasyPrint.
public enum PDFPrinter {
  private static let browsers = ["chromium", "chromium-browser", "google-chrome"]

  /// Prints an HTML file beside itself and gives the path.
  ///
  /// - Throws: `Failure` where neither program is there or printing failed.
  public static func print(_ html: String) throws -> String {
    let pdf = html.replacing(".html", with: ".pdf")
    let page = URL(filePath: html).absoluteURL
    if let browser = browsers.lazy.compactMap(path).first {
      // Root may not use Chromium's sandbox; the page is our own and asks for nothing.
      let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
      try run(
        browser,
        [
          "--headless", "--disable-gpu", "--no-pdf-header-footer",
          "--generate-pdf-document-outline",
        ]
          + sandbox + ["--print-to-pdf=\(pdf)", page.absoluteString], makes: pdf)
    } else if let weasyprint = path(of: "weasyprint") {
      try run(weasyprint, [html, pdf], makes: pdf)
    } else {
      throw Failure(
        .missing, .noPrinter, "There is neither Chromium nor WeasyPrint to print with",
        remedy: "Install one of them, or print \(html) from a browser.",
        place: .init(file: html))
    }
    return pdf
  }

  private static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private static func run(_ program: String, _ arguments: [String], makes file: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file) else {
      throw Failure(
        .cannotWrite, .printing, "\(program) could not print \(file)",
        remedy: "Print the page from a browser.", place: .init(file: file))
    }
  }
}
