import Exchange
import FileFormats
import Foundation
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

/// A study with files beside it, and everything in it as text for comparing.
struct Walks {
  let place: Workplace
  let file: StudyFile
  let framework: Framework

  init() throws {
    place = try Workplace()
    file = try StudyFile.create(place.path("walks.covalence"))
    let inHand = try FrameworkInHand(
      folder: Fixtures.own.appending(path: "frameworks/small"), as: "small")
    framework = inHand.framework
    try file.add(inHand.stored(at: "2026-04-14"), facts: StudyDescription(title: "Walks").facts)
  }

  /// A study with two cases, three participants and two sources: imports 1 to 3.
  static func begun() throws -> Walks {
    let walks = try Walks()
    try walks.bring(.cases, "case,name,terrain\nnorth,North,hills\nsouth,South,plain\n")
    try walks.bring(
      .participants,
      "participant,case,organization,role\np1,north,Club,convenor\np2,north,Hut,\np3,south,Club,\n")
    try walks.place.write("n1.txt", Workplace.transcript)
    try walks.bring(.sources, sources)
    return walks
  }

  static let sources = """
    source,case,participant,coders,read,file
    n1,north,p1,ana;ben,ana;ben,n1.txt
    n2,north,p2,ana,ana,

    """

  /// Imports a text as a file; every row must come in.
  @discardableResult
  func bring(
    _ layout: Layout, _ text: String, _ change: (inout ImportTask) -> Void = { _ in }
  ) throws -> ImportReport {
    let report = try tried(layout, text, change)
    #expect(
      report.ending == .imported, "\(report.diagnostics.map(\.text).joined(separator: "\n"))")
    return report
  }

  /// Imports a text as a file, whatever comes of it.
  func tried(
    _ layout: Layout, _ text: String, _ change: (inout ImportTask) -> Void = { _ in }
  ) throws -> ImportReport {
    let name = "\(layout.rawValue).csv"
    try place.write(name, text)
    var task = task(layout, at: name)
    change(&task)
    return try task.run(in: study)
  }

  /// The task of a file beside the study, whose transcripts lie with it.
  func task(_ layout: Layout, at name: String) -> ImportTask {
    var task = ImportTask(
      layout, .path(place.path(name)), name: name, time: "2026-04-14T10:00:00Z")
    let folder = TranscriptFolder(besideTable: place.path(name))
    task.texts = { name throws(TranscriptRefusal) in try folder.read(name) }
    return task
  }

  /// The study with its framework.
  var study: Study { Study(file: file, framework: framework, frameworkHash: "") }

  func undo(_ id: Int64) throws { try file.undoImport(id, at: "2026-04-15T10:00:00Z") }

  /// Why an import cannot be taken back; nil, after taking it back, where it can.
  func refusal(_ id: Int64) throws -> String? {
    let before = try contents()
    do {
      try undo(id)
      return nil
    } catch let error as UndoRefusal {
      #expect(try contents() == before, "a refused undo changes nothing")
      return error.failure.diagnostics.map(\.sentences).joined(separator: " ")
    }
  }

  /// Every row of every table but the list of imports.
  func contents() throws -> [String: [String]] {
    var contents: [String: [String]] = [:]
    for table in try tables() where table != "import" { contents[table] = try rows(table) }
    #expect(contents.count > 20)
    // Kept on purpose, for the log.
    contents["change"]?.removeAll { $0.contains("decision taken back") }
    return contents
  }

  /// The codings as text, in order.
  func codings() throws -> [String] {
    try texts(
      """
      SELECT coder || ' ' || code || ' ' || start || '-' || end || ' ' || ifnull(text, '')
      FROM codedSegment ORDER BY 1
      """)
  }
}
