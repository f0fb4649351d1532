import Testing

@testable import CaseRules

@Suite("An entry of the trail in words")
struct HistoryWordingTests {
  private let wording = HistoryWording(codes: .seeded, workers: [WorkerID(4): "Delroy Francis"])

  private func line(_ kind: String, _ ref: RecordRef?) -> HistoryLine {
    var line = HistoryLine(
      number: 7, at: Moment(seconds: 1_795_338_000), worker: WorkerID(2), workerName: "Amina Begum",
      role: .arw, kind: kind)
    line.ref = ref
    line.record = ref?.text
    line.person = PersonID(42)
    return line
  }

  @Test(
    "what happened",
    arguments: [
      ("person.view", RecordRef(.person, 42), "looked at"),
      ("record.change", RecordRef(.person, 42), "changed the person's record"),
      ("record.create", RecordRef(.appointment, 3), "made appointment A-0003"),
      ("print", RecordRef(.person, 42), "printed the person's record"),
    ])
  func what(kind: String, ref: RecordRef, words: String) {
    #expect(wording.what(line(kind, ref)) == words)
  }

  @Test("fields by their labels, codes by their words, from and to")
  func changes() {
    var change = line("record.change", RecordRef(.dir, 3))
    change.changes = [
      .init("main-drug", from: nil, to: "CAN"),
      .init("drugs.1.route", from: "SMK", to: "ORL"),
      .init("worker", from: "4", to: nil),
      .init("completed_at", from: nil, to: "2026-11-22T09:00:00Z"),
      .init("concerns", from: nil, to: ""),
    ]
    let words = wording.summary(change)
    #expect(words.contains("Main drug Cannabis"), "\(words)")
    #expect(words.contains("Drugs 1: How taken Oral, was Smoke"), "\(words)")
    #expect(words.contains("taken out, was Delroy Francis"), "\(words)")
    #expect(words.contains("22/11/2026 09:00"), "\(words)")
    #expect(!words.contains("oncern"), "nothing became nothing")
  }

  @Test("a state is said in words")
  func state() {
    var change = line("record.change", RecordRef(.episode, 3))
    change.changes = [.init("state", from: "assessed", to: "activeCommunity")]
    #expect(wording.summary(change) == "State active community, was assessed")
  }

  @Test("CUS-022: what is not for a role is not said")
  func withheld() {
    var change = line("record.change", RecordRef(.dir, 3))
    change.changes = [.init("main-drug", from: nil, to: "CAN")]
    change.isWithheld = true
    #expect(!wording.summary(change).contains("Cannabis"))
    #expect(!wording.lines(change).contains { $0.text.contains("Cannabis") })
  }
}
