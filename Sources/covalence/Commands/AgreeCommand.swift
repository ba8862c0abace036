import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

/// Agreement between coders: of a study, or of a plain table.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "How well coders agree: in a study, or in a plain table.",
    discussion: """
      In a study, agreement is always that of the independent codings, never of decisions. \
      Coders who coded something in a source, or are named in its column "read", have read it: \
      what they did not code is a no.
        --unit sources     whether a code is anywhere in a source (default; has alpha and kappa)
        --unit segments    units of text: what nobody marked is not counted
        --unit characters  as NVivo counts

      Examples:
        covalence agree
        covalence agree --by pair --unit segments
        covalence agree --by confusion --json
        covalence agree --as-of 2026-03-31 --width 0.2

      Without a study, three tables are taken as they are:
        covalence agree ratings ratings.csv --categories "yes,no" --level nominal
        covalence agree multilabel codes.csv --json
        covalence agree spans spans.csv --documents documents.csv
      """,
    subcommands: [OfStudy.self, Ratings.self, Multilabel.self, Spans.self],
    defaultSubcommand: OfStudy.self)

  /// How alpha's intervals are made.
  struct IntervalOptions: ParsableArguments {
    @Option(help: "The seed of the random numbers.")
    var seed: UInt64 = 1

    @Option(help: "How many replicates an interval rests on; 0 for none.")
    var replicates = 1000

    @Option(
      help: "How they are drawn: units, cells2011 (as KALPHA) or pairs2016 (as icr).")
    var interval: BootstrapChoice.Method = .units

    func validate() throws {
      guard (0...10_000_000).contains(replicates) else {
        throw ValidationError("--replicates takes a number from 0 to 10000000.")
      }
    }

    var choice: BootstrapChoice {
      BootstrapChoice(method: interval, replicates: replicates, seed: seed)
    }
  }

  /// How a table is read.
  struct TableOptions: ParsableArguments {
    @Option(help: "The sheet of a workbook; otherwise the first that can be seen.")
    var sheet: String?

    @Flag(help: "Drop blanks around a field; otherwise they belong to it.")
    var trim = false

    /// The table; what is declared of it is still to be told.
    func table(_ file: String) -> RatedTable {
      var table = RatedTable(path: file)
      (table.sheet, table.trims) = (sheet, trim)
      return table
    }
  }

  struct Ratings: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Figures for a table unit,coder,value.",
      discussion: """
        An empty value, or no row, is missing; anything else is a label, blanks and NA too. The \
        scale is declared, in order, and never inferred: a list with commas, a file with a label a \
        line, or JSON with "categories". With --wide each row is a unit and each column a coder.

        Examples:
          covalence agree ratings ratings.csv --categories "1,2,3,4,5" --level ordinal
          covalence agree ratings ratings.csv --categories scale.txt --interval cells2011 --seed 7
          covalence agree ratings wide.csv --wide --replicates 0 --json
        """)

    @Argument(help: "The table, CSV or a workbook (.xlsx); - for standard input.")
    var file: String

    @Option(help: "The scale, in order: a list with commas, or a file.")
    var categories: String?

    @Option(help: "What differences mean: nominal, ordinal, interval or ratio.")
    var level: MeasurementLevel = .nominal

    @Option(
      help:
        "Weights of the weighted figures, with commas: \(WeightsList.words.joined(separator: ", ")).",
      transform: WeightsList.init)
    var weights: WeightsList?

    @Option(help: "The coders, in order, where one has no row: a list with commas, or a file.")
    var coders: String?

    @Option(help: "The category that counts as positive in a table of two; otherwise the first.")
    var positive: String?

    @Flag(help: "Units are rows and coders columns.")
    var wide = false

    @OptionGroup var fields: TableOptions
    @OptionGroup var interval: IntervalOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
      var table = fields.table(file)
      table.categories = try categories.map { try RatedTable.names($0, as: .categories) }
      table.coders = try coders.map { try RatedTable.names($0, as: .coders) }
      var plan = RatingsAgreement.Plan()
      (plan.level, plan.positive, plan.bootstrap) = (level, positive, interval.choice)
      plan.weights = weights?.weights
      let (result, diagnostics) = try table.ratings(plan, isWide: wide)
      AgreementText.show(AgreementListing(result), diagnostics, json: answer.json)
    }
  }

  struct Multilabel: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Figures for a table unit,coder,code with several codes on a unit.",
      discussion: """
        A row with an empty code: the coder looked and applied nothing. No row for a unit and \
        coder: the coder did not code it.

        Example: covalence agree multilabel codes.csv --codes "trust,barrier" --json
        """)

    @Argument(help: "The table, CSV or a workbook (.xlsx); - for standard input.")
    var file: String

    @Option(help: "The codes, where one was never applied: a list with commas, or a file.")
    var codes: String?

    @Option(help: "The coders, in order, where one has no row: a list with commas, or a file.")
    var coders: String?

    @OptionGroup var fields: TableOptions
    @OptionGroup var interval: IntervalOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
      var table = fields.table(file)
      table.codes = try codes.map { try RatedTable.names($0, as: .codes) }
      table.coders = try coders.map { try RatedTable.names($0, as: .coders) }
      let (result, diagnostics) = try table.multilabel(interval.choice)
      AgreementText.show(AgreementListing(result), diagnostics, json: answer.json)
    }
  }

  struct Spans: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Figures for a table document,coder,code,start,end.",
      discussion: """
        Offsets are half-open and count from 0. --documents says how long each text is: a table \
        document,start,end, or JSON with "documents". Without it a text ends with its last span.

        --gamma adds gamma for each document. What chance would bring is drawn, at least \
        --resamples times, and more often until its mean is known to --precision.

        Examples:
          covalence agree spans spans.csv --documents documents.csv --threshold 90
          covalence agree spans spans.csv --gamma --seed 7
        """)

    @Argument(help: "The table, CSV or a workbook (.xlsx); - for standard input.")
    var file: String

    @Option(help: "Where each document begins and ends: a file.")
    var documents: String?

    @Option(help: "The codes, in order: a list with commas, or a file.")
    var codes: String?

    @Option(help: "The coders, in order, where one has no span: a list with commas, or a file.")
    var coders: String?

    @Option(
      help:
        "Overlaps, in per cent with commas, at which segments agree as MAXQDA counts; otherwise 90,95,50.",
      transform: OverlapList.init)
    var threshold = OverlapList(percents: [90, 95, 50])

    @Flag(help: "Gamma too (Mathet, Widlöcher and Métivier 2015).")
    var gamma = false

    @Option(
      help:
        "How often chance is drawn for gamma, at least; from 2 to \(GammaChoice.mostResamples); otherwise \(GammaChoice().resamples)."
    )
    var resamples: Int?

    @Option(
      help:
        "How near the disorder by chance must be known, as a share of it; 0 for --resamples only; otherwise \(GammaChoice().precision)."
    )
    var precision: Double?

    @Option(help: "What position weighs in gamma beside code (alpha); otherwise 1.")
    var positionWeight: Double?

    @Option(help: "The seed of gamma's random numbers; otherwise 1.")
    var seed: UInt64?

    @OptionGroup var fields: TableOptions
    @OptionGroup var answer: AnswerOptions

    func validate() throws {
      let isTold = resamples != nil || precision != nil || positionWeight != nil || seed != nil
      guard gamma || !isTold else {
        throw ValidationError(
          "--resamples, --precision, --position-weight and --seed are for gamma: add --gamma.")
      }
      _ = try gammaChoice()
    }

    private func gammaChoice() throws -> GammaChoice? {
      guard gamma else { return nil }
      var choice = GammaChoice()
      choice.resamples = resamples ?? choice.resamples
      choice.precision = precision ?? choice.precision
      choice.positionWeight = positionWeight ?? 1
      choice.seed = seed ?? 1
      guard (2...GammaChoice.mostResamples).contains(choice.resamples) else {
        throw ValidationError("--resamples takes a number from 2 to \(GammaChoice.mostResamples).")
      }
      guard choice.precision >= 0, choice.precision < 1 else {
        throw ValidationError("--precision takes a share from 0 to below 1, such as 0.02.")
      }
      guard choice.positionWeight > 0, choice.positionWeight <= 1000 else {
        throw ValidationError("--position-weight takes a number above 0, to 1000.")
      }
      return choice
    }

    func run() throws {
      var table = fields.table(file)
      table.codes = try codes.map { try RatedTable.names($0, as: .codes) }
      table.coders = try coders.map { try RatedTable.names($0, as: .coders) }
      table.documents = try documents.map { try RatedTable.documents(path: $0) }
      let (result, diagnostics) = try table.spans(
        thresholds: threshold.percents, gamma: gammaChoice())
      AgreementText.show(AgreementListing(result), diagnostics, json: answer.json)
    }
  }
}
