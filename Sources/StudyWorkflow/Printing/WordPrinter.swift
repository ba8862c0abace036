import Foundation
import Reports
import StudyModel

/// Makes a document of Word of a plain page through a program that is installed, pandoc.
enum WordPrinter {
  /// What is needed for it.
  static let program = NeededProgram(
    name: "pandoc", package: "pandoc", makes: "a document of Word")

  /// Makes a document; the same page on the same day gives the same bytes.
  ///
  /// - Parameters:
  ///   - page: The page, with its drawings.
  ///   - styles: The document whose styles it takes over.
  ///   - day: The day, in ISO 8601, on which it says it was made.
  /// - Returns: The document.
  /// - Throws: `Failure` where a program is missing or fails, or there is no room.
  static func docx(of page: WordPage, styles: URL, day: String) throws(Failure) -> [UInt8] {
    let folder = try PrintingFolder()
    for drawing in page.drawings {
      try PicturePrinter.png(of: drawing.svg, as: drawing.name, in: folder)
    }
    try folder.write(page.html, as: "page.html")
    return try folder.run(
      program,
      [
        "--from", "html", "--to", "docx", "--reference-doc", styles.absoluteURL.path,
        "--output", "page.docx", "page.html",
      ], environment: ["SOURCE_DATE_EPOCH": "\(seconds(of: day))"], making: "page.docx")
  }

  /// Seconds from 1970 to the beginning of a day; 0 of what is none.
  private static func seconds(of day: String) -> Int {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    return (try? style.parse(day)).map { Int($0.timeIntervalSince1970) } ?? 0
  }
}
