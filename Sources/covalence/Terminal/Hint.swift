import StudyModel

/// How a remedy is done at the command line: the levels below name no command and no option.
enum Hint {
  /// A message with the way to do what it advises.
  static func added(to diagnostic: Diagnostic) -> Diagnostic {
    guard let hint = of(diagnostic.code, diagnostic.means) else { return diagnostic }
    var hinted = diagnostic
    hinted.remedy += (hinted.remedy.isEmpty ? "" : " ") + hint
    return hinted
  }

  /// A sentence; nil where the remedy says all.
  private static func of(_ code: MessageCode, _ means: Diagnostic.Means?) -> String? {
    switch means {
    case .undoImport(let id): return "'covalence undo-import \(id)' does that."
    case .listImports: return "'covalence imports' shows it."
    case .makeStudy(let path): return "'covalence init \(path) --framework ID' does that."
    case .checkStudy: return "'covalence check' does that."
    case nil: break
    }
    switch code {
    case .noEvidence, .noSurvey, .noScores: return "'covalence import' brings files in."
    case .noSuchConstruct: return "'covalence framework show' lists those of a framework."
    case .noSuchFramework: return "'covalence framework list' shows those that ship."
    case .otherFramework: return "'covalence init' makes one."
    case .noHome: return "--home or COVALENCE_HOME names it."
    case .templates: return "--home names it."
    case .reportFolder: return "--out names it."
    case .agreementForOthers, .severalCasesForConvenor:
      return "--for says whose eyes a report is for."
    case .demoChanged: return "'covalence demo tour' writes to a folder of that name."
    case .editionHeld: return "--draft writes a draft; --republish REASON publishes it."
    case .editionNotKept: return "--draft writes a draft."
    case .noDeclaration: return "'covalence agree --help' shows how."
    default: return nil
    }
  }
}
