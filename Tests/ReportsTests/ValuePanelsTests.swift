import Reports
import Testing

@testable import StudyModel

@Suite("What interviews say of value stands in lists")
struct ValuePanelsTests {
  private func value(_ report: HealthReport) throws -> Said {
    let section = try #require(report.document.section("value"))
    var lists: [String: [String]] = [:]
    var says: [String] = []
    for block in section.blocks {
      switch block {
      case .panels(let panels):
        for panel in panels { lists[panel.title] = panel.entries.map(\.text) }
      case .means(let means): says += means.says
      default: break
      }
    }
    return Said(lists: lists, says: says.joined(separator: " "))
  }

  private struct Said {
    var lists: [String: [String]]
    var says: String
  }

  @Test func `what was wanted and did not come, and what no earlier phase had shown`() throws {
    var input = SampleStudies.both
    var last = input.all[2].score
    for id in ["value.subject", "value.tangible"] {
      last.change(id) { $0.wish = .wanted }
    }
    let tangible = try #require(last.constructs.firstIndex { $0.id == "value.tangible" })
    var counts = try #require(last.constructs[tangible].interview?.counts)
    counts.presence = .denied
    last.constructs[tangible].interview?.account = .counted(counts)
    input.all[2] = SeenScore(last)
    let third = try value(HealthReport(of: "rivermouth", from: input))
    #expect(third.lists["Wanted, and not evident"] == ["tangible outcome"])
    #expect(third.lists["Evident now, and not before"] == nil)
    let second = try value(HealthReport(of: "rivermouth", phase: "2", from: input))
    #expect(second.lists["Evident now, and not before"]?.count == 1)
    #expect(
      second.lists["Evident now, and not before"]?.first?.hasPrefix("reputation building") == true)
    let first = try value(HealthReport(of: "rivermouth", phase: "1", from: input))
    #expect(first.lists["Evident now, and not before"] == nil)
  }

  @Test func `a finding that says no more than a list does is not said again`() throws {
    var input = SampleStudies.both
    let text = FindingText([.words("A form came unasked.")])
    let rules: [(String, FindingCondition)] = [
      ("unasked", .all([.word(.wanted("this"), oneOf: ["no"])])),
      ("other", .word(.presence("this"), oneOf: ["evident"])),
    ]
    input.framework.findings = rules.map { id, condition in
      FindingRule(
        id: id, section: "value", tone: .strength, condition: condition, heading: nil, says: text)
    }
    input.findings[0].findings = [
      SampleFindings.finding(
        "unasked", "value", .strength, "value.affirmation", "Came unasked", "It came unasked."),
      SampleFindings.finding(
        "other", "value", .strength, "value.affirmation", nil, "It came early."),
    ]
    let report = try HealthReport(of: "rivermouth", from: input)
    #expect(report.document.section("value")?.heading == "Came unasked")
    #expect(try value(report).says == "It came early.")
    // Where the interviews were not coded for wishes there is no list, and it is said.
    var last = input.all[2].score
    last.change("value.subject") { $0.wish = .notWanted }
    input.all[2] = SeenScore(last)
    let without = try value(HealthReport(of: "rivermouth", from: input))
    #expect(without.lists["Evident, and not said to be wanted"] == nil)
    #expect(without.says.contains("It came unasked."))
  }
}
