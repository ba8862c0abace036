/// Why a text is no YAML that can be read: the line, what was found, what to do.
struct YAMLFault: Error {
  var row: Int?
  var message: String
  var remedy: String

  static func notYAML(_ problem: String, row: Int?, character: Int? = nil) -> YAMLFault {
    YAMLFault(
      row: row,
      message: "this is not YAML: \(problem)" + (character.map { " (at character \($0))" } ?? ""),
      remedy:
        "Check indentation, and quote texts that hold \": \" or \" #\" or begin with a bracket or brace."
    )
  }

  static let tooMuch = YAMLFault(
    message: "the file holds too many values, or nests them too deeply",
    remedy: "Write out what aliases repeat, in fewer and flatter parts.")
}
