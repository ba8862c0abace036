import Answers
import StudyModel
import StudyWorkflow
import WorkflowSupport

extension AnswerShape {
  private static let data: Set<String> = [
    "pooled.applied", "groups[].applied", "byCode[].applied", "groups[].groups[].applied",
    "disagreements.decided", "figures[].perCategory", "figures[].pairs", "groups[].appliedBy",
    "figures[].byMetric", "figures[].byMetric.*", "figures[].byMetric.*.*.qBelow",
    "figures[].probabilityBelow", "groups[].figures[].probabilityBelow",
    "groups[].groups[].figures[].probabilityBelow",
    "figures[].cumulativeMembershipProbability",
  ]

  private static let plan = StudyAgreement.Plan(replicates: 20)

  /// The shapes of agreement: of a study, and of tables of each kind.
  static let ofAgreement: [AnswerShape] =
    [AgreementGrouping.code, .round, .confusion].map { grouping in
      AnswerShape("agree-\(grouping.rawValue)", "agree", keyedByData: data) { it in
        .agreement(try it.study.agreement(by: grouping, plan: plan))
      }
    } + [
      AnswerShape("agree-ratings", "agree", keyedByData: data) { it in
        var table = RatedTable(
          Array("unit,coder,value\n1,a,no\n1,b,no\n2,a,yes\n2,b,no\n3,a,yes\n3,b,yes\n".utf8),
          name: "ratings.csv")
        table.categories = ["no", "yes"]
        var plan = RatingsAgreement.Plan()
        plan.level = .ordinal
        return .agreement(AgreementListing(try table.ratings(plan).result))
      },
      AnswerShape("agree-ratings-three", "agree", keyedByData: data) { it in
        let table = RatedTable(
          Array(
            "unit,coder,value\n1,a,x\n1,b,x\n1,c,y\n2,a,y\n2,b,y\n2,c,y\n3,a,x\n3,b,y\n3,c,x\n"
              .utf8), name: "three.csv")
        var plan = RatingsAgreement.Plan()
        plan.bootstrap = BootstrapChoice(method: .cells2011, replicates: 50, seed: 1)
        return .agreement(AgreementListing(try table.ratings(plan).result))
      },
      AnswerShape("agree-multilabel", "agree", keyedByData: data) { it in
        let table = RatedTable(
          Array("unit,coder,code\n1,a,x\n1,b,x\n1,b,y\n2,a,y\n2,b,y\n3,a,\n3,b,x\n".utf8),
          name: "multi.csv")
        let choice = BootstrapChoice(method: .units, replicates: 50, seed: 1)
        return .agreement(AgreementListing(try table.multilabel(choice).result))
      },
      AnswerShape(
        "agree-spans", "agree", keyedByData: ["documents", "figures[].perCode"]
      ) { it in
        let table = RatedTable(
          Array(
            "document,coder,code,start,end\nd,a,x,0,5\nd,b,x,1,6\nd,a,y,7,9\nd,b,y,7,9\n"
              .utf8), name: "spans.csv")
        return .agreement(
          AgreementListing(try table.spans(thresholds: [50, 90], gamma: GammaChoice()).result))
      },
    ]
}
