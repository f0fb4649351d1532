import Testing

@testable import CaseRules

@Suite("Who may see the history")
struct TrailRightsTests {
  @Test(
    "the whole trail is for team leaders and auditors",
    arguments: Role.allCases)
  func trail(role: Role) {
    let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: role)
    #expect((TrailRights.whyNot(worker, nil) == nil) == [.sup, .aud].contains(role))
  }

  @Test("who may read a record sees its history", arguments: Role.allCases)
  func records(role: Role) {
    let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: role)
    let seesAll = AccessMatrix.whyNotRead(worker, .trail) == nil
    for kind in RecordRef.Kind.allCases {
      let may = TrailRights.whyNot(worker, RecordRef(kind, 1)) == nil
      let function: Function =
        switch kind {
        case .custodyEntry, .dir, .custodyFact, .helplineCall, .suite, .officer:
          .custodyBoardAndDIR
        case .worker: .settings
        case .proposal: .proposals
        case .exceptionalAccess: .exceptionalAccess
        case .intelligenceReport, .intelligenceSubject, .bronzeAction, .ediiActivity, .ediiReferral,
          .warrant:
          .intelligence
        case .person, .episode, .appointment, .consent, .contact, .handover, .incomingReferral,
          .agency, .carePlan, .referral, .modality, .prescribing, .possibleRecord, .merge:
          .personAndCaseload
        }
      let reads = AccessMatrix.whyNotRead(worker, function) == nil
      #expect(may == (seesAll || reads), "\(role) \(kind)")
    }
  }

  @Test("CUS-022: a designated officer reads a person's history without what was said in custody")
  func withheld() {
    var officer = Worker(id: WorkerID(1), name: "Zoë Okafor", role: .sm)
    officer.designation = .designated
    #expect(TrailRights.whyNot(officer, RecordRef(.person, 1)) == nil)
    func withholds(_ ref: RecordRef?, _ record: String? = nil) -> Bool {
      var line = HistoryLine(
        number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
        kind: "record.change")
      line.ref = ref
      line.record = record ?? ref?.text
      return TrailRights.withholds(line, from: officer)
    }
    #expect(withholds(RecordRef(.dir, 1)))
    #expect(!withholds(RecordRef(.appointment, 1)))
    #expect(!withholds(nil, "opiate test 7"))
    #expect(withholds(nil, "sweep 7"))
    #expect(withholds(nil, "deadline 7"), "it may be about a detention")
    #expect(withholds(nil), "nobody knows what it is about")
  }
}
