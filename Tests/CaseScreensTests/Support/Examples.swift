import CaseApp
import CaseRules

/// An afternoon in an invented practice.
enum Examples {
  static let today = day(5, 10, 2007)
  static let now = moment(5, 10, 2007, 14, 12)
  static let worker = Worker(
    id: WorkerID(4), name: "Amina Begum", role: .arw, team: "North", agency: "Harbour Trust")
  static let leader = Worker(
    id: WorkerID(9), name: "Ruth Calder", role: .sup, team: "North", agency: "Harbour Trust")
  static let intelligenceOfficer = Worker(
    id: WorkerID(14), name: "Ian Frost", role: .dio, agency: "Harbour Police")
  static let colleague = Worker(
    id: WorkerID(11), name: "Dafydd Pryce", role: .cjit, team: "North", agency: "Harbour Trust")
  static let workloads = [
    WorkloadLine(
      worker: colleague, clients: 41, inCustody: 6, atRisk: 3, overdue: 2, asked: 1,
      cover: Cover(
        worker: colleague.id, workerName: colleague.name, by: worker.id, byName: "Owen Hale",
        from: day(1, 10, 2007), until: day(12, 10, 2007))),
    WorkloadLine(
      worker: Worker(
        id: WorkerID(12), name: "Owen Hale", role: .carat, team: "South", agency: "Harbour Trust"),
      clients: 28, inCustody: 28, leaving: 2),
  ]
  static let administrator = Worker(id: WorkerID(1), name: "Ivor Penn", role: .adm)

  static func session(_ worker: Worker = worker, isDemo: Bool = false) -> Session {
    Session(
      worker: worker, settings: Settings(), calendar: .englandAndWales, codes: .seeded,
      isDemo: isDemo)
  }

  static let looks = Looks(
    theme: "Default dark", themes: ["Default dark", "Default light", "Mono"],
    keymap: "Default (office)", keymaps: ["Default (office)", "Vim", "Emacs"])

  static func day(_ day: Int, _ month: Int, _ year: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .earliest
  }

  static func moment(_ day: Int, _ month: Int, _ year: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(local: Examples.day(day, month, year), ClockTime(minutesOfDay: hour * 60 + minute))
  }

  static func at(_ hour: Int, _ minute: Int) -> Moment { moment(5, 10, 2007, hour, minute) }

  // MARK: Custody

  static let board: [BoardLine] = [
    BoardLine(
      ref: RecordRef(.custodyEntry, 41), suite: "Newhaven", cell: "M4", arrived: at(9, 0),
      isTrigger: true, isPPO: true, isDRR: false, state: .arrived, offer: .accepted,
      offerIsLate: false, hasPermission: false,
      next: due(
        RecordRef(.custodyEntry, 41), nil, nil, "Trigger alert", "CUS-005", at: at(10, 0), .overdue)
    ),
    BoardLine(
      ref: RecordRef(.custodyEntry, 42), suite: "Newhaven", cell: "M7", arrived: at(13, 20),
      isTrigger: true, isPPO: false, isDRR: false, state: .arrived, offerIsLate: false,
      hasPermission: false,
      next: due(
        RecordRef(.custodyEntry, 42), nil, nil, "Offer", "CUS-002", at: at(14, 20), .dueSoon)),
    BoardLine(
      ref: RecordRef(.custodyEntry, 38), suite: "Newhaven", cell: "F2", arrived: at(8, 30),
      isTrigger: false, isPPO: false, isDRR: true, state: .assessed, offer: .accepted,
      offerIsLate: true, approach: .seen, hasPermission: true, person: RecordRef(.person, 1042),
      name: "O'CONNOR Siân", custodyNumber: "NH/4471/07", offence: "Theft from a shop"),
    BoardLine(
      ref: RecordRef(.custodyEntry, 39), suite: "Riverside", cell: "12", arrived: at(11, 5),
      isTrigger: false, isPPO: false, isDRR: false, state: .notSeen, offer: .deferred,
      offerIsLate: false, approach: .notAvailable, hasPermission: false),
  ]

  static let court: [CourtLine] = [
    CourtLine(
      ref: RecordRef(.custodyEntry, 30), court: "Harbour Magistrates", hearing: at(10, 0),
      suite: "Newhaven", onBail: false, name: "PATEL Ravi", person: RecordRef(.person, 987)),
    CourtLine(
      ref: RecordRef(.custodyEntry, 31), court: "Harbour Magistrates", hearing: at(14, 30),
      suite: "Riverside", onBail: true, attended: false, missedReason: "cell sweep ran late"),
  ]

  static let bail: [BailReturnLine] = [
    BailReturnLine(
      ref: RecordRef(.custodyEntry, 17), suite: "Riverside", returnAt: at(16, 0),
      bailedAt: moment(21, 9, 2007, 19, 40), isTrigger: true, contacted: false)
  ]

  static let officers = [
    CustodyOfficer(ref: RecordRef(.officer, 1), name: "PS 1234 Hale", trainedOn: day(4, 6, 2007)),
    CustodyOfficer(ref: RecordRef(.officer, 2), name: "PS 2280 Marsh"),
  ]

  static let suites = [
    SuiteProfile(
      ref: RecordRef(.suite, 1), code: "NHV", name: "Newhaven", testsOnArrest: true),
    SuiteProfile(ref: RecordRef(.suite, 2), code: "RIV", name: "Riverside"),
  ]

  static let attrition: [AttritionLine] = [
    AttritionLine(
      month: day(1, 9, 2007),
      trigger: [
        .arrived: 64, .offered: 61, .accepted: 40, .seen: 38, .dir: 21, .referred: 17,
        .firstAppointmentKept: 11, .caseload: 9,
      ],
      other: [.arrived: 212, .offered: 180, .accepted: 35, .seen: 22, .dir: 8, .referred: 6]),
    AttritionLine(month: day(1, 10, 2007), trigger: [.arrived: 9, .offered: 8], other: [:]),
  ]

  // MARK: People

  static let people: [PersonLine] = [
    PersonLine(
      ref: RecordRef(.person, 1113), familyName: "Brown", givenNames: "Tia",
      born: day(9, 3, 1990), postcode: "BN9 9AB", worker: "A.BEGUM", episode: .contact,
      riskWords: [], isYoung: true),
    PersonLine(
      ref: RecordRef(.person, 1042), familyName: "O'Connor", givenNames: "Siân",
      born: day(15, 6, 1979), pnc: "1999/0012345A", worker: "T.OSEI", episode: .activeCommunity,
      riskWords: ["Self-harm"], isYoung: false),
    PersonLine(
      ref: RecordRef(.person, 987), familyName: "Patel", givenNames: "Ravi", estimatedAge: 35,
      riskWords: ["Violence", "Weapons"], isYoung: false),
    PersonLine(
      ref: RecordRef(.person, 1201), familyName: "Wojciechowska-Smith", givenNames: "Łucja Maria",
      born: day(29, 2, 1984), worker: "A.BEGUM", episode: .dropOutReview, riskWords: [],
      isYoung: false),
  ]

  static let caseload: [CaseloadLine] = [
    CaseloadLine(
      ref: RecordRef(.episode, 7), person: RecordRef(.person, 1042), familyName: "O'Connor",
      givenNames: "Siân", born: day(15, 6, 1979), worker: "A.BEGUM", state: .activeCommunity,
      joined: day(3, 9, 2007), lastContact: day(17, 9, 2007), atRisk: true,
      due: due(
        RecordRef(.appointment, 55), RecordRef(.person, 1042), "O'CONNOR Siân", "Missed follow-up",
        "PPL-022", on: day(3, 10, 2007), .overdue), flags: ["DRR"]),
    CaseloadLine(
      ref: RecordRef(.episode, 9), person: RecordRef(.person, 987), familyName: "Patel",
      givenNames: "Ravi", worker: "A.BEGUM", state: .assessed, lastContact: day(4, 10, 2007),
      atRisk: false, nextAppointment: moment(8, 10, 2007, 10, 0), flags: ["handover waits"],
      handoverWaits: true),
    CaseloadLine(
      ref: RecordRef(.episode, 11), person: RecordRef(.person, 1201),
      familyName: "Wojciechowska-Smith", givenNames: "Łucja Maria", born: day(29, 2, 1984),
      worker: "A.BEGUM", state: .activeCustody, joined: day(1, 8, 2007),
      lastContact: day(1, 10, 2007), atRisk: false,
      due: due(
        RecordRef(.episode, 11), RecordRef(.person, 1201), "WOJCIECHOWSKA-SMITH Łucja",
        "First care plan", "PPL-014", on: day(15, 10, 2007), .running), flags: ["PPO", "DRR"]),
  ]

  static let diary: [DiaryLine] = [
    DiaryLine(
      ref: RecordRef(.appointment, 61), person: RecordRef(.person, 1113), name: "BROWN Tia",
      starts: at(10, 0), minutes: 45, place: "Room 2", worker: "A.BEGUM", kind: "Assessment",
      purpose: "First assessment", state: .attendedLate),
    DiaryLine(
      ref: RecordRef(.appointment, 62), person: RecordRef(.person, 1042), name: "O'CONNOR Siân",
      starts: at(14, 30), minutes: 60, place: "Room 2", worker: "A.BEGUM", kind: "One to one",
      purpose: "Care plan", state: .booked),
    DiaryLine(
      ref: RecordRef(.appointment, 63), person: RecordRef(.person, 987), name: "PATEL Ravi",
      starts: at(13, 0), minutes: 30, place: "Phone", worker: "A.BEGUM", kind: "Phone",
      purpose: "", state: .missed),
  ]

  static let missed: [MissedLine] = [
    missed(
      58, "O'CONNOR Siân", on: day(10, 9, 2007), "Contact attempt 3 of 3", due: day(14, 9, 2007),
      .overdue),
    missed(
      59, "WOJCIECHOWSKA-SMITH Łucja", on: day(1, 10, 2007), "Missed follow-up",
      due: day(2, 10, 2007), .overdue),
    missed(
      60, "PATEL Ravi", on: day(2, 10, 2007), "Contact attempt 2 of 3", due: day(8, 10, 2007),
      .running),
  ]

  private static func missed(
    _ number: Int64, _ name: String, on day: CalendarDate, _ what: String, due: CalendarDate,
    _ status: DeadlineStatus
  ) -> MissedLine {
    let ref = RecordRef(.appointment, number)
    let person = RecordRef(.person, 900 + number)
    return MissedLine(
      DiaryLine(
        ref: ref, person: person, name: name,
        starts: Moment(local: day, ClockTime(minutesOfDay: 16 * 60)), minutes: 45,
        place: "Room 2", worker: "A.BEGUM", kind: "One to one", purpose: "", state: .missed,
        due: Examples.due(ref, person, name, what, "PPL-023", on: due, status)))
  }

  // MARK: Work

  static func due(
    _ ref: RecordRef, _ person: RecordRef?, _ name: String?, _ what: String, _ rule: String,
    on day: CalendarDate? = nil, at moment: Moment? = nil, _ status: DeadlineStatus
  ) -> DueLine {
    DueLine(
      ref: ref, person: person, personName: name, name: what, rule: rule, owner: "A.BEGUM",
      ownerID: worker.id, startFact: "missed Tue 02/10/2007", due: day, dueAt: moment,
      status: status, working: "1 working day from Tue 02/10/2007; due Wed 03/10/2007")
  }

  static let deadlines: [DueLine] = [
    due(
      RecordRef(.appointment, 55), RecordRef(.person, 1042), "O'CONNOR Siân", "Missed follow-up",
      "PPL-022", on: day(3, 10, 2007), .overdue),
    due(
      RecordRef(.custodyEntry, 17), nil, nil, "Bail return contact", "CUS-012", on: today, .dueSoon),
    due(
      RecordRef(.episode, 9), RecordRef(.person, 987), "PATEL Ravi", "Next-day appointment",
      "CUS-015", on: day(8, 10, 2007), .dueSoon),
    due(
      RecordRef(.episode, 11), RecordRef(.person, 1201), "WOJCIECHOWSKA-SMITH Łucja",
      "First care plan", "PPL-014", on: day(15, 10, 2007), .running),
  ]

  static let handovers = [
    HandoverLine(
      ref: RecordRef(.handover, 3), person: RecordRef(.person, 1201),
      name: "WOJCIECHOWSKA-SMITH Łucja", from: "T.OSEI", to: "A.BEGUM",
      asked: moment(4, 10, 2007, 16, 20),
      reason: "Moves to the Ferry area. Ring mother first", forMe: true)
  ]

  static let unfinished = [
    UnfinishedLine(
      draft: DraftID(5), form: "dir", title: "DIR", about: RecordRef(.person, 1042),
      heading: "O'CONNOR Siân, born 15/06/1979 (28), P-1042", kept: at(9, 47),
      lastField: "Main drug", answered: 14)
  ]

  static let view = TodayView(
    inCustody: board, bailReturns: bail, courtList: court, appointments: diary, due: deadlines,
    atRisk: [caseload[0]], handovers: handovers, unfinished: unfinished,
    nextDays: [
      TodayView.DayCount(day: day(8, 10, 2007), count: 5),
      TodayView.DayCount(day: day(9, 10, 2007), count: 2),
      TodayView.DayCount(day: day(10, 10, 2007), count: 0),
    ])

  static let flaggedOffers = [
    FlaggedOfferLine(
      ref: RecordRef(.custodyEntry, 19), suite: "Newhaven", cell: "M4", arrived: at(7, 10),
      isTrigger: true, offer: .accepted, offeredAt: at(8, 31), officer: "PC Tully",
      flags: [.late, .untrained]),
    FlaggedOfferLine(
      ref: RecordRef(.custodyEntry, 12), suite: "Northgate", cell: "F1",
      arrived: moment(3, 10, 2007, 22, 15), isTrigger: false, offer: .notOffered,
      offeredAt: moment(3, 10, 2007, 22, 40), flags: [.notCompliant]),
  ]

  /// Today when somebody has to be told something.
  static let alerting: TodayView = {
    var view = Self.view
    view.custodyAlerts = [
      CustodyAlert(
        entry: RecordRef(.custodyEntry, 19), kind: .arrival, day: today, suite: "Newhaven",
        at: at(13, 20)),
      CustodyAlert(
        entry: RecordRef(.custodyEntry, 11), kind: .bail, day: today, suite: "Northgate",
        at: moment(8, 10, 2007, 10, 0)),
    ]
    view.callAppointments = [
      CallAppointmentLine(
        ref: RecordRef(.helplineCall, 4), suite: "Newhaven", starts: at(16, 30), minutes: 30,
        place: "Quay House", worker: "Cara Doyle", isFromCustody: true),
      CallAppointmentLine(
        ref: RecordRef(.helplineCall, 5), starts: at(17, 30), minutes: 30, place: "Quay House",
        worker: "Cara Doyle", name: "Robin Marsh"),
    ]
    view.flaggedOffers = flaggedOffers
    return view
  }()

  static let counts = PaneCounts(
    inCustody: .exactly(4), caseload: .exactly(3), appointmentsToday: .exactly(3),
    people: .moreThan(1000), unfinished: 1)
}
