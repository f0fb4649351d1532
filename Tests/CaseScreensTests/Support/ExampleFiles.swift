import CaseRules

/// Whole records of invented people.
enum ExampleFiles {
  static let offered = [
    OfferedForm("offer", about: RecordRef(.custodyEntry, 41), title: "Record the offer"),
    OfferedForm(
      "approach", about: RecordRef(.custodyEntry, 41), title: "Record an approach"),
    OfferedForm(
      "custody-details", about: RecordRef(.custodyEntry, 41), title: "Custody details and person",
      whyNot: "CUS-010: Ask the detainee first: no permission to record custody details is on file"),
  ]

  static let entry = EntryFile(
    entry: CustodyEntry(
      ref: RecordRef(.custodyEntry, 41), suite: Examples.suites[0], cell: "M4",
      arrived: Examples.at(9, 0), isTrigger: true, isPPO: true,
      offers: [
        Offer(
          ref: RecordRef(.custodyFact, 1), outcome: .accepted, at: Examples.at(9, 25),
          officer: Examples.officers[1], madePositively: true, independenceExplained: false)
      ]),
    revision: 1,
    timeline: [
      EntryEvent(ref: nil, at: Examples.at(9, 0), words: "Arrived", by: "A.BEGUM"),
      EntryEvent(
        ref: RecordRef(.custodyFact, 1), at: Examples.at(9, 25), words: "Offer: Accepted",
        by: "A.BEGUM"),
      EntryEvent(
        ref: RecordRef(.custodyFact, 2), at: Examples.at(9, 30), words: "Offer: Refused",
        by: "A.BEGUM", struckBecause: "typed into the wrong entry"),
    ],
    deadlines: [
      Examples.due(
        RecordRef(.custodyEntry, 41), nil, nil, "Trigger alert", "CUS-005", at: Examples.at(10, 0),
        .overdue)
    ],
    offerFlags: [
      Finding("CUS-003", .flags, "The officer did not explain that the worker is independent")
    ])

  static let person = PersonFile(
    person: Person(
      id: PersonID(1042), name: PersonName(family: "O'Connor", given: "Siân"),
      aliases: [Person.Alias(id: 1, name: "Sian Connor")],
      birth: .on(Examples.day(15, 6, 1979)), sex: .female, ethnicity: "W1",
      numbers: Person.Numbers(pnc: "1999/0012345A"),
      home: Person.Home(address: "14 Quay Street, Newhaven", postcode: "BN9 9AB"),
      phones: [
        Person.Phone(id: 1, number: "01632 960 112", safeToRing: .yes, safeToLeaveMessage: .no)
      ], risks: [.selfHarm], riskNote: "cut her arm in a cell in 2006"),
    consents: [
      Consent(
        id: ConsentID(4), person: PersonID(1042), type: .assessment, given: true,
        when: Examples.moment(3, 9, 2007, 10, 15), explainedBy: "A.BEGUM")
    ],
    episodes: [
      Episode(
        id: EpisodeID(7), person: PersonID(1042), state: .activeCommunity, entryPoint: .arrest,
        opened: Examples.day(3, 9, 2007), worker: WorkerID(4), workerName: "A.BEGUM",
        joined: Examples.day(3, 9, 2007), lastContact: Examples.day(17, 9, 2007),
        failedAttempts: 1)
    ],
    appointments: [
      Appointment(
        id: AppointmentID(62), person: PersonID(1042), worker: WorkerID(4), workerName: "A.BEGUM",
        starts: Examples.at(14, 30), minutes: 60, place: "Room 2", kind: .oneToOne,
        purpose: "Care plan")
    ],
    deadlines: [Examples.deadlines[0]], plan: ExamplePlans.second,
    planVersions: ExamplePlans.versions, referrals: ExamplePlans.referrals)
}
