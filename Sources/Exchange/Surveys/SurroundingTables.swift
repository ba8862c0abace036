import FileFormats
import StudyModel

extension PlainTable where Value == Incoming.Invited {
  /// Reads how many were invited.
  static func invited(_ columns: TableColumns, _ options: ImportOptions) -> Self {
    Self(columns, keepsFurther: true, Incoming.Content.invited) { record, fields in
      Incoming.Invited(
        caseID: fields.caseID(record, options),
        organization: fields.text(record, "organization") ?? "",
        phase: fields.text(record, "phase") ?? options.phase,
        invited: fields.int(record, "invited", isRequired: true))
    }
  }
}

extension PlainTable where Value == Incoming.Event {
  /// Reads events.
  static func events(_ columns: TableColumns, _ options: ImportOptions) -> Self {
    Self(columns, keepsFurther: true, Incoming.Content.events) { record, fields in
      Incoming.Event(
        caseID: fields.caseID(record, options),
        date: fields.date(record, "date", isRequired: true),
        event: fields.required(record, "event"), kind: fields.text(record, "kind") ?? "",
        clear: fields.yesOrNo(record, "clear"))
    }
  }
}

extension PlainTable where Value == Incoming.Partner {
  /// Reads ratings of partners by partners.
  static func partners(_ columns: TableColumns, _ options: ImportOptions) -> Self {
    Self(columns, keepsFurther: true, Incoming.Content.partners) { record, fields in
      Incoming.Partner(
        caseID: fields.caseID(record, options), rater: fields.required(record, "rater"),
        ratee: fields.required(record, "ratee"), question: fields.required(record, "question"),
        phase: fields.text(record, "phase") ?? options.phase,
        value: fields.double(record, "value", isRequired: true))
    }
  }
}
