import Testing

@testable import CaseRules

@Suite("Fields of the trail by the forms that ask for them")
struct HistoryFieldsTests {
  @Test("each kind of record has forms whose answers it keeps, and no form keeps them elsewhere")
  func forms() {
    let withoutForms: Set<RecordRef.Kind> = [.bronzeAction]
    for kind in RecordRef.Kind.allCases where !withoutForms.contains(kind) {
      #expect(!FormCatalogue.forms(keptIn: kind).isEmpty, "\(kind)")
    }
    for form in FormCatalogue.all where form.about.isEmpty && form.keptIn != nil {
      #expect(form.standsAlone)
    }
  }

  @Test(
    "yes and no, and workers, are known by the question",
    arguments: [
      (RecordRef.Kind.custodyEntry, "is_trigger", "1", "yes"),
      (.custodyEntry, "is_ppo", "0", "no"), (.custodyEntry, "is_drr", "1", "yes"),
      (.custodyFact, "at_risk_assessment", "1", "yes"),
      (.custodyFact, "looked_at_record", "0", "no"), (.custodyFact, "positively", "1", "yes"),
      (.custodyFact, "independence", "1", "yes"), (.custodyFact, "given", "1", "yes"),
      (.custodyFact, "attended", "0", "no"), (.suite, "tests_on_arrest", "1", "yes"),
      (.suite, "active", "0", "no"), (.worker, "active", "1", "yes"),
      (.officer, "active", "1", "yes"), (.helplineCall, "emergency", "1", "yes"),
      (.helplineCall, "answered", "1", "yes"), (.helplineCall, "ambulance", "0", "no"),
      (.prescribing, "supervised", "1", "yes"), (.episode, "worker", "4", "Delroy Francis"),
      (.appointment, "worker", "4", "Delroy Francis"),
      (.helplineCall, "taken_by", "4", "Delroy Francis"),
      (.helplineCall, "booked_with", "4", "Delroy Francis"),
      (.custodyFact, "by", "4", "Delroy Francis"),
    ])
  func known(kind: RecordRef.Kind, field: String, raw: String, words: String) {
    let wording = HistoryWording(codes: .seeded, workers: [WorkerID(4): "Delroy Francis"])
    var line = HistoryLine(
      number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
      kind: "record.change")
    line.ref = RecordRef(kind, 1)
    #expect(wording.words(.init(field, from: nil, to: raw), line).to == words)
  }
}
