import Exchange
import Reports
import Statistics
import StudyModel
import StudyStore

/// What the methods report is made from, read at one moment; ``seen()`` is the only way out.
///
/// Agreement is that of the agreement report, scores and what hangs on the rule of consensus are
/// those of the health reports, scales those of the scales: nothing is worked out twice.
struct StudyMethods: Sendable {
  /// What the other reports are made from.
  let results: StudyResults
  /// What the agreement report for the researcher is made from; nil where no source was read by two
  /// coders.
  private let agreement: AgreementInput?
  private let seed: UInt64
  private let frameworkAccount: SeenMethods.FrameworkAccount
  private let sources: MethodsSources
  private let coding: MethodsCoding
  private let survey: MethodsSurvey?
  private let imports: [ImportEntry]

  /// Reads it in one walk over the codings; rounds and versions take a second.
  ///
  /// - Parameters:
  ///   - snapshot: The study.
  ///   - eyes: Whose; see ``StudySnapshot/results(for:rule:seed:quoting:)``.
  ///   - rule: The rule of consensus.
  ///   - plan: How intervals of agreement are made; its seed serves all random parts.
  ///   - quoting: Whose words are read for the other reports.
  ///   - home: Where the frameworks that ship are.
  /// - Throws: `StudyFileError`; `CancellationError`.
  init(
    _ snapshot: StudySnapshot, for eyes: Eyes, rule: ConsensusRule = .majority,
    plan: StudyAgreement.Plan = .init(), quoting: Quoting = .nobody, home: Home
  ) throws {
    let corpus = try StudyCorpus(
      snapshot, rule: rule, quoting: quoting,
      agreement: eyes.seeEverything ? .everything : .presence)
    results = try StudyResults(
      snapshot, from: corpus, for: eyes, seed: plan.seed)
    agreement =
      corpus.agreement.entries.isEmpty || !eyes.seeEverything
      ? nil
      : try snapshot.agreementInput(
        of: corpus.agreement, plan: plan)
    seed = plan.seed
    frameworkAccount = try snapshot.frameworkAccount(home)
    sources = try MethodsSources(snapshot.reader, coders: corpus.readers)
    coding = try MethodsCoding(
      snapshot, corpus, agreement: agreement, otherWords: sources.otherWords)
    survey = try MethodsSurvey(snapshot)
    imports = try snapshot.reader.imports()
  }

  /// What the eyes see of it, beside what they see of the results, ordered and compared as
  /// ``StudyResults/seen(arranged:comparing:)`` has it.
  func seen(
    arranged: CaseArrangement = .init(), comparing: Bool = false
  ) -> (results: SeenResults, methods: SeenMethods) {
    let results = self.results.seen(arranged: arranged, comparing: comparing)
    let eyes = results.eyes
    let rules = results.framework.scoring
    var seen = SeenMethods(results.input)
    seen.generator = SeededGenerator.name
    seen.seed = seed
    seen.framework = frameworkAccount
    seen.rules = rules.stated.map { .init(key: $0.key, value: $0.value, standard: $0.standard) }
    let shown = sources.shown(to: eyes, rules: rules)
    seen.material = sources.rows(of: results.input.cases, shown, for: eyes)
    seen.total = sources.total(of: seen.material, for: eyes)
    seen.survey = survey?.account(results.input)
    seen.sensitivity = self.results.ruleChanges
    coding.add(to: &seen, shown)
    if eyes.nameFiles { seen.imports = .shown(imports) }
    return (results, seen)
  }
}
