import Foundation
import Testing

struct AgreeSpansTests {
  @Test("every figure of every set of spans comes out", arguments: AgreeSet.ids("spans"))
  func everyFigure(id: String) throws { try compare(try AgreeSet(id)) }

  @Test(
    "so it does for every set of the shared folder", .enabled(if: AgreeSet.shared != nil),
    arguments: AgreeSet.ids("spans", in: AgreeSet.shared))
  func everySharedFigure(id: String) throws {
    try compare(try AgreeSet(id, in: try #require(AgreeSet.shared)))
  }

  private func compare(_ set: AgreeSet) throws {
    let ending = try AgreeProgram.run([
      "agree", "spans", set.table, "--documents", set.declarations, "--codes", set.declarations,
      "--coders", set.declarations, "--json",
    ])
    #expect(ending.code == 0, "\(ending.err)")
    let figures = ending.figures
    func record(_ name: String, _ about: [String: String], coders: [String]? = nil) -> [String:
      Any]?
    {
      figures.first { figure in
        figure["name"] as? String == name
          && about.allSatisfy { figure[$0.key] as? String == $0.value }
          && (coders == nil || figure["coders"] as? [String] == coders)
      }
    }
    // Gamma is simulated; its alignment alone is not answered.
    let known = [
      "character", "character_alpha_nominal", "alpha_U_2004", "u_alpha_family_2016",
      "segment_overlap", "gamma_best_alignment_disorder",
    ]
    #expect(set.figures.keys.filter { !known.contains($0) } == [])
    var wrong: [String] = []
    // Where a set states figures by character, every pair has cells and sums.
    let pairs = set.figures["character"].map { $0 as? [[String: Any]] ?? [[:]] } ?? []
    for pair in pairs {
      let coders = pair["coders"] as? [String]
      for cell in try #require(pair["cells"] as? [[String: Any]]) {
        let about = ["document", "code"].reduce(into: [String: String]()) {
          $0[$1] = cell[$1] as? String
        }
        wrong += differences(
          record("characterKappa", about, coders: coders), overlap(cell), "\(about)")
      }
      for cell in try #require(pair["per_code_pooled_characters"] as? [[String: Any]]) {
        let code = cell["code"] as? String ?? ""
        wrong += differences(
          record("perCodePooledCharacters", ["code": code], coders: coders), overlap(cell), code)
      }
      for (key, value) in try members(pair["summary"]) where key != "undefined_cells" {
        wrong += differences(record(camelCase(key), [:], coders: coders), value, key)
      }
    }
    for (document, codes) in try members(set.figures["character_alpha_nominal"]) {
      for (code, value) in try members(codes) {
        wrong += differences(
          record("characterAlphaNominal", ["document": document, "code": code]), value, code)
      }
    }
    for (document, entry) in try members(set.figures["alpha_U_2004"]) {
      let entry = entry as? [String: Any] ?? [:]
      for (code, value) in try members(entry["per_code"]) {
        wrong += differences(
          record("alphaU2004", ["document": document, "code": code]), value, "alphaU \(code)")
      }
      if let value = entry["overall"] {
        wrong += differences(record("alphaU2004Overall", ["document": document]), value, "overall")
      }
    }
    for (document, entry) in try members(set.figures["u_alpha_family_2016"]) {
      let entry = entry as? [String: Any] ?? [:]
      for key in ["u_alpha", "binary_u_alpha", "cu_alpha", "cu_coverage"] {
        guard let value = entry[key] else { continue }
        wrong += differences(record(camelCase(key), ["document": document]), value, key)
      }
      for (code, value) in try members(entry["ku_alpha"]) {
        wrong += differences(
          record("kuAlpha", ["document": document, "code": code]), value, "ku \(code)")
      }
    }
    for (document, entry) in try members(set.figures["gamma_best_alignment_disorder"]) {
      let found = record("gammaBestAlignmentDisorder", ["document": document])
      for (key, value) in try members(entry) {
        if let number = value as? Double, !fits(found?[camelCase(key)] as? Double, number, key) {
          wrong.append("\(key) of \(document)")
        }
      }
      if found?["value"] as? Double != found?["alpha1Beta1"] as? Double { wrong.append(document) }
    }
    for (threshold, entry) in try members(set.figures["segment_overlap"]) {
      let found = figures.first {
        $0["name"] as? String == "segmentOverlap" && $0["threshold"] as? Int == Int(threshold)
      }
      for (key, value) in try members(entry) {
        if let number = value as? Double, !fits(found?[camelCase(key)] as? Double, number, key) {
          wrong.append("\(key) at \(threshold)")
        }
      }
      let ours = found?["perCode"] as? [String: [String: Int]] ?? [:]
      for (code, counts) in (entry as? [String: Any])?["per_code"] as? [String: [String: Int]]
        ?? [:]
      {
        for (key, count) in counts
        where ours[code]?[key.replacingOccurrences(of: "_", with: "")] != count
          && !(count == 0 && ours[code] == nil)
        {
          wrong.append("\(code) \(key) at \(threshold)")
        }
      }
    }
    #expect(wrong == [])
  }

  /// A cell's counts with its kappa as the value.
  private func overlap(_ cell: [String: Any]) -> [String: Any] {
    var expected = cell
    expected["value"] = expected.removeValue(forKey: "kappa") ?? NSNull()
    return expected
  }

  @Test("a span that leaves its document is refused with its row and column")
  func outside() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try "document,coder,code,start,end\nd1,x,a,5,9\nd1,y,a,900,1001\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let set = try AgreeSet("maxqda-overlap-threshold")
    let ending = try AgreeProgram.run([
      "agree", "spans", file.path, "--documents", set.declarations, "--json",
    ])
    #expect(ending.code == 65)
    let problem = (ending.json["diagnostics"] as? [[String: Any]])?.first
    #expect(problem?["row"] as? Int == 3)
    #expect(problem?["column"] as? String == "end")
    #expect(problem?["found"] as? String == "1001")
  }
}

extension AgreeSpansTests {
  @Test("gamma says what it was drawn with, and is the same with the same seed")
  func gamma() throws {
    let set = try AgreeSet("mathet-alex-paul-suzan")
    func gamma(_ more: String...) throws -> [String: Any] {
      let ending = try AgreeProgram.run(
        [
          "agree", "spans", set.table, "--documents", set.declarations, "--coders",
          set.declarations, "--gamma", "--json",
        ] + more)
      return ending.figures.first { $0["name"] as? String == "gamma" } ?? [:]
    }
    let first = try gamma("--position-weight", "3", "--seed", "7")
    let again = try gamma("--position-weight", "3", "--seed", "7")
    let other = try gamma("--position-weight", "3", "--seed", "8", "--precision", "0")
    #expect(first["value"] as? Double == again["value"] as? Double)
    #expect(first["value"] as? Double != other["value"] as? Double)
    #expect(fits(first["do"] as? Double, 0.960625, "do"))
    #expect(first["alpha"] as? Double == 3)
    #expect(first["beta"] as? Double == 1)
    #expect(first["document"] as? String == "d1")
    #expect(first["seed"] as? Int == 7)
    #expect(other["resamples"] as? Int == 30)
    let value = first["value"] as? Double ?? .nan
    let interval = first["simulationInterval"] as? [Double] ?? [.nan, .nan]
    #expect(interval[0] < value && value < interval[1])
    #expect((first["sampler"] as? String)?.contains("shifted") == true)
  }

  @Test("gamma is left out unless it is asked for, and refuses numbers that cannot be")
  func gammaOptions() throws {
    let set = try AgreeSet("alex-paul-susan-20")
    let without = try AgreeProgram.run(["agree", "spans", set.table, "--json"])
    #expect(!without.figures.contains { $0["name"] as? String == "gamma" })
    for options in [["--resamples", "1"], ["--precision", "1"], ["--position-weight", "0"]] {
      let ending = try AgreeProgram.run(["agree", "spans", set.table, "--gamma"] + options)
      #expect(ending.code == 64, "\(options)")
    }
  }
}

struct AgreeMultilabelTests {
  @Test("every figure of every set of codes comes out", arguments: AgreeSet.ids("multilabel"))
  func everyFigure(id: String) throws { try compare(try AgreeSet(id)) }

  @Test(
    "so it does for every set of the shared folder", .enabled(if: AgreeSet.shared != nil),
    arguments: AgreeSet.ids("multilabel", in: AgreeSet.shared))
  func everySharedFigure(id: String) throws {
    try compare(try AgreeSet(id, in: try #require(AgreeSet.shared)))
  }

  private func compare(_ set: AgreeSet) throws {
    let ending = try AgreeProgram.run([
      "agree", "multilabel", set.table, "--codes", set.declarations, "--coders",
      set.declarations, "--replicates", "0", "--json",
    ])
    #expect(ending.code == 0, "\(ending.err)")
    var wrong: [String] = []
    var expected = set.figures["per_code"] as? [String: Any] ?? [:]
    expected["pooledUnitByCode"] = set.figures["pooled_unit_by_code"]
    for (code, entry) in expected {
      let group = ending.groups.first { $0["key"] as? String == code } ?? [:]
      wrong += try compare(group, members(entry), code)
    }
    func top(_ name: String, _ of: String) -> [String: Any]? {
      ending.figures.first { $0["name"] as? String == name && $0["of"] as? String == of }
    }
    for (key, value) in try members(set.figures["set_valued"]) {
      wrong += differences(top(camelCase(key), "setValued"), value, key)
    }
    for (key, value) in try members(
      set.figures["mean_over_codes"], as: [String: Any].self)
    {
      let found = top(camelCase(key), "meanOverCodes")
      wrong += differences(found, value["mean"] ?? NSNull(), "mean \(key)")
      if found?["undefined"] as? Int != value["undefined"] as? Int { wrong.append("count \(key)") }
    }
    #expect(wrong == [])
  }

  private func compare(
    _ group: [String: Any], _ expected: [String: Any], _ name: String
  ) throws -> [String] {
    var wrong: [String] = []
    func figure(_ of: [String: Any], _ name: String) -> [String: Any]? {
      (of["figures"] as? [[String: Any]])?.first { $0["name"] as? String == name }
    }
    for (key, value) in expected {
      switch key {
      case "applied", "ratings":
        if group[key] as? Int != value as? Int { wrong.append("\(name) \(key)") }
      case "gwet_ac1_se":
        wrong += errors(figure(group, "gwetAc1")?["se"], value, "\(name) \(key)")
      case "alpha_se_gwet":
        wrong += errors(figure(group, "alphaNominal")?["seGwet"], value, "\(name) \(key)")
      case "pairs":
        for (pair, entry) in try members(value, as: [String: Any].self) {
          let own =
            (group["groups"] as? [[String: Any]])?.first { $0["key"] as? String == pair } ?? [:]
          for (key, value) in entry {
            if ["a", "b", "c", "d"].contains(key) {
              if own[key] as? Int != value as? Int { wrong.append("\(name) \(pair) \(key)") }
            } else if key == "cohen_se" {
              wrong += errors(figure(own, "cohenKappa")?["se"], value, "\(name) \(pair) \(key)")
            } else {
              wrong += differences(figure(own, camelCase(key)), value, "\(name) \(pair) \(key)")
            }
          }
        }
      default: wrong += differences(figure(group, camelCase(key)), value, "\(name) \(key)")
      }
    }
    return wrong
  }

  private func errors(_ found: Any?, _ expected: Any, _ name: String) -> [String] {
    guard let expected = expected as? Double else { return [] }
    return fits(found as? Double, expected, "se") ? [] : ["\(name) is \(found ?? "absent")"]
  }
}
