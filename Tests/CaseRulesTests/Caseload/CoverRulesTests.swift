import Testing

@testable import CaseRules

@Suite("Cover while a worker is away")
struct CoverRulesTests {
  private let today = CalendarDate.example("2007-10-01")
  private let colleague = Worker(id: WorkerID(3), name: "Tom Osei", role: .cjit)

  private func cover(_ from: String, _ until: String, by: Int64 = 3) -> Cover {
    Cover(worker: WorkerID(2), by: WorkerID(by), from: .example(from), until: .example(until))
  }

  private func found(
    _ cover: Cover, _ colleague: Worker?, others: [Cover] = []
  ) -> [String] {
    CoverRules.findings(cover, by: colleague, others: others, today: today)
      .map { "\($0.rule) \($0.force.rawValue) \($0.field ?? "-")" }
  }

  @Test("Both days count, and one day is enough")
  func days() {
    let week = cover("2007-10-08", "2007-10-12")
    #expect(week.holds(on: .example("2007-10-08")))
    #expect(week.holds(on: .example("2007-10-12")))
    #expect(!week.holds(on: .example("2007-10-13")))
    #expect(found(cover("2007-10-08", "2007-10-08"), colleague) == [])
    #expect(found(cover("2007-10-08", "2007-10-07"), colleague) == ["GEN-007 blocks until"])
    #expect(found(cover("2007-09-03", "2007-09-07"), colleague) == ["GEN-001 shows until"])
  }

  @Test("PPL-009: the colleague takes clients, works here, and is somebody else")
  func who() {
    let week = cover("2007-10-08", "2007-10-12")
    let officer = Worker(id: WorkerID(3), name: "Ivor Penn", role: .adm)
    let gone = Worker(id: WorkerID(3), name: "Tom Osei", role: .cjit, active: false)
    #expect(found(week, officer) == ["PPL-007 blocks covered-by"])
    #expect(found(week, gone) == ["PPL-009 blocks covered-by"])
    #expect(found(cover("2007-10-08", "2007-10-12", by: 2), nil) == ["PPL-009 blocks covered-by"])
  }

  @Test("PPL-009: other days than those arranged say what they take the place of")
  func instead() {
    let standing = Cover(
      id: 4, worker: WorkerID(2), by: WorkerID(3), byName: "Tom Osei",
      from: .example("2007-10-08"), until: .example("2007-10-12"))
    func found(_ cover: Cover) -> [String] {
      CoverRules.findings(cover, by: colleague, others: [], standing: standing, today: today)
        .map { "\($0.force.rawValue) \($0.words)" }
    }
    #expect(found(cover("2007-10-08", "2007-10-12")) == [])
    #expect(
      found(cover("2007-10-08", "2007-10-15"))
        == ["shows Takes the place of what is arranged: from 08/10/2007 to 12/10/2007, Tom Osei"])
  }

  @Test("PPL-009: a colleague who is away too takes a reason")
  func awayToo() {
    let theirs = Cover(
      id: 9, worker: WorkerID(3), workerName: "Tom Osei", by: WorkerID(4),
      from: .example("2007-10-11"), until: .example("2007-10-20"))
    #expect(
      found(cover("2007-10-08", "2007-10-12"), colleague, others: [theirs])
        == ["PPL-009 warns covered-by"])
    #expect(found(cover("2007-10-08", "2007-10-10"), colleague, others: [theirs]) == [])
  }
}
