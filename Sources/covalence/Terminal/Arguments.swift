public import ArgumentParser
public import StudyModel
public import StudyWorkflow

// Words of the command line that are values of the levels below.
extension Layout: ExpressibleByArgument {}
extension ConsensusRule: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension CodeMatrix.Dimension: ExpressibleByArgument {}
extension Disagreement.Kind: ExpressibleByArgument {}
extension MeasurementLevel: ExpressibleByArgument {}
extension BootstrapChoice.Method: ExpressibleByArgument {}
extension AgreementBasis: ExpressibleByArgument {}
extension AgreementGrouping: ExpressibleByArgument {}

/// The encoding of a table as it can be told.
enum EncodingChoice: String, CaseIterable, ExpressibleByArgument {
  case automatic, utf8, utf16, windows1252

  /// What is told; nil where it is to be recognized.
  var told: TableEncoding? {
    switch self {
    case .automatic: nil
    case .utf8: .utf8
    case .utf16: .utf16
    case .windows1252: .windows1252
    }
  }
}
