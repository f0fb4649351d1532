import CaseRules

/// An invented client on rapid prescribing, with a first dose that was too much.
enum ExampleTreatment {
  static let alert = SafetyAlert(
    number: 1, day: Examples.today, mg: 60, raised: Examples.at(13, 31), raisedBy: "Tom Osei")

  static let line = SafetyAlertLine(
    ref: RecordRef(.prescribing, 3), person: RecordRef(.person, 1042), name: "O'CONNOR Siân",
    alert: alert)

  static let record = PrescribingRecord(
    episode: PrescribingEpisode(
      id: PrescribingID(3), person: PersonID(1042), personName: "O'CONNOR Siân",
      referred: Examples.day(1, 10, 2007),
      dependence: .done(by: "Dr Hale", on: Examples.day(2, 10, 2007)),
      risk: .done(by: "T.OSEI", on: Examples.day(2, 10, 2007)),
      plan: FirstDosePlan(
        on: Examples.day(3, 10, 2007), medicine: .methadone, mg: 30, prescriber: "Dr Hale"),
      recordedBy: "Tom Osei"),
    tests: [
      OpiateTest(
        number: 1, fluid: .urine, method: .laboratory, taken: Examples.moment(2, 10, 2007, 10, 0),
        by: "Tom Osei"),
      OpiateTest(
        number: 2, fluid: .oralFluid, method: .onSite, taken: Examples.moment(2, 10, 2007, 10, 5),
        result: .positive, resultOn: Examples.day(2, 10, 2007), by: "Tom Osei"),
    ],
    log: DoseLog([
      Dose(number: 1, on: Examples.day(3, 10, 2007), mg: 30, by: "Tom Osei"),
      Dose(number: 2, on: Examples.day(4, 10, 2007), mg: 40, by: "Tom Osei"),
      Dose(
        number: 3, on: Examples.day(4, 10, 2007), mg: 40, struckBecause: "typed twice",
        by: "Tom Osei"),
      Dose(number: 4, on: Examples.today, mg: 35, isSupervised: false, by: "Tom Osei"),
    ]), alerts: [alert])

  static let file = PrescribingFile(
    record: record, heading: "O'CONNOR Siân, born 15/06/1979 (28), P-1042",
    deadlines: [
      DueLine(
        ref: RecordRef(.prescribing, 3), person: RecordRef(.person, 1042),
        personName: "O'CONNOR Siân", name: PrescribingDeadlines.accessName, rule: "PPL-041",
        owner: "CJIT", startFact: "referral Mon 01/10/2007", due: Examples.day(7, 10, 2007),
        status: .dueSoon, working: "6 calendar days from Mon 01/10/2007; due Sun 07/10/2007")
    ], risks: [.selfHarm])

  /// Days without a dose, in the log and up to today.
  static let missed: PrescribingFile = {
    var file = ExampleTreatment.file
    file.deadlines = []
    file.risks = []
    file.record.alerts = []
    file.record.episode.id = PrescribingID(4)
    file.record.episode.referred = Examples.day(20, 9, 2007)
    file.record.log = DoseLog(
      [(24, 9), (26, 9), (1, 10)].enumerated().map { place, day in
        Dose(
          number: place + 1, on: Examples.day(day.0, day.1, 2007), mg: 30, by: "Tom Osei")
      })
    return file
  }()
}
