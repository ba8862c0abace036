import Reports
import StudyModel

/// What invented rules concluded of the invented network.
enum SampleFindings {
  static func finding(
    _ rule: String, _ section: String, _ tone: FindingRule.Tone, _ construct: String?,
    _ heading: String?,
    _ says: String, recommends: [String] = [], loss: Double = 0
  ) -> Finding {
    Finding(
      rule: rule, section: section, tone: tone, construct: construct, heading: heading, says: says,
      evidence: ["score of \(construct ?? "")"], recommends: recommends, loss: loss)
  }

  static let rivermouth: [Finding] = [
    finding(
      "headline", "headline", .shortfall, "value.subject",
      "Members want the network to change what their organizations can do. So far it mostly changes what they know",
      "Subject-specific capability is the form of value members want most and receive least: 83 wanted, 40 received, on a scale from 0 to 100. Relationships, practical ideas and reassurance are all coming through well.",
      loss: 43),
    finding(
      "short", "value", .shortfall, "value.subject",
      "One form of value falls well short of what members wanted",
      "Subject-specific capability is 43 short, and the shortfall is clear.",
      recommends: ["remit", "way-in"], loss: 43),
    finding(
      "over", "value", .neutral, "value.affirmation", nil,
      "Affirmation is 17 over: it is clear that more comes than was asked for."),
    finding(
      "safe", "works", .strength, "works.trust.safe",
      "The basics are in place; capture and continuity are not settled",
      "Keep the facilitation, the rhythm and the social time: 6 of 6 interviewees and 84% of answers agree it is a safe, well-run place to talk."
    ),
    finding(
      "continuity", "works", .caution, "works.ties.continuity", nil,
      "Interviewees contradict each other on continuity, and the survey is split: people rotate too often to build trust.",
      recommends: ["sponsors"], loss: 23),
    finding(
      "design", "works", .caution, "works.power.design", nil,
      "The survey says members shape the programme, the interviews say they do not.",
      recommends: ["design"], loss: 12),
    finding(
      "loss", "transfer", .shortfall, "transfer.translation",
      "Most of the loss comes before the learning reaches the organization",
      "Individual translation is the first weak point, and organizational amplification the second.",
      recommends: ["remit"], loss: 32),
    finding(
      "joint", "joint", .neutral, nil, "Interviews and survey conflict on who shapes the programme",
      "Ask at the next meeting: the two sources cannot both be right for everybody."),
    finding(
      "trend", "trend", .neutral, nil, "Almost everything has risen except the thing wanted most",
      "More of the same programme is unlikely to close the gap."),
  ]

  static let quotes: [Quote] = [
    Quote(
      caseID: "rivermouth", phase: "3",
      text:
        "I come back with pages of notes. Whether any of it becomes something we do differently is down to me finding the time.",
      role: .participant, interview: 3, segment: 41,
      codes: ["value.subject", "transfer.translation"], participant: "P-SECRET-3", clear: true),
    Quote(
      caseID: "rivermouth", phase: "3",
      text: "It is the only room I sit in where someone else has my job.", role: .participant,
      interview: 5, segment: 12, codes: ["value.affirmation"], participant: "P-SECRET-5",
      clear: true),
    Quote(
      caseID: "rivermouth", phase: "3", text: "A second thing the same person said.",
      role: .participant, interview: 5, segment: 15, codes: ["value.relationship"],
      participant: "P-SECRET-5", clear: true),
    Quote(
      caseID: "rivermouth", phase: "3", text: "Not cleared: <script>alert(1)</script> & more.",
      role: .participant, interview: 2, segment: 2, codes: ["works.trust.safe"],
      participant: "P-SECRET-2", clear: false),
    Quote(
      caseID: "rivermouth", phase: "3",
      text: "We plan it for them, because somebody has to [...] plan it.", role: .convenor,
      interview: 1, segment: 8, codes: ["works.power.design"], participant: "P-SECRET-1",
      clear: true),
  ]
}
