import Answers
import StudyModel

/// How a remedy is done at the command line: the levels below name no command and no option.
enum Hint {
  /// A message with the way to do what it advises.
  static func added(to diagnostic: Diagnostic) -> Diagnostic {
    guard let hint = of(diagnostic.code, diagnostic.means) else { return diagnostic }
    var hinted = diagnostic
    let isEnded = hinted.remedy.last.map { ".!?".contains($0) } ?? true
    hinted.remedy += (isEnded ? "" : ".") + (hinted.remedy.isEmpty ? "" : " ") + hint
    return hinted
  }

  /// How something is declared of a table.
  static func declaring(_ declaration: AgreementListing.Declaration) -> String {
    switch declaration {
    case .scale: "--categories declares the scale, in order."
    case .extents: "--documents declares where texts begin and end."
    }
  }

  /// A sentence; nil where the remedy says all.
  private static func of(_ code: MessageCode, _ means: Diagnostic.Means?) -> String? {
    switch means {
    case .undoImport(let id):
      return ["'covalence undo-import \(id)' does that.", of(code, nil)].compactMap { $0 }
        .joined(separator: " ")
    case .undoImports(let ids):
      return "\(Words.list(ids.map { "'covalence undo-import \($0)'" })) do that."
    case .undoBeforeAgain: break
    case .listImports: return "'covalence imports' shows it."
    case .makeStudy(let path): return "'covalence init \(path) --framework ID' does that."
    case .keepToOwner(let path): return "'chmod 600 \(ShellWords.file(path))' does that."
    case .checkStudy: return "'covalence check' does that."
    case .mapColumns: return "--map says which column is which."
    case .hashTokens: return "--hash-tokens does that."
    case .replaceCodings(let id):
      return "--prune lets them give way, 'covalence undo-import \(id)' takes it back."
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
    case .otherEdition: return "--out names another folder, --force replaces them."
    case .editionNotKept: return "--draft writes a draft."
    case .sheetThere: return "--force does that."
    case .needlessReason: return "--for says for whom it is, --republish why."
    case .noSuchSheet: return "--sheet names a sheet of a workbook."
    case .transcriptOutside: return "--texts names the folder."
    case .noPhaseStated: return "--phase states it for the whole file."
    case .otherRound: return "--prune lets them give way."
    case .gaveWay: return "'covalence agree --by round' and '--as-of' show it."
    case .lostSegments: return "'covalence check' lists what is left."
    case .meetsNoUnit: return "'covalence adjudicate export' writes it."
    case .decidedOtherwise: return "'covalence adjudicate log' shows both."
    case .notSaidOfDecision:
      return "Of 'covalence adjudicate import', --by says who decided and --at when."
    case .staleDecision:
      return "'covalence adjudicate queue' shows it as it is now, --accept-stale keeps decisions."
    case .undeclaredName: return "--coders and --codes declare them."
    case .outsideScale: return "--categories declares the scale, --trim drops blanks."
    case .noDeclaration: return "'covalence agree --help' shows how."
    default: return nil
    }
  }
}
