import StudyModel

/// Draws figures as pictures through a program that is installed, librsvg's.
enum PicturePrinter {
  /// What is needed for it.
  static let program = NeededProgram(
    name: "rsvg-convert", package: "librsvg2-bin", makes: "a picture")

  /// Dots of a picture to one of its drawing: 800 px over 17 cm then have 300 to the inch.
  private static let zoom = "2.5"

  /// Draws a figure as PNG.
  ///
  /// - Parameters:
  ///   - svg: The figure.
  ///   - name: What the picture is called in the folder, without its ending.
  ///   - folder: Where it is made.
  /// - Returns: The picture.
  /// - Throws: `Failure` where the program is missing or fails, or there is no room.
  @discardableResult
  static func png(
    of svg: String, as name: String = "figure", in folder: PrintingFolder
  ) throws(Failure) -> [UInt8] {
    try folder.write(svg, as: "\(name).svg")
    return try folder.run(
      program, ["--zoom", zoom, "--output", "\(name).png", "\(name).svg"], making: "\(name).png")
  }
}
