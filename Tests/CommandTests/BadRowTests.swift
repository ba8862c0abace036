import Foundation
import TestSupport
import Testing

@Suite("Each bad row has its own message, and nothing is written")
struct BadRowTests {
  /// A layout, the rows of a file, and what is said about it.
  struct Bad: Sendable, CustomTestStringConvertible {
    var what: String
    var kind: String
    var text: String
    var said: [String]
    var testDescription: String { what }

    init(_ what: String, _ kind: String, _ text: String, _ said: String...) {
      (self.what, self.kind, self.text, self.said) = (what, kind, text, said)
    }
  }

  @Test("Rejected, with place, what was found and what to do", arguments: all)
  func rejected(_ bad: Bad) throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let answer = try place.bring(bad.kind, bad.text + "\n", as: "bad.csv")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    let lines = answer.lines
    #expect(lines.prefix { !$0.hasPrefix("Nothing was imported") } == bad.said[...])
    #expect(place.study == before, "the study is as it was, byte for byte")
    #expect(place.names.contains("bad.csv.rejects.csv"))
    #expect(!place.names.contains { $0.hasSuffix(".part") })
  }

  static let all = cases + sources + codings + decisions + answers + others

  static let cases = [
    Bad(
      "A case without an id", "cases", "case,name\n,North",
      "bad.csv:2, column \"case\": error: \"case\" is empty. Fill it in, or remove the row. [CSV-011]"
    ),
    Bad(
      "The case that stands for all", "cases", "case,name\n*,All",
      "bad.csv:2, column \"case\": error: \"*\" stands for the whole set of cases. Give the case another id. [CASES-001]"
    ),
    Bad(
      "A case twice", "cases", "case,name\nwest,West\neast,East\nwest,Far west",
      "bad.csv:4, column \"case\": error: the same case is in row 2. Either remove one of the two rows or give one another case. [CSV-017]"
    ),
    Bad(
      "An unknown case", "participants", "participant,case\np4,nort",
      "bad.csv:2, column \"case\": error: there is no case \"nort\" in the study. Either correct it (did you mean \"north\"?) or import the case first. [CASES-002]"
    ),
    Bad(
      "An unknown case with no like", "participants", "participant,case\np4,elsewhere",
      "bad.csv:2, column \"case\": error: there is no case \"elsewhere\" in the study. Either correct it or import the case first. [CASES-002]"
    ),
    Bad(
      "An unknown role", "participants", "participant,case,role\np4,north,convener",
      "bad.csv:2, column \"role\": error: \"convener\" is no role (did you mean \"convenor\"?). Write one of participant, convenor, or leave it empty. [CSV-014]"
    ),
    Bad(
      "A participant twice in a case", "participants",
      "participant,case\nAna Maria,north\nAna Maria,south\nAna Maria,north",
      "bad.csv:4, column \"participant\": error: the same participant is in row 2. Either remove one of the two rows or give one another participant. [CSV-017]"
    ),
    Bad(
      "Ragged rows", "cases", "case,name\nwest,West,far\neast",
      "bad.csv:2: error: the row has 3 fields, the header 2. Either quote a field that holds a delimiter or remove what is too much. [CSV-010]",
      "bad.csv:3: error: the row has 1 field, the header 2. Either add the missing delimiters or look for a line break that is not quoted. [CSV-010]"
    ),
  ]

  static let sources = [
    Bad(
      "An unknown participant", "sources", "source,case,participant\nn3,north,p9",
      "bad.csv:2, column \"participant\": error: there is no participant \"p9\" in case \"north\". Either correct it or import the participant first. [SOURCES-002]"
    ),
    Bad(
      "A participant of another case", "sources", "source,case,participant\nn3,north,wanderer",
      "bad.csv:2, column \"participant\": error: there is no participant \"wanderer\" in case \"north\". Either correct it or import the participant first. [SOURCES-002]"
    ),
    Bad(
      "An interviewee of the whole set", "sources", "source,case,participant\nn3,*,p1",
      "bad.csv:2, column \"participant\": error: a source for the whole set has no interviewee. Either name the interviewee's case or leave the participant empty. [SOURCES-001]"
    ),
    Bad(
      "A transcript that is not there", "sources", "source,case,file\nn3,north,talks/n3.txt",
      "bad.csv:2, column \"file\": error: the transcript \"talks/n3.txt\" cannot be read. Either correct the name, which counts from the folder of this file, or leave it empty. [SOURCES-004]"
    ),
    Bad(
      "A transcript that is a study", "sources", "source,case,file\nn3,north,walk.covalence",
      "bad.csv:2, column \"file\": error: \"walk.covalence\" is a study or another database, and no transcript. Name a file of plain text in UTF-8, or leave it empty. [SOURCES-008]"
    ),
    Bad(
      "A transcript outside the folder", "sources", "source,case,file\nn3,north,/etc/hostname",
      "bad.csv:2, column \"file\": error: the transcript \"/etc/hostname\" lies outside the folder of this file. Copy it into that folder and name it from there, or name the folder that holds it. --texts names the folder. [SOURCES-007]"
    ),
    Bad(
      "A kind of source that is none", "sources", "source,case,kind\nn3,north,interviews",
      "bad.csv:2, column \"kind\": error: \"interviews\" is no kind (did you mean \"interview\"?). Write one of interview, document, observation, case-analysis, or leave it empty. [CSV-014]"
    ),
  ]

  static let codings = [
    Bad(
      "Everything wrong with a row at once", "codings",
      "source,coder,code,start,end,weight\nn7,ana,pace.waiting,0,5,9\nn1,eve,pace.waiting,0,99,9\nn1,eve,pace.route,x,,1",
      "bad.csv:2, column \"weight\": error: the weight 9 lies outside 0 to 4 (and 1 more row). Write a weight from 0 to 4, or leave it empty. [CODINGS-003]",
      "bad.csv:2, column \"source\": error: there is no source \"n7\" in the study. Either correct it (did you mean \"n1\"?) or import the source first. [CODINGS-004]",
      "bad.csv:3, column \"coder\": error: coder \"eve\" is not among those registered for \"n1\" (\"ana\", \"ben\") (and 1 more row). Either correct it or register the coder in the sources file. [CODINGS-010]",
      "bad.csv:3, column \"end\": error: the segment ends at 99, but source \"n1\" has 76 characters. Count Unicode characters from 0, a line break as one. [CODINGS-007]",
      "bad.csv:4, column \"start\": error: \"x\" is no whole number. Write it in digits. [CSV-012]",
      "bad.csv:4, column \"end\": error: the segment has no end. Give both: Unicode characters counted from 0, the end exclusive. [CODINGS-001]"
    ),
    Bad(
      "An unknown source", "codings", "source,coder,code,start,end\nn9,ana,gain,0,5",
      "bad.csv:2, column \"source\": error: there is no source \"n9\" in the study. Either correct it (did you mean \"n1\"?) or import the source first. [CODINGS-004]"
    ),
    Bad(
      "An unknown source with no like", "codings",
      "source,coder,code,start,end\nelsewhere,ana,gain,0,5",
      "bad.csv:2, column \"source\": error: there is no source \"elsewhere\" in the study. Either correct it, import the source first, or add a column \"case\". [CODINGS-004]"
    ),
    Bad(
      "A start after its end", "codings", "source,coder,code,start,end\nn1,ana,gain,9,5",
      "bad.csv:2, column \"end\": error: the segment starts at 9 and ends at 5. Either exchange the two or correct one of them; ends are exclusive. [CODINGS-002]"
    ),
    Bad(
      "An empty segment", "codings", "source,coder,code,start,end\nn1,ana,gain,5,5",
      "bad.csv:2, column \"end\": error: the segment starts at 5 and ends at 5. Let it start at 0 or later and end after it starts; ends are exclusive. [CODINGS-002]"
    ),
    Bad(
      "A start before the source", "codings", "source,coder,code,start,end\nn1,ana,gain,-1,5",
      "bad.csv:2, column \"start\": error: the segment starts at -1, before the source. Let it start at 0 or later and end after it starts; ends are exclusive. [CODINGS-002]"
    ),
    Bad(
      "A start and no end", "codings", "source,coder,code,start,end\nn1,ana,gain,5,",
      "bad.csv:2, column \"end\": error: the segment has no end. Give both: Unicode characters counted from 0, the end exclusive. [CODINGS-001]"
    ),
    Bad(
      "A start that is no number", "codings", "source,coder,code,start,end\nn1,ana,gain,one,5",
      "bad.csv:2, column \"start\": error: \"one\" is no whole number. Write it in digits. [CSV-012]"
    ),
    Bad(
      "An end beyond the transcript", "codings", "source,coder,code,start,end\nn1,ana,gain,70,77",
      "bad.csv:2, column \"end\": error: the segment ends at 77, but source \"n1\" has 76 characters. Count Unicode characters from 0, a line break as one. [CODINGS-007]"
    ),
    Bad(
      "Words that do not match their source", "codings",
      "source,coder,code,start,end,text\nn1,ana,gain,38,55,The way is lost.",
      "bad.csv:2, column \"text\": error: the text does not match its source: at 38 to 55 \"n1\" reads \"The way is known.\". Either correct start and end, or import the version of the transcript that was coded. [CODINGS-009]"
    ),
    Bad(
      "Words that are not in the source", "codings",
      "source,coder,code,text\nn1,ana,gain,The way is lost.",
      "bad.csv:2, column \"text\": error: the words are not in source \"n1\". Either give start and end, or take the words exactly as they stand in the transcript. [CODINGS-006]"
    ),
    Bad(
      "Words that stand twice", "codings", "source,coder,code,text\nn1,ana,gain,wait",
      "bad.csv:2, column \"text\": error: the words stand more than once in source \"n1\". Give start and end to say which place is meant. [CODINGS-006]"
    ),
    Bad(
      "Words to look for and no transcript", "codings",
      "source,coder,code,text\nn2,ana,gain,We wait.",
      "bad.csv:2, column \"start\": error: nothing says where the segment is: no start and end, and no transcript to look in. Either give start and end, or import the source with its transcript first. [CODINGS-005]"
    ),
    Bad(
      "A coder who is not registered", "codings", "source,coder,code,start,end\nn1,bem,gain,0,5",
      "bad.csv:2, column \"coder\": error: coder \"bem\" is not among those registered for \"n1\" (\"ana\", \"ben\"). Either correct it (did you mean \"ben\"?) or register the coder in the sources file. [CODINGS-010]"
    ),
    Bad(
      "A coder twice on one span with another weight", "codings",
      "source,coder,code,start,end,weight\nn1,ana,gain,0,5,3\nn1,ben,gain,0,5,1\nn1,ana,gain,0,5,2.5",
      "bad.csv:4, column \"weight\": error: \"ana\" has \"gain\" on 0 to 5 of \"n1\" already, with weight 3, no valence (row 2), and a coder codes a span once. Keep one of the two rows. [CODINGS-011]"
    ),
    Bad(
      "A coder twice on one span with another valence", "codings",
      "source,coder,code,start,end,valence\nn1,ana,gain,0,5,contrary\nn1,ana,gain,0,5,mixed",
      "bad.csv:3, column \"weight\": error: \"ana\" has \"gain\" on 0 to 5 of \"n1\" already, with no weight, contrary (row 2), and a coder codes a span once. Keep one of the two rows. [CODINGS-011]"
    ),
    Bad(
      "A weight above the top", "codings",
      "source,coder,code,start,end,weight\nn1,ana,gain,0,5,4.5",
      "bad.csv:2, column \"weight\": error: the weight 4.5 lies outside 0 to 4. Write a weight from 0 to 4, or leave it empty. [CODINGS-003]"
    ),
    Bad(
      "A weight with a decimal comma", "codings",
      "source,coder,code,start,end,weight\nn1,ana,gain,0,5,\"2,5\"",
      "bad.csv:2, column \"weight\": error: \"2,5\" is no number. Write it with a decimal point. [CSV-013]"
    ),
    Bad(
      "A valence that is none", "codings",
      "source,coder,code,start,end,valence\nn1,ana,gain,0,5,contary",
      "bad.csv:2, column \"valence\": error: \"contary\" is no valence (did you mean \"contrary\"?). Write one of supporting, contrary, mixed, or leave it empty. [CSV-014]"
    ),
    Bad(
      "Neither clear nor not", "codings",
      "source,coder,code,start,end,clear\nn1,ana,gain,0,5,maybe",
      "bad.csv:2, column \"clear\": error: \"maybe\" is neither yes nor no. Write yes or no, or leave it empty. [CSV-016]"
    ),
    Bad(
      "A source of another case", "codings",
      "source,coder,code,start,end,case\nn1,ana,gain,0,5,south",
      "bad.csv:2, column \"case\": error: source \"n1\" belongs to case \"north\", not to \"south\". Either correct the case or give the other case's source another id. [CODINGS-012]"
    ),
    Bad(
      "An unknown case and no sources file", "codings",
      "source,coder,code,start,end,case\nx1,ana,gain,0,5,nort",
      "bad.csv:2, column \"case\": error: there is no case \"nort\" in the study. Either correct it (did you mean \"north\"?) or import the case first. [CASES-002]"
    ),
    Bad(
      "Two faults in one row", "codings",
      "source,coder,code,start,end,weight\nn1,ana,,0,5,9",
      "bad.csv:2, column \"code\": error: \"code\" is empty. Fill it in, or remove the row. [CSV-011]",
      "bad.csv:2, column \"weight\": error: the weight 9 lies outside 0 to 4. Write a weight from 0 to 4, or leave it empty. [CODINGS-003]"
    ),
  ]

  private static let decisionHeader =
    "source,start,end,code,decision,new code,new start,new end,by,at,reason\n"

  static let decisions = [
    Bad(
      "A decision on an unknown source", "adjudications",
      decisionHeader + "n9,0,21,pace.waiting,accept,,,,ana,2026-04-01,clear",
      "bad.csv:2, column \"source\": error: there is no source \"n9\" in the study. Either correct it (did you mean \"n1\"?) or import the source first. [CODINGS-004]"
    ),
    Bad(
      "A change without what", "adjudications",
      decisionHeader + "n1,0,21,pace.waiting,change,,,,ana,2026-04-01,clear",
      "bad.csv:2, column \"decision\": error: nothing says what it changes to. Fill in \"new code\", \"new start\", \"new end\", \"weight\" or \"valence\". [ADJUDICATIONS-002]"
    ),
    Bad(
      "An accept with a new code", "adjudications",
      decisionHeader + "n1,0,21,pace.waiting,accept,pace.route,,,ana,2026-04-01,clear",
      "bad.csv:2, column \"decision\": error: the decision is \"accept\", yet something new is given. Either write \"change\" or empty \"new code\", \"new start\" and \"new end\". [ADJUDICATIONS-001]"
    ),
    Bad(
      "A change that turns the segment round", "adjudications",
      decisionHeader + "n1,0,21,pace.waiting,change,,30,,ana,2026-04-01,clear",
      "bad.csv:2, column \"new end\": error: the changed segment starts at 30 and ends at 21. Let it end after it starts; ends are exclusive. [ADJUDICATIONS-004]"
    ),
    Bad(
      "A decision that is none", "adjudications",
      decisionHeader + "n1,0,21,pace.waiting,acept,,,,ana,2026-04-01,clear",
      "bad.csv:2, column \"decision\": error: \"acept\" is no decision (did you mean \"accept\"?). Write one of accept, reject, change, or leave it empty. [CSV-014]"
    ),
    Bad(
      "A decision at no time", "adjudications",
      decisionHeader + "n1,0,21,pace.waiting,accept,,,,ana,1 April,clear",
      "bad.csv:2, column \"at\": error: \"1 April\" is no time. Write it as 2026-04-14, 2026-04-14 10:00 or 2026-04-14T10:00:00+01:00; of several decisions on a unit the last one stands, and a time without offset is UTC. [ADJUDICATIONS-003]"
    ),
    Bad(
      "A decision on no span", "adjudications",
      decisionHeader + "n1,,,pace.waiting,accept,,,,ana,2026-04-01,clear",
      "bad.csv:2, column \"start\": error: the segment has no start. Give both: Unicode characters counted from 0, the end exclusive. [CODINGS-001]"
    ),
  ]

  static let answers = [
    Bad(
      "A value out of scale", "survey", "respondent,case,gain.fitness.1\nr1,north,9",
      "bad.csv:2, column \"gain.fitness.1\": error: the answer 9 lies outside the scale 1 to 5. Write a whole number from 1 to 5, leave it empty where nothing was ticked, or write \"n/a\" or \"refused\". [SURVEY-002]"
    ),
    Bad(
      "A value between two points", "survey", "respondent,case,gain.fitness.1\nr1,north,3.5",
      "bad.csv:2, column \"gain.fitness.1\": error: \"3.5\" is no answer on the scale 1 to 5. Write a whole number from 1 to 5, leave it empty where nothing was ticked, or write \"n/a\" or \"refused\". [SURVEY-003]"
    ),
    Bad(
      "Nobody who answers", "survey", "respondent,case,gain.fitness.1\n,north,3",
      "bad.csv:2, column \"respondent\": error: \"respondent\" is empty. Fill it in, or remove the row. [CSV-011]"
    ),
    Bad(
      "Answers of an unknown case", "survey", "respondent,case,gain.fitness.1\nr1,soth,3",
      "bad.csv:2, column \"case\": error: there is no case \"soth\" in the study. Either correct it (did you mean \"south\"?) or import the case first. [CASES-002]"
    ),
    Bad(
      "A respondent twice", "survey",
      "respondent,case,gain.fitness.1\nr1,north,3\nr1,south,3\nr1,north,4",
      "bad.csv:4, column \"respondent\": error: the same respondent answers in row 2, in the same case and phase. Either remove one of the two rows or give one another respondent. [SURVEY-005]"
    ),
  ]

  static let others = [
    Bad(
      "A phase that ends before it starts", "phases",
      "phase,order,from,to\none,1,2026-02-01,2026-01-01",
      "bad.csv:2, column \"to\": error: the phase ends on 2026-01-01, before it starts on 2026-02-01. Either exchange the two dates or correct one of them. [PHASES-001]"
    ),
    Bad(
      "A day that does not exist", "phases", "phase,from\none,2026-02-30",
      "bad.csv:2, column \"from\": error: \"2026-02-30\" is no date. Write it as 2026-04-14, 2026-04 or 2026. [CSV-015]"
    ),
    Bad(
      "Fewer than nobody invited", "invited", "case,organization,invited\nnorth,Club,-1",
      "bad.csv:2, column \"invited\": error: -1 people cannot be invited. Write how many were invited. [INVITED-001]"
    ),
    Bad(
      "An organization invited twice", "invited",
      "case,organization,invited\nnorth,City of Hills,3\nsouth,City of Hills,3\nnorth,City of Hills,4",
      "bad.csv:4, column \"organization\": error: the same organization is in row 2. Either remove one of the two rows or give one another organization. [CSV-017]"
    ),
    Bad(
      "An event at no date", "events", "case,date,event\nnorth,spring,Start",
      "bad.csv:2, column \"date\": error: \"spring\" is no date. Write it as 2026-04-14, 2026-04 or 2026. [CSV-015]"
    ),
    Bad(
      "A rating that is no number", "partners",
      "case,rater,ratee,question,value\nnorth,Club,Hut,trust,high",
      "bad.csv:2, column \"value\": error: \"high\" is no number. Write it in digits. [CSV-013]"),
    Bad(
      "A partner rated twice", "partners",
      "case,rater,ratee,question,value\nnorth,Club,Hut,trust,3\nnorth,Club,Hut,trust,4",
      "bad.csv:3, column \"ratee\": error: the same ratee is in row 2. Either remove one of the two rows or give one another ratee. [CSV-017]"
    ),
  ]
}
