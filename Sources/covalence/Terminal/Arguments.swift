public import ArgumentParser
public import Exchange
public import FileFormats
public import StudyModel
public import StudyWorkflow

// Words of the command line that are values of the levels below.
extension Layout: ExpressibleByArgument {}
extension CSVEncoding: ExpressibleByArgument {}
extension ConsensusRule: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension CodeMatrix.Dimension: ExpressibleByArgument {}
extension Disagreement.Kind: ExpressibleByArgument {}
extension MeasurementLevel: ExpressibleByArgument {}
extension BootstrapChoice.Method: ExpressibleByArgument {}
extension AgreementBasis: ExpressibleByArgument {}
extension AgreementGrouping: ExpressibleByArgument {}
