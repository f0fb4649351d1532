import CaseRules
import SQLite

@testable import CaseStore

extension Person {
  /// An invented adult; a test states only what matters to it.
  static func example(
    family: String = "Harrow", given: String = "Miles", aliases: [String] = [],
    born: String? = "1985-04-03", age: Int? = nil, pnc: String? = nil, cro: String? = nil,
    prison: String? = nil, lrn: String? = nil, oasys: String? = nil, postcode: String? = nil,
    phones: [String] = [], risks: [RiskMarker] = []
  ) -> Person {
    Person(
      id: PersonID(0), name: PersonName(family: family, given: given),
      aliases: aliases.enumerated().map { Person.Alias(id: -$0.offset - 1, name: $0.element) },
      birth: born.map { .on(.on($0)) } ?? .estimated(age: age ?? 30, noted: .on("2026-11-22")),
      sex: .male, ethnicity: "W1",
      numbers: Person.Numbers(pnc: pnc, cro: cro, prison: prison, lrn: lrn, oasys: oasys),
      home: Person.Home(address: "1 Quay Lane", postcode: postcode),
      phones: phones.enumerated().map { Person.Phone(id: -$0.offset - 1, number: $0.element) },
      risks: risks)
  }
}

extension TemporaryStore {
  /// Takes somebody on file.
  func add(_ person: Person) throws -> PersonID {
    try store.write(try attribution()) { try PersonRecords.add(person, in: $0) }
  }

  /// Adds a worker of a role; the first is W-0002.
  @discardableResult
  func worker(
    _ name: String, _ role: Role, team: String = "", active: Bool = true
  ) throws -> Worker {
    let worker = Worker(id: WorkerID(0), name: name, role: role, team: team, active: active)
    let id = try store.write(try attribution()) { try $0.addWorker(worker) }
    var added = worker
    added.id = id
    return added
  }

  /// What rules know when this worker acts at this local time.
  func context(_ worker: Worker, _ now: String = "2026-11-23 10:00") -> RuleContext {
    RuleContext(
      now: .at(now), calendar: .englandAndWales, settings: Settings(), codes: .seeded,
      worker: worker)
  }

  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) throws -> Answer {
    try store.read(body)
  }
}
