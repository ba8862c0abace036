/// What a codebook tells coders about a code: by this alone they decide.
public struct CodeDefinition: Sendable, Hashable {
  /// What the code means.
  public var definition: String
  /// What is coded with it.
  public var inclusion: [String]
  /// What is not.
  public var exclusion: [String]
  /// A short example.
  public var example: String?

  /// The definition of a construct, or of the wish for it.
  public init(_ construct: Construct, desired: Bool = false) {
    definition = (desired ? "That it was wanted, not that it came. " : "") + construct.definition
    inclusion = construct.inclusion
    exclusion = construct.exclusion
    example = construct.example
  }

  /// Definition, inclusion, exclusion and example in one paragraph.
  public var text: String {
    let parts =
      [definition]
      + (inclusion.isEmpty ? [] : ["Coded here: \(inclusion.joined(separator: "; "))."])
      + (exclusion.isEmpty ? [] : ["Not here: \(exclusion.joined(separator: "; "))."])
      + (example.map { ["Example: \($0)"] } ?? [])
    return parts.joined(separator: " ")
  }
}

extension Framework {
  /// What the codebook says of a code, of one with several constructs what it says of the first; nil where no
  /// construct has it.
  public func definition(ofCode code: String) -> CodeDefinition? {
    guard let meaning = meanings(ofCode: code).first, let construct = construct(meaning.construct)
    else { return nil }
    return CodeDefinition(construct, desired: meaning.desired)
  }
}
