import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Episodes and consents in the file")
struct EpisodeRecordsTests {
  @Test("PPL-008, PPL-009: a contact opens once, with its entry point")
  func contact() throws {
    let file = try TemporaryStore()
    let person = try file.add(.example())
    let episode = try file.store.write(try file.attribution()) {
      try EpisodeRecords.openContact(
        with: person, entryPoint: .helpline, on: .on("2026-11-20"), in: $0)
    }
    #expect(episode.state == .contact)
    #expect(episode.entryPoint == .helpline)
    #expect(episode.worker == WorkerID(1))
    #expect(throws: StoreError.self) {
      try file.store.write(try file.attribution()) {
        try EpisodeRecords.openContact(
          with: person, entryPoint: .arrest, on: .on("2026-11-21"), in: $0)
      }
    }
  }

  @Test("A completed assessment opens the episode where there is none, and counts as contact")
  func assessment() throws {
    let file = try TemporaryStore()
    let person = try file.add(.example())
    let episode = try file.store.write(try file.attribution()) {
      try EpisodeRecords.assessmentDone(
        with: person, on: .on("2026-11-20"), entryPoint: .arrest, statements: .both, in: $0)
    }
    #expect(episode.state == .assessed)
    #expect(episode.voluntaryExplained && episode.noAlternativeExplained)
    #expect(episode.lastContact == .on("2026-11-20"))
    let events = try file.read { try EpisodeRecords.events(of: episode.id, in: $0) }
    #expect(events.map(\.event) == ["Contact opened", "Assessed"])
    #expect(events.map(\.to) == [.contact, .assessed])
  }

  @Test("PPL-024: an older contact does not turn the clock back")
  func lastContact() throws {
    let file = try TemporaryStore()
    let person = try file.add(.example())
    let episode = try file.store.write(try file.attribution()) { transaction in
      try EpisodeRecords.assessmentDone(
        with: person, on: .on("2026-11-20"), entryPoint: .arrest, statements: .both,
        in: transaction)
      try EpisodeRecords.contactMade(with: person, on: .on("2026-11-10"), in: transaction)
      return try EpisodeRecords.open(of: person, in: transaction.connection)
    }
    #expect(episode?.lastContact == .on("2026-11-20"))
  }

  @Test("PPL-011: a withdrawal counts from its moment, in the file as in the rules")
  func withdrawal() throws {
    let file = try TemporaryStore()
    let person = try file.add(.example())
    try file.store.write(try file.attribution()) { transaction in
      let id = try ConsentRecords.record(
        Consent(
          id: ConsentID(0), person: person, type: .caseload, given: true,
          when: .at("2026-11-01 10:00"), explainedBy: "A. Begum"), in: transaction)
      let consent = try #require(try ConsentRecords.one(id, in: transaction.connection))
      try ConsentRecords.withdraw(consent, at: .at("2026-11-10 15:00"), in: transaction)
    }
    func holds(_ moment: String) throws -> Bool {
      try file.read {
        try ConsentRecords.inForce(.caseload, of: person, at: .at(moment), in: $0) != nil
      }
    }
    #expect(try holds("2026-11-10 14:59"))
    #expect(try !holds("2026-11-10 15:00"))
    let entries = try file.read { try $0.auditEntries(about: person) }
    #expect(entries.map(\.rule).contains("PPL-011"))
  }

  @Test("INF-032: the file itself refuses a waiver that is not written")
  func waiver() throws {
    let file = try TemporaryStore()
    let person = try file.add(.example())
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) {
        try ConsentRecords.record(
          Consent(
            id: ConsentID(0), person: person, type: .waiver, given: true, form: .oral,
            when: .at("2026-11-01 10:00")), in: $0)
      }
    }
  }
}
