import CaseRules

/// Intelligence of the demonstration: reports in every state, about subjects of its own.
///
/// None of the names is a client's: an intelligence officer has no way to know who is one.
struct IntelligenceStory {
  private let scribe: DemoScribe
  private let reports: ReportScribe

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    reports = ReportScribe(scribe)
  }

  private struct Told {
    let daysAgo: Int
    let hour: Int
    let family: String
    let given: String
    var born = ""
    var age = ""
    var others = ""
    var description = ""
    let text: String
    var drugs = ""
    var spend = ""
    var place = ""
    var offence = ""
    let kind: String
    var source = ""
    var grades = ""
    var verdict = ""
  }

  private static let told = [
    Told(
      daysAgo: 41, hour: 10, family: "Brack", given: "Leon", born: "12/06/1984", others: "Spider",
      text: "The subject supplies heroin to callers at the back door of the old net loft, mostly "
        + "between six and eight in the evening. Two younger men carry for him.",
      drugs: "HER", place: "Net Loft Yard, Saltmarsh Quay", kind: "INF", grades: "B22",
      verdict: "Y"),
    Told(
      daysAgo: 33, hour: 15, family: "Ostler", given: "Karen", born: "02/11/1979",
      text: "The subject spends about three hundred pounds a week on crack and is said to pay for "
        + "it with goods taken from shops in Northfold.",
      drugs: "CRK", spend: "300/w", place: "Northfold precinct", offence: "T01", kind: "COM",
      grades: "C32", verdict: "Y"),
    Told(
      daysAgo: 26, hour: 9, family: "Tamblyn", given: "Joss", age: "30",
      text: "The subject is said to keep a firearm under the seat of his car. Nobody else has "
        + "seen it, and the same was said of two others by the same voice.",
      kind: "COM", grades: "E51", verdict: "N"),
    Told(
      daysAgo: 12, hour: 11, family: "Brak", given: "Leon", born: "12/06/1984",
      text: "The subject now drives a green estate car and meets people in the lay-by on the "
        + "Castlemere road at weekends.",
      place: "Castlemere road lay-by", kind: "PROB", grades: "B31", verdict: ""),
    Told(
      daysAgo: 9, hour: 14, family: "Verran", given: "Dee", age: "24", others: "Dizzy",
      text: "The subject buys in the city on Thursdays and sells on at the bus station on Fridays.",
      drugs: "HER, CRK", place: "Bus station, Northfold", kind: "FAM", source: "Trewhella",
      grades: "E42", verdict: ""),
    Told(
      daysAgo: 4, hour: 16, family: "", given: "",
      description: "Unknown male, about 40, white box van with a dented door",
      text: "Parcels are dropped behind the ice works shortly after midnight, twice a week.",
      place: "Ice works, Saltmarsh Quay", kind: "COM"),
    Told(
      daysAgo: 1, hour: 9, family: "Ostler", given: "Karin", born: "02/11/1979",
      text: "The subject has stopped selling and asks people where help can be had.",
      kind: "COM"),
    Told(
      daysAgo: 0, hour: 8, family: "Pascoe", given: "Wren", age: "19",
      text: "The subject is sent to collect debts and has been seen with a knife.",
      place: "Quay Lane", kind: "PRI"),
  ]

  func write() throws {
    for told in Self.told { try write(told) }
  }

  private func write(_ told: Told) throws {
    let received = Moment(
      local: scribe.today.adding(days: -told.daysAgo), ClockTime(minutesOfDay: told.hour * 60))
    // What is told this morning has not been told before dawn.
    guard received <= scribe.now else { return }
    let ref = try reports.take(
      received: received,
      [
        ReportFields.text: told.text, ReportFields.drugs: told.drugs,
        ReportFields.spend: told.spend, ReportFields.place: told.place,
        ReportFields.offence: told.offence, IntelligenceReportForm.kind: told.kind,
        IntelligenceReportForm.family: told.source,
      ], about: subject(told))
    guard !told.grades.isEmpty else { return }
    try reports.grade(ref, told.grades, at: received.adding(minutes: 25))
    guard !told.verdict.isEmpty else { return }
    try reports.judge(
      ref, at: received.adding(minutes: 40),
      notValid: told.verdict == "N" ? "Suspected malicious; nobody else saw it" : nil)
  }

  private func subject(_ told: Told) -> [FieldCode: String] {
    [
      ReportFields.Subject.family: told.family, ReportFields.Subject.given: told.given,
      ReportFields.Subject.born: told.born, ReportFields.Subject.age: told.age,
      ReportFields.Subject.otherNames: told.others,
      ReportFields.Subject.description: told.description,
    ]
  }
}
