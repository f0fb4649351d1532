import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("The caseload through the door of the forms")
struct CaseloadFormTests {
  @Test("PPL-012, PPL-026: what was said when a handover was declined, or a client lost, is shown")
  func reasonsShown() throws {
    let office = try CaseloadOffice()
    let client = try office.client(joined: "2007-10-01")
    let asked = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the Ferry area",
      ])
    try office.save(
      DeclineHandoverForm.id, about: asked.ref, [DeclineHandoverForm.reason: "Full until May"],
      "2007-10-02 10:00", as: office.colleague)
    try office.save(
      CloseEpisodeForm.id, about: client.episode,
      [
        CloseEpisodeForm.reason: ClosureReason.movedAway.code,
        CloseEpisodeForm.note: "Wants no more from us",
      ], "2007-10-03 10:00")
    let context = try office.context("2007-10-04 10:00")
    let told = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context).timeline().map(\.words)
    }
    #expect(told.contains("Handover to Tom Osei declined: Full until May"))
    #expect(told.contains { $0.hasPrefix("Closed: ") && $0.hasSuffix(": Wants no more from us") })
  }

  @Test(
    "PPL-012: what the sender said is with the receiver before they accept, and stays on record")
  func reasonOfHandover() throws {
    let office = try CaseloadOffice()
    let client = try office.client(joined: "2007-10-01")
    let said = "Ring mother first"
    let asked = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text, HandoverForm.reason: said,
      ])
    let waiting = try office.file.read {
      try HandoverRecords.waiting(for: office.colleague, in: $0)
    }
    #expect(waiting.map(\.reason) == [said])
    let form = try office.open(AcceptHandoverForm.id, about: asked.ref)
    #expect(form.draft[AcceptHandoverForm.told] == said)
    #expect(try file(of: client.person, office).newestHandover?.state == .pending)
    try office.save(AcceptHandoverForm.id, about: asked.ref, as: office.colleague)
    let after = try file(of: client.person, office)
    #expect(after.newestHandover?.reason == said)
    #expect(after.timeline().map(\.words).contains("Handover to Tom Osei asked: \(said)"))
  }

  private func file(of person: RecordRef, _ office: CaseloadOffice) throws -> PersonFile {
    let context = try office.context()
    return try office.file.read {
      try PersonFiles.load(PersonID(person.number), in: $0, context)
    }
  }

  @Test("PPL-007: joining needs a completed assessment, consent and one named worker")
  func joining() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    let answers = [JoinCaseloadForm.worker: office.cjit.id.ref.text]
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, answers) == ["PPL-007 blocks"])
    try office.assessed(person)
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, answers) == ["PPL-007 blocks"])
    _ = try office.consent(person, .caseload)
    #expect(
      try office.refusals(
        JoinCaseloadForm.id, about: person, [JoinCaseloadForm.worker: office.arw.id.ref.text])
        == ["PPL-007 blocks"])
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, [JoinCaseloadForm.worker: "W-0099"])
        == ["PPL-007 blocks"])
    let saved = try office.save(JoinCaseloadForm.id, about: person, answers)
    let episode = try office.episode(saved.ref)
    #expect(episode.state == .activeCommunity)
    #expect(episode.worker == office.cjit.id)
    #expect(saved.notes == ["First care plan due Mon 15/10/2007"])
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, answers) == ["PPL-009 blocks"])
  }

  @Test(
    "PPL-007, PPL-012: an arrest referral worker hands a client over; whoever accepts joins them")
  func joinedByARW() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    _ = try office.consent(person, .caseload)
    try office.assessed(person, by: office.arw)
    let naming = [JoinCaseloadForm.worker: office.cjit.id.ref.text]
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, naming, as: office.arw)
        == ["PPL-007 blocks"])
    let episode = try #require(try office.standing(person))
    let handover = try office.save(
      HandoverForm.id, about: episode.id.ref,
      [
        HandoverForm.target: "worker", HandoverForm.worker: office.cjit.id.ref.text,
        HandoverForm.reason: "Wants help with heroin",
      ], as: office.arw)
    #expect(try office.episode(episode.id.ref).worker == office.arw.id)
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, naming) == ["PPL-012 blocks"],
      "not before it is accepted")
    try office.save(AcceptHandoverForm.id, about: handover.ref)
    #expect(try office.episode(episode.id.ref).worker == office.cjit.id)
    try office.save(JoinCaseloadForm.id, about: person, naming)
    #expect(try office.episode(episode.id.ref).state == .activeCommunity)
  }

  @Test("PPL-012: a colleague is asked first; a team leader assigns, and who is responsible joins")
  func joinedForAnother() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    _ = try office.consent(person, .caseload)
    try office.assessed(person)
    let other = office.colleague
    let naming = [JoinCaseloadForm.worker: other.id.ref.text]
    #expect(
      try office.refusals(JoinCaseloadForm.id, about: person, naming) == ["PPL-012 blocks"])
    // Assessed by the key worker, who is responsible: a colleague may write the joining down.
    #expect(
      try office.refusals(
        JoinCaseloadForm.id, about: person,
        [JoinCaseloadForm.worker: office.cjit.id.ref.text, JoinCaseloadForm.joined: "1/9/07"],
        as: other) == ["GEN-007 blocks"])
    try office.save(JoinCaseloadForm.id, about: person, naming, as: office.leader)
    #expect(try office.standing(person)?.worker == other.id)
  }

  @Test("Worked example 3, PPL-014: joined Mon 17/12/2007, care plan due Thu 03/01/2008")
  func carePlan() throws {
    let office = try CaseloadOffice()
    let client = try office.client(joined: "2007-12-17")
    #expect(
      try office.deadlines(client.person, "2008-01-03 12:00")
        == ["First care plan 03/01/2008 due_soon"])
  }

  @Test(
    "Worked example 7, PPL-002: born 15/10/1989, joining is refused until 15/10/2007",
    arguments: [("2007-10-14", true), ("2007-10-15", false)])
  func age(day: String, refused: Bool) throws {
    let office = try CaseloadOffice()
    let person = try office.person(born: "1989-10-15")
    _ = try office.consent(person, .caseload)
    try office.assessed(person)
    let found = try office.refusals(
      JoinCaseloadForm.id, about: person, [JoinCaseloadForm.worker: office.cjit.id.ref.text],
      day + " 11:00")
    #expect(found == (refused ? ["PPL-002 blocks"] : []))
  }

  @Test("PPL-008, PPL-009: a contact is opened once, with its entry point")
  func contact() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    let answers = [ContactEpisodeForm.entryPoint: EntryPoint.prison.code]
    let saved = try office.save(ContactEpisodeForm.id, about: person, answers)
    #expect(try office.episode(saved.ref).entryPoint == .prison)
    #expect(
      try office.refusals(ContactEpisodeForm.id, about: person, answers) == ["PPL-009 blocks"])
    #expect(
      try office.refusals(ContactEpisodeForm.id, about: person) == [
        "PPL-008 blocks", "PPL-009 blocks",
      ])
  }

  private func handoverWaits(_ office: CaseloadOffice, _ worker: Worker) throws -> [Bool] {
    let context = try office.context("2007-10-05 12:00", as: worker)
    return try office.file.read { records in
      let lines = try CaseloadPages.ownAndCovered(in: records, context)
      #expect(lines.allSatisfy { $0.flags.contains("handover waits") == $0.handoverWaits })
      return lines.map(\.handoverWaits)
    }
  }

  @Test("PPL-012: the old worker stays responsible until the handover is accepted")
  func handover() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let handover = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text, HandoverForm.reason: "Moved to Ferry",
      ])
    #expect(try office.episode(client.episode).worker == office.cjit.id)
    #expect(
      try office.refusals(
        CloseEpisodeForm.id, about: client.episode,
        [CloseEpisodeForm.reason: ClosureReason.movedAway.code]) == ["PPL-012 blocks"])
    #expect(
      try office.refusals(
        AcceptHandoverForm.id, about: handover.ref,
        [AcceptHandoverForm.worker: office.colleague.id.ref.text], as: office.carat)
        == ["PPL-012 blocks"])
    let waiting = try office.file.read {
      try HandoverRecords.waiting(for: office.colleague, in: $0)
    }
    #expect(waiting.map(\.forMe) == [true])
    #expect(try handoverWaits(office, office.cjit) == [true])
    try office.save(AcceptHandoverForm.id, about: handover.ref, as: office.colleague)
    #expect(try handoverWaits(office, office.colleague) == [false])
    #expect(try office.episode(client.episode).worker == office.colleague.id)
    let owed = try office.file.read {
      try DeadlineRecords.all(of: PersonID(client.person.number), in: $0).map(\.owner)
    }
    #expect(owed == [.worker(office.colleague.id)])
    #expect(
      try office.refusals(AcceptHandoverForm.id, about: handover.ref, as: office.colleague)
        == ["PPL-012 blocks"])
  }

  @Test("PPL-012: who has handed a client over has nothing more to hand over; a leader may")
  func formerWorker() throws {
    let office = try CaseloadOffice()
    let client = try office.client(with: office.colleague)
    let handover = [
      HandoverForm.target: HandoverTarget.worker.code,
      HandoverForm.worker: office.carat.id.ref.text, HandoverForm.reason: "Moved to Ferry",
    ]
    let transfer = [
      TransferOutForm.agency: "Northbank Treatment", TransferOutForm.contact: "Reception",
      TransferOutForm.reason: "Moved to Northbank",
    ]
    #expect(
      try office.refusals(HandoverForm.id, about: client.episode, handover) == ["PPL-012 blocks"])
    #expect(
      try office.refusals(HandoverForm.id, about: client.episode, handover, as: office.arw)
        == ["PPL-012 blocks"])
    #expect(
      try office.refusals(TransferOutForm.id, about: client.episode, transfer)
        == ["PPL-012 blocks"])
    #expect(
      try office.refusals(
        HandOverSeveralForm.id,
        [
          HandOverSeveralForm.worker: office.carat.id.ref.text,
          HandOverSeveralForm.reason: "Leave from Monday",
        ],
        rows: [HandOverSeveralForm.clients: HandOverSeveralForm.rows(for: [client.person])])
        == ["PPL-012 blocks"])
    try office.save(HandoverForm.id, about: client.episode, handover, as: office.leader)
  }

  @Test("PPL-012: a team that was asked accepts through one of its workers")
  func team() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let handover = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.team.code, HandoverForm.team: "ferry",
        HandoverForm.reason: "Moved to Ferry",
      ])
    #expect(
      try office.refusals(AcceptHandoverForm.id, about: handover.ref, as: office.cjit)
        == ["PPL-012 blocks"])
    // Of the team each accepts for themselves.
    let naming = [AcceptHandoverForm.worker: office.carat.id.ref.text]
    #expect(
      try office.refusals(AcceptHandoverForm.id, about: handover.ref, naming, as: office.colleague)
        == ["PPL-012 blocks"])
    try office.save(AcceptHandoverForm.id, about: handover.ref, as: office.colleague)
    #expect(try office.episode(client.episode).worker == office.colleague.id)
    let named = try office.client("Reed")
    let other = try office.save(
      HandoverForm.id, about: named.episode,
      [
        HandoverForm.target: HandoverTarget.team.code, HandoverForm.team: "ferry",
        HandoverForm.reason: "Moved to Ferry",
      ])
    #expect(
      try office.refusals(AcceptHandoverForm.id, about: other.ref, naming, as: office.leader)
        == ["PPL-012 warns"])
    try office.save(
      AcceptHandoverForm.id, about: other.ref, naming, as: office.leader,
      reasons: ["PPL-012": "Kit Ward knows him from prison"])
    #expect(try office.episode(named.episode).worker == office.carat.id)
  }

  @Test("PPL-012: declined or taken back, nothing has changed")
  func declined() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    for (worker, state) in [
      (office.colleague, Handover.State.declined), (office.cjit, .withdrawn),
    ] {
      let handover = try office.save(
        HandoverForm.id, about: client.episode,
        [
          HandoverForm.target: HandoverTarget.worker.code,
          HandoverForm.worker: office.colleague.id.ref.text, HandoverForm.reason: "Leave",
        ])
      try office.save(
        DeclineHandoverForm.id, about: handover.ref, [DeclineHandoverForm.reason: "No room"],
        as: worker)
      let found = try office.file.read {
        try HandoverRecords.one(HandoverID(handover.ref.number), in: $0)
      }
      #expect(found?.state == state)
    }
    #expect(try office.episode(client.episode).worker == office.cjit.id)
  }

  @Test("PPL-012: a transfer out ends the episode when the receiver accepts, and not before")
  func transfer() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let handover = try office.save(
      TransferOutForm.id, about: client.episode,
      [
        TransferOutForm.agency: "Northbank Treatment", TransferOutForm.contact: "Reception",
        TransferOutForm.reason: "Moved to Northbank",
      ])
    #expect(try office.episode(client.episode).state == .activeCommunity)
    try office.save(
      AcceptHandoverForm.id, about: handover.ref, [AcceptHandoverForm.acceptedBy: "R. Hill there"])
    let episode = try office.episode(client.episode)
    #expect(episode.state == .transferred)
    #expect(episode.closureReason == .transferred)
    #expect(
      try office.deadlines(client.person, "2007-10-02 10:00")
        == ["First care plan 15/10/2007 not_applicable"])
  }

  @Test("A client enters prison and is released; the lead changes, the worker stays")
  func prison() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let entered = try office.save(
      EnterPrisonForm.id, about: client.episode,
      [
        EnterPrisonForm.prison: "Albany", EnterPrisonForm.worker: office.carat.id.ref.text,
      ])
    #expect(entered.notes.first == "Handover to Kit Ward is waiting")
    let id = EpisodeID(client.episode.number)
    var episode = try office.episode(client.episode)
    #expect(episode.state == .activeCustody)
    #expect(episode.worker == office.cjit.id)
    let file = try office.file.read {
      try HandoverRecords.pending(of: id, in: $0)
    }
    try office.save(
      AcceptHandoverForm.id, about: try #require(file).id.ref, as: office.carat)
    #expect(
      try office.refusals(EnterPrisonForm.id, about: client.episode, [EnterPrisonForm.prison: "X"])
        == ["PPL-012 blocks"])
    try office.save(ReleaseForm.id, about: client.episode, as: office.carat)
    episode = try office.episode(client.episode)
    #expect(episode.state == .activeCommunity)
    #expect(episode.worker == office.carat.id)
    let events = try office.file.read { try EpisodeRecords.events(of: id, in: $0) }
    #expect(
      events.map(\.event) == [
        "Contact opened", "Assessed", "Joined the caseload", "Entered prison",
        "Handover accepted", "Released",
      ])
  }

  @Test("Contact or Assessed: advice only or declined closes, and a return opens a linked episode")
  func adviceOnly() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    try office.assessed(person)
    let first = try office.file.read {
      try EpisodeRecords.open(of: PersonID(person.number), in: $0)
    }
    try office.save(
      CloseEpisodeForm.id, about: try #require(first).id.ref,
      [CloseEpisodeForm.reason: ClosureReason.declined.code])
    let again = try office.save(
      ContactEpisodeForm.id, about: person,
      [ContactEpisodeForm.entryPoint: EntryPoint.helpline.code])
    let episode = try office.episode(again.ref)
    #expect(episode.state == .contact)
    #expect(episode.previous == first?.id)
  }

  @Test("Every reason closes an active episode, but lost and transferred have ways of their own")
  func reasons() throws {
    let office = try CaseloadOffice()
    for reason in ClosureReason.allCases {
      let client = try office.client("Reason \(reason.title)")
      let found = try office.refusals(
        CloseEpisodeForm.id, about: client.episode,
        [CloseEpisodeForm.reason: reason.code, CloseEpisodeForm.note: "As agreed"])
      switch reason {
      case .lostContact: #expect(found == ["PPL-026 blocks"])
      case .transferred: #expect(found == ["PPL-012 blocks"])
      case .carePlanCompleted, .declined, .movedAway, .deceased, .sentencedElsewhere, .other:
        #expect(found.isEmpty)
        let episode = try office.episode(client.episode)
        #expect(episode.state == .closed)
        #expect(episode.closureReason == reason)
      }
    }
  }

  @Test("PPL-011: withdrawing the caseload consent says that the episode is still open")
  func withdrawal() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let consent = try office.file.read {
      try ConsentRecords.all(of: PersonID(client.person.number), in: $0).first
    }
    let ref = try #require(consent).id.ref
    let saved = try office.save(WithdrawConsentForm.id, about: ref)
    #expect(saved.notes.count == 1)
    #expect(try office.refusals(WithdrawConsentForm.id, about: ref) == ["PPL-011 blocks"])
  }

  @Test("GEN-003: what happened to an episode is in the trail with from, to and version")
  func trail() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let entries = try office.file.read {
      try $0.auditEntries(about: AuditedRecord(client.episode))
    }
    #expect(entries.map(\.kind).allSatisfy { $0.hasPrefix("record.") })
    #expect(entries.first?.detail?.contains("activeCommunity") == true)
    #expect(entries.first?.worker == office.cjit.id)
  }

  @Test("Two editors: the second decision about one episode is told of the first")
  func twoEditors() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let opened = try office.open(ReleaseForm.id, about: client.episode)
    try office.save(
      EnterPrisonForm.id, about: client.episode, [EnterPrisonForm.prison: "Albany"])
    let outcome = try office.send(
      FormSubmission(
        form: ReleaseForm.id, about: client.episode, draft: opened.draft,
        revision: opened.revision))
    guard case .changedElsewhere(_, _, let by) = outcome else {
      Issue.record("not told: \(outcome)")
      return
    }
    #expect(by?.by == office.cjit.initials)
  }

  @Test("GEN-007: nothing happens in the future, or before the first contact")
  func dates() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    for day in ["02/10/2007", "30/09/2007"] {
      #expect(
        try office.refusals(
          EnterPrisonForm.id, about: client.episode,
          [EnterPrisonForm.prison: "Albany", EnterPrisonForm.received: day]) == ["GEN-007 blocks"])
    }
  }
}
