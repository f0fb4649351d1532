import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-038: notices to partners on file")
struct PartnerNoticeRecordTests {
  let office: BronzeOffice
  init() throws { office = try BronzeOffice() }

  private static let told: [FieldCode: String] = [
    PartnerNoticeForm.partners: "treatment, housing", PartnerNoticeForm.phone: "01632 960177",
  ]
  private static let day = Moment.at(12, 11, 2007, 10, 0)

  @Test("each partner has a notice of its own, word for word; the assessment knows who was told")
  func kept() throws {
    let bronze = try office.droppedOut()
    try office.save(PartnerNoticeForm.id, bronze, Self.told, at: Self.day)
    let notices = try office.record(bronze).notices
    #expect(notices.map(\.number) == [1, 2])
    #expect(notices.map(\.partner) == [.treatment, .housing])
    #expect(notices[1].text.contains("To: Housing"))
    let context = try office.custody.context(at: Self.day, as: office.officer)
    let opened = try office.store.read { try BronzeEndHandlers.risk.open($0, bronze, context) }
    let reading = FormReading(
      opened.draft, of: RiskAssessmentForm.definition, in: context.reading)
    #expect(reading.choices(RiskAssessmentForm.partners) == [BronzePartner.treatment, .housing])
    try office.save(
      PartnerNoticeForm.id, bronze, Self.told.merging([PartnerNoticeForm.partners: "dip"]) { $1 },
      at: Self.day)
    #expect(try office.record(bronze).notices.map(\.number) == [1, 2, 3])
    #expect(try office.custody.temporary.verify().isGood)
  }

  @Test("INT-031, GEN-003: it is printed as it was made, and each print is on the trail")
  func printed() throws {
    let bronze = try office.droppedOut()
    #expect(throws: StoreError.self) {
      _ = try office.print(.notice(bronze, number: 1), as: office.officer)
    }
    try office.save(PartnerNoticeForm.id, bronze, Self.told, at: Self.day)
    let printed = try office.print(.notice(bronze, number: 2), as: office.officer)
    #expect(printed.text == (try office.record(bronze).notices[1].text))
    #expect(throws: StoreError.self) {
      _ = try office.print(.notice(bronze, number: 2), as: office.custody.arw)
    }
    let details = try office.store.read {
      try $0.query(
        "SELECT detail FROM audit WHERE kind = 'print' AND record_kind = 'BR' AND rule = 'INT-038'"
      ) { try $0.text(0) }
    }
    #expect(details.count == 1 && details[0].contains("notice to a partner"))
  }

  @Test(
    "GEN-004: a notice stays as it was made",
    arguments: [
      "UPDATE bronze_notice SET text = 'x'", "DELETE FROM bronze_notice",
    ])
  func stays(sql: String) throws {
    let bronze = try office.droppedOut()
    try office.save(PartnerNoticeForm.id, bronze, Self.told, at: Self.day)
    #expect(throws: SQLiteError.self) {
      try office.store.write(try office.custody.temporary.attribution()) {
        try $0.connection.execute(sql)
      }
    }
  }
}

extension BronzeOffice {
  /// Granted, accepted, and not retained at the first monitoring.
  func droppedOut() throws -> RecordRef {
    let bronze = try treated()
    try save(
      MonitoringForm.id, bronze,
      [
        MonitoringForm.on: "12/11/2007", MonitoringForm.offending: "yes",
        MonitoringForm.attendance: "no", MonitoringForm.engagement: "no",
        MonitoringForm.result: "not_retained",
      ], at: .at(12, 11, 2007, 9, 0))
    return bronze
  }
}
