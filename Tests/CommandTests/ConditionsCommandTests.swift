import TestSupport
import Testing

@Suite("covalence conditions")
struct ConditionsCommandTests {
  @Test("The sample study: one case has the outcome, three clearly have not")
  func sample() throws {
    let place = try MethodsReportTests.sample()
    let answer = try place.run("conditions", "value.capability.subject", "--json")
    #expect(answer.status == 0, "\(answer.talk)")
    let cases = try #require(answer.object["cases"] as? [String: [String]])
    #expect(cases["found"] == ["millrace"])
    #expect(Set(cases["notFound"] ?? []) == ["tannery", "brackwater", "overmere"])
    #expect(cases["notTold"] == ["fennick"])
    let text = try place.run("conditions", "value.capability.subject")
    #expect(text.output.contains("Found (1): Millrace Water Learning Alliance"))
    #expect(text.output.contains("context.organization.leadership"))
  }

  @Test("What others see of it hides what the comparison hides")
  func others() throws {
    let place = try MethodsReportTests.sample()
    let answer = try place.run(
      "conditions", "value.capability.subject", "--for", "working-group", "--json")
    #expect(answer.status == 0, "\(answer.talk)")
    let cases = try #require(answer.object["cases"] as? [String: [String]])
    #expect(Set(cases["notTold"] ?? []) == ["fennick", "quillbrook"])
    let convenor = try place.run("conditions", "value.capability.subject", "--for", "convenor")
    #expect(convenor.status != 0 && convenor.talk.contains("EYES-001"))
  }

  @Test("An outcome that is not there is named with the nearest")
  func wrong() throws {
    let place = try MethodsReportTests.sample()
    let answer = try place.run("conditions", "value.capability.subjects")
    #expect(answer.status == 65 && answer.talk.contains("\"value.capability.subject\""))
  }
}
