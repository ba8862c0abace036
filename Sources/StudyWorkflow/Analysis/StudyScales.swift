import FileFormats
public import StudyModel
import StudyStore
import Synchronization

extension StudySnapshot {
  /// The scales of the survey, read from the study in one pass over its answers; nil where there is
  /// no response.
  ///
  /// Those who named no organization can be left out.
  func scales(ofPlaced: Bool = false) throws -> SurveyScales? {
    guard let numbers = try reader.responseNumbers() else { return nil }
    let scan = try ScaleScan(reader, framework, isOfPlaced: ofPlaced)
    // Two threads read half each. The second reads the same state as the first: while one reader
    // is in the study nobody can finish writing to it.
    guard numbers.count > ScaleScan.leastForTwo, let beside = try file.forReadingBeside() else {
      return try scan.read(reader, numbers)
    }
    let middle = numbers.lowerBound + Int64(numbers.count / 2)
    let half = HalfResult()
    let thread = WorkerThread {
      let result = Result {
        try beside.read { try scan.read($0, middle + 1...numbers.upperBound) }
      }
      half.value.withLock { $0 = result }
    }
    guard thread != nil else { return try scan.read(reader, numbers) }
    let own = Result { try scan.read(reader, numbers.lowerBound...middle) }
    thread?.join()
    var scales = try own.get()
    if let other = try half.value.withLock({ $0 })?.get() { scales.merge(other) }
    return scales
  }
}

extension Study {
  /// The scales of the survey, read from the study in one pass over its answers.
  ///
  /// - Throws: `Failure` where the study has no survey; `StudyFileError`; `CancellationError`.
  public func scales() throws -> SurveyScales {
    guard let scales = try read({ try $0.scales() }) else {
      throw Failure(.data, .noSurvey, "The study has no survey", remedy: "Bring one in first.")
    }
    return scales
  }
}

/// What the thread beside leaves behind.
private final class HalfResult: Sendable {
  let value = Mutex<Result<SurveyScales, any Error>?>(nil)
}

/// How the answers of a study are read into scales.
private struct ScaleScan: Sendable {
  /// Fewer responses are read before a second thread has begun.
  static let leastForTwo = 20_000

  private let framework: Framework
  private let versions: [Int64: [String]]
  private let places: StudyPlaces
  private let isOfPlaced: Bool

  init(_ reader: StudyReader, _ framework: Framework, isOfPlaced: Bool) throws {
    self.framework = framework
    self.isOfPlaced = isOfPlaced
    versions = try reader.instrumentVersions()
    places = try StudyPlaces(reader, columns: .all)
  }

  func read(_ reader: StudyReader, _ numbers: ClosedRange<Int64>) throws -> SurveyScales {
    // Made anew here: what two threads count references of slows both down.
    let places = places.copy()
    var scales = SurveyScales(
      framework: framework, cells: places.cells, asked: Set(versions.values.joined()))
    let layouts = versions.mapValues { scales.layout(columns: $0) }
    // Responses come in runs of one questionnaire version.
    var last: (version: Int64, layout: ScaleLayout)?
    var count = 0
    try reader.forEachResponse(numbers) { response in
      count += 1
      if count & 0xFFF == 0 { try Task.checkCancellation() }
      if isOfPlaced, response.organization == nil { return }
      if last?.version != response.version {
        last = layouts[response.version].map { (response.version, $0) }
      }
      guard let layout = last?.layout, let at = places.place(ofCase: response.caseNumber),
        let phase = places.place(ofPhase: response.phaseNumber)
      else { return }
      scales.add(
        case: at, phase: phase, answers: response.answers,
        layout: layout)
    }
    return scales
  }
}
