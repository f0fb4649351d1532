import CaseRules

/// Reports in every state, the page of one, and the page of a subject.
enum IntelligenceExamples {
  static let subject = IntelligenceSubject(
    id: IntelligenceSubjectID(3), family: "Harrow", given: "Miles", otherNames: ["Spud"],
    birth: .estimated(age: 22, noted: Examples.now.date), sex: .male, description: "Tall, limps")

  static let lines = [
    line(
      31, .received, nil, ago: 190, "HARROW Miles",
      "The subject sells crack from the rear stairwell on weekday evenings", unanswered: true),
    line(30, .received, nil, ago: 11_000, "unknown male, white van", "Drops parcels at the quay"),
    line(
      28, .graded, IntelligenceGrades(.e, .four, .two), ago: 2_900, "QUILL Tessa",
      "Buys in Northfold and sells on", validity: .mayBeDeemed),
    line(
      25, .valid, IntelligenceGrades(.b, .two, .one), ago: 9_000, "NWOSU Ade",
      "Moved in with others who are known", more: 2, validity: .valid),
    line(
      21, .notValid, IntelligenceGrades(.c, .five, .four), ago: 20_000, "MARSH Owen",
      "Is said to keep a weapon", validity: .never, reviewIn: -3),
  ]

  private static func line(
    _ number: Int64, _ state: ReportState, _ grades: IntelligenceGrades?, ago minutes: Int,
    _ subject: String, _ beginning: String, more: Int = 0, unanswered: Bool = false,
    validity: Validity? = nil, reviewIn days: Int? = nil
  ) -> ReportLine {
    ReportLine(
      id: IntelligenceReportID(number), received: Examples.now.adding(minutes: -minutes),
      relatesTo: Examples.now.adding(minutes: -minutes - 1_440).date, state: state, grades: grades,
      waitingSince: Examples.now.adding(minutes: -minutes), subjectName: subject,
      subjectRef: RecordRef(.intelligenceSubject, number), moreSubjects: more,
      beginning: beginning, reviewOn: days.map { Examples.now.date.adding(days: $0) },
      hasUnansweredSubject: unanswered, validity: validity)
  }

  private static let grading = IntelligenceGrading(
    number: 2, IntelligenceGrades(.e, .four, .five), conditions: "Not to be told to the family",
    recipients: "Housing, Mr Vale", reviewOn: Examples.now.date.adding(days: 20),
    reason: "The first one knew it only from others", by: "J.OAKES",
    at: Examples.now.adding(minutes: -2_800))

  static let file = IntelligenceFile(
    report: IntelligenceReport(
      id: IntelligenceReportID(31), source: SourceNumber(1),
      received: Examples.now.adding(minutes: -2_900),
      relatesTo: Examples.now.adding(minutes: -4_000).date,
      text: "The subject sells crack from the rear stairwell on weekday evenings, and has others "
        + "carry it on bicycles",
      drugs: ["CRK"], spendPence: 22_000, place: "Ashworth House",
      offenceWords: "Supplying a controlled drug", subjects: [subject], grading: grading,
      recordedBy: "Jo Oakes"),
    gradings: [
      grading,
      IntelligenceGrading(
        IntelligenceGrades(.b, .two, .one), by: "J.OAKES", at: Examples.now.adding(minutes: -2_890)),
    ],
    shares: [
      IntelligenceShare(
        number: 1, to: .agency(.police), recipient: "Sgt Ore, Northfold",
        sentAt: Examples.now.adding(minutes: -2_700), text: "Sells on weekday evenings",
        by: "J.OAKES", grades: IntelligenceGrades(.b, .two, .one))
    ],
    unanswered: [likeness], validity: .mayBeDeemed)

  static let likeness = SubjectLikeness(
    subject: subject.id, other: RecordRef(.intelligenceSubject, 1),
    otherWords: "HAROW Myles, born 03/04/1985 (22), IS-0001", because: "sounds like Miles Harrow")

  static let subjectFile = SubjectFile(
    subject: subject, reports: [lines[0]], likenesses: [likeness],
    people: [])
}
