import CaseRules

/// Early intervention of the demonstration: four months of the log, sessions, and warrants in every
/// state of their follow-up.
struct EDIIStory {
  let scribe: DemoScribe
  private let officer: Worker

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    officer = scribe.cast.first(.dio)
  }

  func write() throws {
    try logActivities()
    try holdSessions()
    try executeWarrants()
    try takeReferralsIn()
  }

  private func day(ago days: Int) -> CalendarDate { scribe.today.adding(days: -days) }

  /// The working day on or before it: schools and offices.
  private func workday(ago days: Int) -> Int {
    (days...(days + 7)).first { scribe.practice.calendar.isWorkingDay(day(ago: $0)) } ?? days
  }

  private func at(daysAgo days: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
    min(
      Moment(local: day(ago: days), ClockTime(minutesOfDay: hour * 60 + minute)),
      scribe.now.adding(minutes: -30))
  }

  // MARK: The log (INT-050, INT-052)

  private struct Entry {
    let daysAgo: Int
    let kind: EDIIKind
    let aim: EDIIAim
    let place: String
    let partners: String
    let reached: Int?
    var note = ""
  }

  private static let entries = [
    Entry(
      daysAgo: 118, kind: .leaflets, aim: .publicEducation, place: "Saltmarsh Quay",
      partners: "Ferry House", reached: 2_000, note: "Where to ring, on every ferry for a month"),
    Entry(
      daysAgo: 112, kind: .awarenessTraining, aim: .earlyHelp, place: "Castlemere Youth Club",
      partners: "Young People's Drug Service", reached: 22),
    Entry(
      daysAgo: 104, kind: .enforcement, aim: .betterIntelligence, place: "Northfold market",
      partners: "Northfold neighbourhood officers", reached: nil),
    Entry(
      daysAgo: 97, kind: .agencyCommunication, aim: .betterIntelligence, place: "Quayside office",
      partners: "Saltmarsh Community Drug Team, Anchor Housing Project", reached: 9,
      note: "What each may tell the others, and how"),
    Entry(
      daysAgo: 91, kind: .festivalSupport, aim: .earlyHelp, place: "Eastcombe Sands, music field",
      partners: "Ferry House, Quayside Needle Exchange", reached: 640,
      note: "A tent with water and advice; eleven asked about treatment"),
    Entry(
      daysAgo: 84, kind: .localPress, aim: .publicEducation, place: "The Saltmarsh Lamp",
      partners: "Shared media officer", reached: nil),
    Entry(
      daysAgo: 77, kind: .lawInput, aim: .publicEducation, place: "Harrowby Bridge School",
      partners: "Harrowby Bridge School", reached: 85, note: "Years nine and ten"),
    Entry(
      daysAgo: 70, kind: .rapidAccess, aim: .earlyHelp, place: "Quayside office",
      partners: "Saltmarsh Community Drug Team", reached: 4),
    Entry(
      daysAgo: 63, kind: .crackHouseClosure, aim: .betterIntelligence, place: "Gasworks Lane",
      partners: "Anchor Housing Project, licensing officer", reached: nil,
      note: "Order for three months; those who lived there were seen the same day"),
    Entry(
      daysAgo: 55, kind: .regionalNews, aim: .publicEducation, place: "Evening bulletin",
      partners: "Shared media officer", reached: nil),
    Entry(
      daysAgo: 48, kind: .serviceInformation, aim: .earlyHelp, place: "Marsh Lane Surgery",
      partners: "Marsh Lane Surgery", reached: 14),
    Entry(
      daysAgo: 41, kind: .rehabilitationRequirement, aim: .earlyHelp,
      place: "Castlemere Magistrates", partners: "Probation", reached: 6),
    Entry(
      daysAgo: 34, kind: .internet, aim: .publicEducation, place: "Partnership's own pages",
      partners: "Shared media officer", reached: 1_150),
    Entry(
      daysAgo: 27, kind: .awarenessTraining, aim: .earlyHelp, place: "Northfold fire station",
      partners: "Fire service", reached: 18),
    Entry(
      daysAgo: 20, kind: .programme, aim: .earlyHelp, place: "Saltmarsh Quay custody suite",
      partners: "Arrest referral workers", reached: 12),
    Entry(
      daysAgo: 13, kind: .enforcement, aim: .betterIntelligence, place: "Ferry terminal",
      partners: "Harbour officers", reached: nil, note: "Passive drug dog, two evenings"),
    Entry(
      daysAgo: 9, kind: .lawInput, aim: .publicEducation, place: "Little Wrayford Guides",
      partners: "Little Wrayford Guides", reached: 31),
    Entry(
      daysAgo: 6, kind: .localTV, aim: .publicEducation, place: "Harbour studio",
      partners: "Shared media officer", reached: nil),
    Entry(
      daysAgo: 4, kind: .agencyCommunication, aim: .betterIntelligence, place: "Quayside office",
      partners: "Probation, Saltmarsh Community Drug Team", reached: 7),
    Entry(
      daysAgo: 2, kind: .festivalSupport, aim: .earlyHelp, place: "Harrowby Bridge fair",
      partners: "Ferry House", reached: 120),
  ]

  private func logActivities() throws {
    for entry in Self.entries { try log(entry) }
    // Written down twice; the second stays on file, struck through.
    let twice = try log(Self.entries[17])
    try scribe.fill(
      EDIIStrikeForm.id, about: twice, by: officer, at: at(daysAgo: 5, 9, 40),
      [EDIIStrikeForm.reason: "Entered twice by mistake"])
  }

  @discardableResult
  private func log(_ entry: Entry) throws -> RecordRef {
    let daysAgo =
      entry.kind == .festivalSupport ? entry.daysAgo : workday(ago: entry.daysAgo)
    return try scribe.fill(
      EDIIActivityForm.id, by: officer, at: at(daysAgo: daysAgo, 17, 10),
      [
        EDIIActivityForm.day: day(ago: daysAgo).uk, EDIIActivityForm.kind: entry.kind.code,
        EDIIActivityForm.aim: entry.aim.code, EDIIActivityForm.place: entry.place,
        EDIIActivityForm.partners: entry.partners,
        EDIIActivityForm.reached: entry.reached.map { String($0) } ?? "",
        EDIIActivityForm.note: entry.note,
      ])
  }

  // MARK: Sessions (INT-051)

  private func holdSessions() throws {
    let all = EDIISession.Topic.allCases.map(\.code).joined(separator: ", ")
    try session(
      daysAgo: 58, at: 19, "Castlemere School", reached: 41,
      [EDIISessionForm.audience: "PAR, TEA", EDIISessionForm.topics: all])
    try session(
      daysAgo: 16, at: 19, "Saltmarsh Quay Primary School", reached: 28,
      [EDIISessionForm.audience: "PAR", EDIISessionForm.topics: all])
    // In the staff's own time: shorter, by day, without the quiz. It is kept, and flagged.
    try session(
      daysAgo: 3, at: 14, "Northfold Academy", reached: 19,
      [
        EDIISessionForm.audience: "TEA", EDIISessionForm.length: "1h30",
        EDIISessionForm.topics: "LAW, STE, WHY, SIGN, TRE, STAGE",
      ])
  }

  private func session(
    daysAgo: Int, at hour: Int, _ place: String, reached: Int, _ answers: [FieldCode: String]
  ) throws {
    let held = workday(ago: daysAgo)
    let starts = Moment(local: day(ago: held), ClockTime(minutesOfDay: hour * 60))
    try scribe.fill(
      EDIISessionForm.id, by: officer, at: at(daysAgo: held - 1, 9, 5),
      [
        EDIISessionForm.starts: starts.typed, EDIISessionForm.length: "2h",
        EDIISessionForm.worker: "Rowan Ellery, Ferry House", EDIISessionForm.free: "yes",
        EDIIActivityForm.place: place, EDIIActivityForm.partners: "\(place), Ferry House",
        EDIIActivityForm.reached: String(reached),
      ].merging(answers) { $1 })
  }

  // MARK: Warrants (INT-053)

  private func executeWarrants() throws {
    let done = try warrant(daysAgo: 46, "11 Gasworks Lane", "W/0417")
    try letter(done, daysAgo: 43, "DEL")
    try visit(done, daysAgo: 40, "NONE")
    try visit(done, daysAgo: 36, "TREAT", note: "Gave the number of the drug team, and rang it")
    let returned = try warrant(daysAgo: 12, "Flat 3, 40 Netmakers Row", "W/0461")
    try letter(returned, daysAgo: 10, "BACK")
    try visit(returned, daysAgo: 8, "SPOKE")
    let visited = try warrant(daysAgo: 5, "7 Lifeboat Street", "W/0470")
    try letter(visited, daysAgo: 4, "DEL")
    _ = try warrant(daysAgo: 1, "The Old Net Loft, Lower Quay", "W/0473")
  }

  private func warrant(daysAgo: Int, _ place: String, _ reference: String) throws -> RecordRef {
    try scribe.fill(
      WarrantForm.id, by: officer, at: at(daysAgo: daysAgo, 15, 20),
      [
        WarrantForm.executed: day(ago: daysAgo).uk, WarrantForm.place: place,
        WarrantForm.reference: reference, WarrantForm.agency: "Ferry House",
      ])
  }

  private func letter(_ warrant: RecordRef, daysAgo: Int, _ result: String) throws {
    try scribe.fill(
      WarrantLetterForm.id, about: warrant, by: officer, at: at(daysAgo: daysAgo, 11),
      [WarrantRules.day: day(ago: daysAgo).uk, WarrantRules.result: result])
  }

  private func visit(
    _ warrant: RecordRef, daysAgo: Int, _ result: String, note: String = ""
  ) throws {
    try scribe.fill(
      WarrantVisitForm.id, about: warrant, by: officer, at: at(daysAgo: daysAgo, 16, 30),
      [
        WarrantRules.day: day(ago: daysAgo).uk, WarrantRules.result: result,
        EDIIActivityForm.note: note,
      ])
  }

  // MARK: Referrals (INT-054)

  private func takeReferralsIn() throws {
    let quay = try referral(
      daysAgo: 24, "Aldous", "Wilf", "Uses heroin on the slipway with two younger boys",
      [EDIIReferralForm.phone: "01632 960 752"], kind: "FAM")
    try scribe.fill(
      EDIIReportForm.id, about: quay, by: officer, at: at(daysAgo: 23, 10, 15),
      [ReportFields.relatesTo: day(ago: 25).uk, ReportFields.place: "Slipway, Lower Quay"])
    let wantsHelp = try referral(
      daysAgo: 15, "Merriman", "Una", "Wants to stop and does not know whom to ask",
      [EDIIReferralForm.phone: "01632 960 781", EDIIReferralForm.consent: "yes"], kind: "FAM")
    try scribe.fill(
      EDIITreatmentForm.id, about: wantsHelp, by: officer, at: at(daysAgo: 14, 11, 30), [:])
    try referral(
      daysAgo: 3, "Sholto", "Gus", "Sleeps in the school boiler house and asks pupils for money",
      [:], kind: "COM")
    try referral(
      daysAgo: 1, "", "", "Offers tablets at the skate park after school",
      [EDIIReferralForm.description: "Woman of about 25, red bicycle"], kind: "COM")
  }

  @discardableResult
  private func referral(
    daysAgo: Int, _ family: String, _ given: String, _ reason: String,
    _ more: [FieldCode: String], kind: String
  ) throws -> RecordRef {
    let received = at(daysAgo: daysAgo, 13, 20)
    return try scribe.fill(
      EDIIReferralForm.id, by: officer, at: received.adding(minutes: 10),
      [
        EDIIReferralForm.received: received.typed, EDIIReferralForm.family: family,
        EDIIReferralForm.given: given, EDIIReferralForm.reason: reason,
        IntelligenceReportForm.kind: kind,
      ].merging(more) { $1 })
  }
}
