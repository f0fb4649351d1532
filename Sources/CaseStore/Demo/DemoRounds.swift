import CaseRules

/// What workers do on their rounds: cells, tests, the court, and the agencies around clients.
enum DemoRounds {
  static func write(with scribe: DemoScribe) throws {
    try test(scribe)
    try sweep(scribe)
    try missCourt(scribe)
    try listAgencies(scribe)
  }

  /// CUS-020: where tests on arrest are offered, one has been taken.
  private static func test(_ scribe: DemoScribe) throws {
    let arw = scribe.cast.first(.arw)
    let context = scribe.practice.context(at: scribe.now, for: arw)
    let board = try CustodyBoard.lines(in: scribe.connection, context)
    guard let line = board.first(where: { $0.hasPermission && $0.suite == PlacePools.suites[0] })
    else { return }
    let at = scribe.now.adding(minutes: -8)
    try scribe.fill(
      ArrestTestForm.id, about: line.ref, by: arw, at: at,
      [ArrestTestForm.outcome: "OPI", ArrestTestForm.at: at.typed])
  }

  /// CUS-006: nobody waits in the third suite, so its cells could be gone round.
  private static func sweep(_ scribe: DemoScribe) throws {
    guard let suite = try SuiteRecords.suite(code: "CM", in: scribe.connection)?.suite.ref else {
      return
    }
    let at = scribe.now.adding(minutes: -65)
    try scribe.fill(
      SweepForm.id, about: suite, by: scribe.cast.first(.arw), at: at,
      [SweepForm.started: at.typed, SweepForm.approached: "1"])
  }

  /// CUS-013: nobody could go, and says why.
  private static func missCourt(_ scribe: DemoScribe) throws {
    let arw = scribe.cast.first(.arw)
    let context = scribe.practice.context(at: scribe.now, for: arw)
    // A hearing of yesterday is forgotten in the course of today (CUS-011).
    let lists = try [scribe.today.adding(days: -1), scribe.today].map {
      try CustodyBoard.courtList(on: $0, in: scribe.connection, context)
    }
    let at = scribe.now.adding(minutes: -6)
    guard let line = lists.joined().first(where: { $0.attended == nil && $0.hearing < at })
    else { return }
    try scribe.fill(
      CourtAttendanceForm.id, about: line.ref, by: arw, at: at,
      [CourtAttendanceForm.attended: "no"],
      because: "Both of us were needed in the suites until noon")
  }

  private static let services: [[FieldCode: String]] = [
    [
      ServiceForm.name: "Harbour Door housing advice", ServiceForm.type: "wraparound",
      ServiceForm.phone: "01632 960102", ServiceForm.route: "Anybody may walk in",
    ],
    [
      ServiceForm.name: "Tidemill surgery", ServiceForm.type: "gp",
      ServiceForm.phone: "01632 960103", ServiceForm.route: "Registration at the desk",
    ],
  ]

  /// PPL-013: who else works with the first key worker's clients, one of them co-ordinating.
  private static func listAgencies(_ scribe: DemoScribe) throws {
    let key = scribe.cast.first(.cjit)
    for service in services {
      try scribe.fill(
        ServiceForm.id, by: key, at: scribe.now.adding(minutes: -300),
        [
          ServiceForm.area: "Saltmarsh", ServiceForm.ageGroup: "Adults",
          ServiceForm.checked: scribe.today.adding(days: -40).uk,
        ].merging(service) { $1 })
    }
    let drugTeam = "Saltmarsh Community Drug Team"
    let onFile = try ServiceRecords.find(drugTeam, limit: 1, in: scribe.connection).first
    let context = scribe.practice.context(at: scribe.now, for: key)
    let page = try CaseloadPages.page(
      of: .worker(key.id), narrow: "", .first, limit: 6, in: scribe.connection, context)
    for line in page.lines where line.state.isActive {
      try scribe.fill(
        AgencyForm.id, about: line.person, by: key, at: scribe.now.adding(minutes: -290), [:],
        rows: [
          AgencyForm.agencies: [
            [
              AgencyForm.name: drugTeam, AgencyForm.lead: "Rowan Ellery",
              AgencyForm.provides: "Prescribing", AgencyForm.coordinator: "yes",
              AgencyForm.service: onFile?.id.ref.text ?? "",
            ],
            [
              AgencyForm.name: "Harbour Door housing advice", AgencyForm.lead: "Joss Merriman",
              AgencyForm.provides: "A room of their own",
            ],
          ]
        ])
    }
  }
}
