import ArgumentParser
import StudyModel
import StudyWorkflow

/// What a look at all cases can be asked for with.
struct LookOptions: ParsableArguments {
  @OptionGroup var phase: PhaseOption

  @Option(
    name: .customLong("for"), help: "Whose eyes it is for: researcher, convenor or working-group.")
  var audience: Audience = .researcher

  @OptionGroup var consensus: ConsensusOption

  /// What is asked for.
  var request: ComparisonRequest {
    var request = ComparisonRequest(for: audience)
    (request.phase, request.rule) = (phase.phase, consensus.consensus)
    return request
  }
}
