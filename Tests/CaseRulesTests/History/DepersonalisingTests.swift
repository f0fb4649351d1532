import Testing

@testable import CaseRules

@Suite("INF-002: the trail as an auditor reads it")
struct DepersonalisingTests {
  private func line(
    _ ref: RecordRef?, _ changes: [HistoryLine.Change], kind: String = "record.change"
  ) -> HistoryLine {
    var line = HistoryLine(
      number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
      kind: kind)
    line.ref = ref
    line.record = ref?.text
    line.person = PersonID(42)
    line.personName = "MARSH Robin"
    line.reason = "Robin's mother rang"
    line.changes = changes
    return line
  }

  @Test(
    "which fields changed is told; what says whose they are is not",
    arguments: [
      (RecordRef(.person, 42), "family", "Marsh", false),
      (RecordRef(.person, 42), "born", "1975-04-03", false),
      (RecordRef(.person, 42), "postcode", "PO30 1AA", false),
      (RecordRef(.person, 42), "pnc", "04/1234567F", false),
      (RecordRef(.person, 42), "sex", "M", true),
      (RecordRef(.dir, 3), "main-drug", "CAN", true),
      (RecordRef(.custodyEntry, 3), "is_trigger", "1", true),
      (RecordRef(.custodyEntry, 3), "offence_text", "Took a bicycle of Mr Bell's", false),
      (RecordRef(.helplineCall, 3), "client_name", "Marsh", false),
      (RecordRef(.episode, 3), "unknown-to-any-form", "Marsh", false),
      (RecordRef(.episode, 3), "started_at", "2026-11-22T09:00:00Z", true),
    ] as [(RecordRef, String, String, Bool)])
  func fields(ref: RecordRef, field: String, value: String, isTold: Bool) {
    let told = Depersonalising.line(line(ref, [.init(field, from: nil, to: value)]))
    #expect(told.personName == nil && told.person == PersonID(42))
    #expect(told.changes.map(\.field) == [field])
    #expect((told.changes.first?.to == value) == isTold)
    let wording = HistoryWording(codes: .seeded, workers: [:])
    let words = wording.summary(told) + wording.lines(told).map(\.text).joined()
    #expect(words.contains("not shown to you"))
    for word in ["Marsh", "Robin", "PO30", "1975", "Bell"] { #expect(!words.contains(word)) }
  }

  @Test("what is nobody's record is told whole, and so is why something was refused")
  func office() {
    var change = line(RecordRef(.worker, 3), [.init("name", from: "A Bell", to: "B Bell")])
    change.person = nil
    #expect(Depersonalising.line(change).changes == change.changes)
    let refused = line(RecordRef(.person, 42), [], kind: "permission.refused")
    #expect(Depersonalising.line(refused).reason == refused.reason)
  }

  @Test("every kind of field that can hold a name or a number of somebody is kept back")
  func kinds() {
    for form in FormCatalogue.all {
      for field in form.fields {
        guard case .typed(let kind) = field.content, kind == .name || kind == .phone else {
          continue
        }
        #expect(!Depersonalising.isSafe(kind))
      }
    }
  }
}
