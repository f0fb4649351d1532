import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Work lists, diaries and records as they are read")
struct WorkListTests {
  @Test("GEN-008: a deadline stands in its owner's list, and the team leader sees everybody's")
  func owners() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    let context = try office.context("2007-10-09 10:00")
    func lines(_ scope: DueScope) throws -> [DueLine] {
      try office.file.read { try DueList.lines(for: scope, in: $0, context) }
    }
    let own = try lines(.worker(office.cjit))
    #expect(own.map(\.name) == ["Missed follow-up", "First care plan"])
    #expect(own.map(\.status) == [.overdue, .running])
    #expect(own.map(\.personName) == ["MARSH Miles", "MARSH Miles"])
    #expect(own.first?.metByForm == ContactAttemptForm.id)
    #expect(own.first?.working.contains("the weekend of 6 and 7 Oct") == true)
    #expect(try lines(.worker(office.colleague)).isEmpty)
    #expect(try lines(.everyone).map(\.name) == own.map(\.name))
    let until = try office.file.read {
      try DueList.lines(for: .everyone, until: .on("2007-10-08"), in: $0, context)
    }
    #expect(until.map(\.name) == ["Missed follow-up"])
  }

  @Test(
    "A long caseload is narrowed by family name, and then by given name, number, worker and flag")
  func narrowed() throws {
    let office = try CaseloadOffice()
    let marsh = try office.client()
    let lake = try office.client("Lake", with: office.colleague)
    try office.save(
      HandoverForm.id, about: lake.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.cjit.id.ref.text,
        HandoverForm.reason: "Moves to the Ferry area",
      ], as: office.colleague)
    let context = try office.context(as: office.leader)
    let milestone = try office.client("Milestone")
    func found(_ narrow: String, _ filter: CaseloadFilter = CaseloadFilter()) throws -> [RecordRef]
    {
      try office.file.read {
        try CaseloadPages.page(
          of: .everyone, only: filter, narrow: narrow, .first, limit: 10, in: $0, context
        ).lines.map(\.person)
      }
    }
    #expect(try found("lak") == [lake.person])
    #expect(
      try found("miles") == [milestone.person, lake.person, marsh.person],
      "family names first, then in the order of names")
    #expect(try found(marsh.person.text) == [marsh.person])
    #expect(try found(String(lake.person.number)) == [lake.person])
    #expect(try found("osei") == [lake.person])
    #expect(try found("handover") == [lake.person])
    #expect(
      try found("miles", CaseloadFilter(worker: office.cjit.id)) == [
        milestone.person, marsh.person,
      ])
    #expect(try found("nobody").isEmpty)
    let brien = try office.client("O'Brien")
    for filter in [CaseloadFilter(), CaseloadFilter(worker: office.cjit.id)] {
      #expect(try found("brien", filter) == [brien.person], "a part of a name, whoever's they are")
    }
    #expect(try found("brien", CaseloadFilter(worker: office.colleague.id)).isEmpty)
  }

  @Test("Windows of a narrowed caseload follow each other from family names to the others and back")
  func narrowedWindows() throws {
    let office = try CaseloadOffice()
    for name in ["Marsh", "Milestone", "Lake", "Miles", "Ash"] { _ = try office.client(name) }
    let context = try office.context(as: office.leader)
    func page(_ place: NamePlace, limit: Int = 2) throws -> NamePage<CaseloadLine> {
      try office.file.read {
        try CaseloadPages.page(of: .everyone, narrow: "miles", place, limit: limit, in: $0, context)
      }
    }
    func key(_ line: CaseloadLine?) throws -> NameKey {
      let line = try #require(line)
      return NameKey(family: line.familyName, given: line.givenNames, number: line.ref.number)
    }
    let whole = try page(.first, limit: 9)
    #expect(whole.lines.map(\.familyName) == ["Miles", "Milestone", "Ash", "Lake", "Marsh"])
    #expect(whole.total == 5 && !whole.isMore && !whole.hasBefore && !whole.hasAfter)
    let first = try page(.first)
    #expect(first.hasAfter && !first.hasBefore && first.total == 5)
    let second = try page(.after(key(first.lines.last)))
    #expect(second.hasAfter && second.hasBefore)
    let third = try page(.after(key(second.lines.last)))
    #expect(!third.hasAfter && third.hasBefore)
    #expect(first.lines + second.lines + third.lines == whole.lines)
    #expect(try page(.after(key(whole.lines[0]))).lines == Array(whole.lines[1...2]))
    #expect(try page(.before(key(whole.lines[3]))).lines == Array(whole.lines[1...2]))
    #expect(try page(.before(key(whole.lines[2]))).lines == first.lines)
    #expect(try page(.last).lines == Array(whole.lines[3...4]))
    #expect(try page(.last, limit: 4).lines == Array(whole.lines[1...4]))
  }

  @Test("PPL-022: what was missed on any day stands in one list until it is followed up")
  func missed() throws {
    let office = try CaseloadOffice()
    let (first, second) = (try office.client(), try office.client("Lake"))
    let early = try office.appointment(first.person, "02/10/2007")
    let late = try office.appointment(second.person, "05/10/2007")
    _ = try office.outcome(late, .missed, "2007-10-05 16:00")
    _ = try office.outcome(early, .missed, "2007-10-05 16:10")
    func refs(_ worker: Worker, everyone: Bool) throws -> [RecordRef] {
      let context = try office.context("2007-10-09 10:00", as: worker)
      return try office.file.read {
        try MissedAppointments.lines(everyone: everyone, in: $0, context)
          .map(\.appointment.ref)
      }
    }
    #expect(try refs(office.cjit, everyone: false) == [early, late])
    #expect(try refs(office.colleague, everyone: false) == [])
    #expect(try refs(office.leader, everyone: true) == [early, late])
    try office.attempt(first.person, .spoke, "2007-10-09 11:00")
    #expect(try refs(office.cjit, everyone: false) == [late])
    #expect(throws: StoreError.self) { try refs(office.admin, everyone: true) }
  }

  @Test("GEN-003: who may not read people is not told that something is due for one of them")
  func names() throws {
    let office = try CaseloadOffice()
    _ = try office.client()
    let context = try office.context("2007-10-09 10:00", as: office.admin)
    #expect(try office.file.read { try DueList.lines(for: .everyone, in: $0, context) }.isEmpty)
  }

  @Test("GEN-003: lists, searches and records of people are refused to those without the right")
  func refused() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let context = try office.context(as: office.admin)
    let id = PersonID(client.person.number)
    #expect(throws: StoreError.self) {
      try office.file.read { try PersonRecords.page(narrow: "", .first, limit: 5, in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.file.read { try PersonRecords.find("marsh", limit: 5, in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.file.read {
        try CaseloadPages.page(of: .everyone, narrow: "", .first, limit: 5, in: $0, context)
      }
    }
    #expect(throws: StoreError.self) {
      try office.file.read { try Diary.lines(on: context.today, of: nil, in: $0, context) }
    }
    #expect(throws: StoreError.self) {
      try office.file.read { try PersonFiles.load(id, in: $0, context) }
    }
    let view = try office.file.read {
      try TodayRecords.view(for: office.admin, in: $0, context)
    }
    #expect(view.appointments.isEmpty && view.atRisk.isEmpty && view.handovers.isEmpty)
  }

  @Test("GEN-003: opening a person's record puts one view on the trail")
  func viewed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let id = PersonID(client.person.number)
    let context = try office.context()
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: context.now)
    let file = try office.file.store.write(by) { try PersonFiles.view(id, in: $0, context) }
    #expect(file.person.id == id)
    let views = try office.file.read { try $0.auditEntries(about: id) }
      .filter { $0.kind == AuditKind.personViewed.code }
    #expect(views.map(\.worker) == [office.cjit.id])
  }

  @Test("A person's record gathers consents, history, appointments, contacts and what is owed")
  func file() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    try office.attempt(client.person, .spoke, "2007-10-08 10:00")
    let context = try office.context("2007-10-08 11:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.consents.map(\.type) == [.caseload])
    #expect(file.openEpisode?.worker == office.cjit.id)
    #expect(file.appointments.map(\.state) == [.missed])
    #expect(file.contacts.map(\.result) == [.spoke])
    #expect(file.deadlines.count == 3)
    #expect(
      file.timeline().map(\.words) == [
        "Phone call: spoke to the client", "One to one: missed",
        "Consent given: joining the caseload", "Contact opened", "Assessed",
        "Joined the caseload",
      ])
  }

  @Test("The diary of a day holds each worker's own, and everybody's on asking")
  func diary() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let other = try office.client("Other", with: office.colleague)
    _ = try office.appointment(client.person, "05/10/2007", "14:00")
    _ = try office.appointment(client.person, "05/10/2007", "09:00")
    _ = try office.appointment(other.person, "05/10/2007", "11:00", worker: office.colleague)
    _ = try office.appointment(client.person, "08/10/2007")
    let context = try office.context("2007-10-05 08:00")
    func times(_ worker: WorkerID?) throws -> [String] {
      try office.file.read { records in
        try Diary.lines(on: .on("2007-10-05"), of: worker, in: records, context)
      }.map { "\($0.starts.time.text) \($0.name ?? "-")" }
    }
    #expect(try times(office.cjit.id) == ["09:00 MARSH Miles", "14:00 MARSH Miles"])
    #expect(
      try times(nil) == ["09:00 MARSH Miles", "11:00 OTHER Miles", "14:00 MARSH Miles"])
    let counts = try office.file.read {
      try Diary.counts(of: office.cjit.id, onDays: 2, in: $0, context)
    }
    #expect(counts.map(\.day) == [.on("2007-10-08"), .on("2007-10-09")])
    #expect(counts.map(\.count) == [1, 0])
  }

  @Test("PPL-024: Today names clients at risk, from the 15th day of silence")
  func atRisk() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    func names(_ day: String, _ worker: Worker) throws -> [RecordRef] {
      let context = try office.context(day + " 10:00", as: worker)
      return try office.file.read {
        try TodayRecords.view(for: worker, in: $0, context).atRisk.map(\.person)
      }
    }
    #expect(try names("2007-10-15", office.cjit).isEmpty)
    #expect(try names("2007-10-16", office.cjit) == [client.person])
    #expect(try names("2007-10-16", office.colleague).isEmpty)
    #expect(try names("2007-10-16", office.leader) == [client.person])
  }

  @Test("A renamed client moves in the caseload's order at once")
  func renamed() throws {
    let office = try CaseloadOffice()
    let first = try office.client("Ash")
    _ = try office.client("Birch")
    func order() throws -> [String] {
      let context = try office.context()
      return try office.file.read {
        try CaseloadPages.page(
          of: .worker(office.cjit.id), narrow: "", .first, limit: 10, in: $0, context
        ).lines.map(\.familyName)
      }
    }
    #expect(try order() == ["Ash", "Birch"])
    try office.file.store.write(
      try Attribution(by: office.cjit.id, as: .cjit, at: .at(CaseloadOffice.now))
    ) { transaction in
      var person = try #require(
        try PersonRecords.one(PersonID(first.person.number), in: transaction.connection))
      person.name = PersonName(family: "Öak", given: "Miles")
      try PersonRecords.change(person, in: transaction)
    }
    #expect(try order() == ["Birch", "Öak"])
  }
}
