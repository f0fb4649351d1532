import CaseRules
import SQLite

/// The people who work in the demonstration, and the places they work in.
struct DemoCast: Sendable {
  /// By role; the first of a role is who `--as` opens as.
  let workers: [Worker]
  let suites: [String]
  let officers: [RecordRef]

  func first(_ role: Role) -> Worker { all(role).first ?? workers[0] }

  func all(_ role: Role) -> [Worker] { workers.filter { $0.role == role } }

  private static let people: [(name: String, role: Role, team: String)] = [
    ("Ruth Penhale", .adm, ""), ("Amina Begum", .arw, "Custody"), ("Callum Rees", .arw, "Custody"),
    ("Siobhán Doyle-Marsh", .cjit, "Quayside"), ("Marek Wójcik", .cjit, "Quayside"),
    ("Delroy Francis", .cjit, "Northfold"), ("Helen Baird", .carat, "Prison"),
    ("Priya Nair", .drrkw, "Quayside"), ("Geraint Pugh", .ppoc, ""),
    ("Fiona Haldane", .sup, "Quayside"), ("Alan Galbraith", .supt, ""),
    ("Joan Sedgemoor", .dio, ""), ("Zoë Okafor", .sm, ""), ("Niall Tierney", .aud, ""),
  ]

  private static let suites: [(code: String, name: String, tests: Bool)] = [
    ("SQ", "Saltmarsh Quay", true), ("NF", "Northfold", false), ("CM", "Castlemere", false),
  ]

  private static let officers: [(name: String, collar: String, trainedDaysAgo: Int?)] = [
    ("PS Hale", "41", 400), ("PS Lowe", "77", 210), ("PC Marsh", "903", 35),
    ("PC Tully", "118", nil),
    ("PS Verity", "52", 790), ("PC Ashe", "640", nil),
  ]

  /// Puts everybody and everything in place, long before the first detention.
  static func hire(
    in connection: Connection, at moment: Moment, today: CalendarDate
  ) throws -> DemoCast {
    let first = WorkerID(1)
    let transaction = WriteTransaction(
      connection, try Attribution(by: first, as: .adm, at: moment))
    try transaction.begin()
    var workers: [Worker] = []
    for (name, role, team) in people {
      var worker = Worker(
        id: first, name: name, role: role, team: team, agency: "Saltmarsh drug team")
      if role == .arw { worker.arwTrainedOn = today.adding(days: -600) }
      worker.id = try transaction.addWorker(worker)
      workers.append(worker)
    }
    try transaction.keepDemoPassword(
      of: workers.map(\.id), setAt: Moment(local: today, ClockTime(minutesOfDay: 0)))
    for suite in suites {
      try SuiteRecords.add(
        code: suite.code, name: suite.name, testsOnArrest: suite.tests, in: transaction)
    }
    let refs = try officers.map { officer in
      try OfficerRecords.add(
        name: officer.name, collar: officer.collar,
        trainedOn: officer.trainedDaysAgo.map { today.adding(days: -$0) }, in: transaction
      ).ref
    }
    try transaction.finish()
    return DemoCast(workers: workers, suites: suites.map(\.code), officers: refs)
  }
}
