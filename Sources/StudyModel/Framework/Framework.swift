/// A research model as data: its constructs in a tree, their codes and items, how they are scored,
/// and what may be concluded and recommended from the scores, each with its source.
///
/// Read from a folder under `instruments/` (see `instruments/SCHEMA.md`); the program knows no
/// construct by name.
public struct Framework: Sendable, Hashable {
  /// The name that studies and commands use, such as `knight-2002`.
  public var id: String
  /// The version of the data, such as `1.0.0`.
  public var version: String
  /// The title for people.
  public var title: String
  /// One paragraph: what the model is for.
  public var summary: String
  /// The publications it comes from; the first is the main one.
  public var references: [Reference]
  /// The levels of learning that constructs may name, lowest first.
  public var levels: [String]
  /// Facts of a case that findings and reports use, such as the strength of its drive.
  public var attributes: [CaseAttribute]
  /// The constructs in the framework's order: a parent comes before its children.
  public var constructs: [Construct] {
    didSet { index = FrameworkIndex(constructs) }
  }
  /// Where constructs stand.
  private(set) var index: FrameworkIndex
  /// Further names of codes in a study's material, each with what it stands for, one construct or several.
  ///
  /// A construct's own id, and `<id>.desired` for a form of value, are codes without being listed.
  public var codes: [String: [CodeMeaning]]
  /// Questionnaires, in order.
  public var questionnaires: [Questionnaire]
  /// Interview guides, in order.
  public var guides: [InterviewGuide]
  /// The rules of scoring, with the defaults of the product where the framework says nothing.
  public var scoring: ScoringRules
  /// The construct whose leaves are the forms of value; nil where the model has none.
  public var formsOfValue: String?
  /// The pillars of health, in order; empty where the model has none.
  public var pillars: [Pillar]
  /// What the reports of a case show, in order.
  public var sections: [ReportSection]
  /// What the model expects to go together, across cases.
  public var expectations: [Expectation] = []
  /// The finding rules, in order of precedence.
  public var findings: [FindingRule]
  /// The recommendations that findings name.
  public var recommendations: [Recommendation]
  /// Further tables of the model: matrices, cycles, checklists, stages, by name.
  public var tables: [ModelTable]

  /// Creates a framework.
  public init(
    id: String, version: String, title: String, summary: String, references: [Reference],
    levels: [String] = Framework.usualLevels, attributes: [CaseAttribute] = [],
    constructs: [Construct], codes: [String: [CodeMeaning]] = [:],
    questionnaires: [Questionnaire] = [], guides: [InterviewGuide] = [],
    scoring: ScoringRules = ScoringRules(), formsOfValue: String? = nil, pillars: [Pillar] = [],
    sections: [ReportSection] = [], findings: [FindingRule] = [],
    recommendations: [Recommendation] = [], tables: [ModelTable] = []
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.summary = summary
    self.references = references
    self.levels = levels
    self.attributes = attributes
    self.constructs = constructs
    index = FrameworkIndex(constructs)
    self.codes = codes
    self.questionnaires = questionnaires
    self.guides = guides
    self.scoring = scoring
    self.formsOfValue = formsOfValue
    self.pillars = pillars
    self.sections = sections
    self.findings = findings
    self.recommendations = recommendations
    self.tables = tables
  }

  /// The levels of learning of a framework that names none of its own, lowest first.
  public static let usualLevels = ["individual", "group", "organization", "inter-organization"]
}

/// A fact of a case, a column of the cases' table, that findings may ask for.
public struct CaseAttribute: Sendable, Hashable {
  /// The id, which is also its column.
  public var id: String
  /// The name, as a label.
  public var name: String
  /// The values in their order; empty where any value may stand, numbers too.
  public var values: [String]
  /// What a value is; nil where any text may stand, and where the values are listed.
  public var kind: Kind?
  /// Where the model states it.
  public var source: Citation?
  /// Whether others than the researcher may read it.
  public var isPublic: Bool

  /// What a value is, where it is none of a list.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number, with a point before its decimals.
    case number
    /// A year of four digits.
    case year
  }

  /// Creates an attribute.
  public init(
    id: String, name: String, values: [String] = [], kind: Kind? = nil, source: Citation? = nil,
    isPublic: Bool = false
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.values = values
    self.source = source
    self.isPublic = isPublic
  }
}

extension CaseAttribute {
  /// Whether a value is one that the framework lets stand; capitals make no difference.
  public func allows(_ value: String) -> Bool {
    switch kind {
    case .number: return Double(value).map(\.isFinite) ?? false
    case .year: return value.wholeMatch(of: /[12][0-9]{3}/) != nil
    case nil: break
    }
    return values.isEmpty || values.contains { $0.lowercased() == value.lowercased() }
  }

  /// What may stand, in words.
  public var allowed: String {
    switch kind {
    case .number: "a number"
    case .year: "a year of four digits"
    case nil: "one of " + Words.list(values.map { "\"\($0)\"" }, and: "or")
    }
  }
}

/// What a code of a study's material stands for.
public struct CodeMeaning: Sendable, Hashable {
  /// The construct.
  public var construct: String
  /// Whether the code says that a form of value was wanted, and is no evidence that it came.
  public var desired: Bool

  /// What the name of a code ends in that says that a form of value was wanted.
  static let wantedSuffix = ".desired"

  /// The code that has this meaning in every framework.
  public var code: String { construct + (desired ? Self.wantedSuffix : "") }

  /// The form of value that a code by its name says was wanted; nil where its name says no such thing.
  public static func wanted(byName code: String) -> String? {
    code.hasSuffix(wantedSuffix) ? String(code.dropLast(wantedSuffix.count)) : nil
  }

  /// Creates a meaning.
  public init(construct: String, desired: Bool = false) {
    self.construct = construct
    self.desired = desired
  }
}

/// A publication.
public struct Reference: Sendable, Hashable {
  /// The key by which other parts name it.
  public var key: String
  /// The reference as a bibliography prints it.
  public var text: String
  /// The DOI, where there is one.
  public var doi: String?

  /// Creates a reference.
  public init(key: String, text: String, doi: String? = nil) {
    self.key = key
    self.text = text
    self.doi = doi
  }
}

/// Where in a publication something is stated.
public struct Citation: Sendable, Hashable {
  /// The key of the reference.
  public var reference: String
  /// The section, table or figure, such as `section 4.1` or `Table III`.
  public var place: String

  /// Creates a citation.
  public init(reference: String, place: String) {
    self.reference = reference
    self.place = place
  }
}

/// A further table of a model, such as a matrix of learners by contexts or a checklist.
public struct ModelTable: Sendable, Hashable {
  /// Its name.
  public var id: String
  /// Its title.
  public var title: String
  /// The headers.
  public var columns: [String]
  /// The rows, each as long as `columns`.
  public var rows: [[String]]
  /// Where it is stated.
  public var source: Citation?

  /// Creates a table.
  public init(id: String, title: String, columns: [String], rows: [[String]], source: Citation?) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.source = source
  }
}
