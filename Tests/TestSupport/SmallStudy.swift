import Foundation

/// A small study in a folder, the beginning of many tests.
extension Workplace {
  /// A study of the small framework with two cases, three participants and two sources, one of
  /// them with a transcript.
  public static func withStudy() throws -> Workplace {
    let place = try Workplace()
    try place.run("init", "walk.covalence", "--framework", small)
    try place.write(
      "cases.csv",
      """
      case,name,terrain
      north,North group,hills
      south,South group,plain

      """)
    try place.write(
      "participants.csv",
      """
      participant,case,organization,role
      p1,north,Club,convenor
      p2,north,Hut,participant
      p3,south,Club,participant

      """)
    try place.write("talks/n1.txt", transcript)
    try place.write(
      "sources.csv",
      """
      source,case,participant,phase,coders,read,file
      n1,north,p1,,ana;ben,ana;ben,talks/n1.txt
      n2,north,p2,,ana,ana,

      """)
    for kind in ["cases", "participants", "sources"] {
      try place.run("import", kind, "\(kind).csv")
    }
    return place
  }

  /// The folder of the small framework.
  public static let small = Fixtures.own.appending(path: "frameworks/small").path

  /// Copies the files of the small framework into a folder.
  public func copySmallFramework(to folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.small) {
      let data = try Data(contentsOf: URL(filePath: Self.small).appending(path: name))
      try write("\(folder)/\(name)", bytes: Array(data))
    }
  }

  /// The words of source `n1`: "We wait for the last." is 0 to 21, "The way is known." 38 to 55.
  public static let transcript =
    "We wait for the last. We always wait. The way is known. Everyone comes home."

  /// Writes a file and imports it.
  public func bring(
    _ kind: String, _ text: String, as name: String? = nil, _ options: [String] = []
  ) throws -> Answer {
    let name = name ?? "\(kind).csv"
    try write(name, text)
    return try run(["import", kind, name] + options)
  }

  /// The bytes of the study.
  public var study: [UInt8]? { bytes("walk.covalence") }
}
