import Testing

@testable import CaseRules

@Suite("Bronze actions, from service to their end")
struct BronzeEndTests {
  private static let dio = Worker.example(.dio, id: 7)
  private static let calendar = WorkingCalendar.englandAndWales

  private static func at(_ day: String, as worker: Worker = dio) -> RuleContext {
    .example(now: "\(day) 12:00", as: worker)
  }

  // MARK: Service

  private static func serve(
    _ method: String, handed: String = "yes", at served: String = "05/10/2007 10:00",
    on day: String = "2007-10-05"
  ) -> [String] {
    ServeBronzeForm.definition.said(
      [
        ServeBronzeForm.at: served, ServeBronzeForm.method: method,
        ServeBronzeForm.server: "Ian Frost", ServeBronzeForm.place: "Quay Road",
        ServeBronzeForm.handed: handed,
      ], BronzeRecord.example().granted(on: "2007-10-02").facts(), in: at(day))
  }

  @Test("INT-032: in person to the person; anything else is asked about, late is marked")
  func service() {
    #expect(Self.serve("in_person") == [])
    #expect(Self.serve("post") == ["INT-032 warns method"])
    #expect(Self.serve("through_agency") == ["INT-032 warns method"])
    #expect(Self.serve("in_person", handed: "no") == ["INT-032 warns method"])
    #expect(Self.serve("in_person", at: "01/10/2007 10:00") == ["GEN-007 blocks served-at"])
    #expect(
      Self.serve("in_person", at: "31/10/2007 10:00", on: "2007-10-31")
        == ["INT-032 flags served-at"])
    #expect(Self.serve("in_person", at: "30/10/2007 10:00", on: "2007-10-30") == [])
  }

  @Test("INT-032: not served is decided after 28 days, by a superintendent, with a reason")
  func notServed() {
    let supt = Worker.example(.supt, id: 9, name: "Una Marsh")
    func said(_ day: String, as worker: Worker = supt) -> [String] {
      NotServedForm.definition.said(
        [NotServedForm.outcome: "close", NotServedForm.reason: "Has left the island"],
        BronzeRecord.example().granted(on: "2007-10-02").facts(), in: Self.at(day, as: worker))
    }
    #expect(said("2007-10-30") == ["INT-032 blocks"])
    #expect(said("2007-10-31") == [])
    #expect(said("2007-10-31", as: Self.dio) == ["INT-032 blocks"])
  }

  // MARK: Response

  @Test(
    "Worked example 9, INT-033: served Fri 05/10/2007, declined is proposed from Sat 20/10/2007")
  func silence() {
    let settings = Settings()
    let served = CalendarDate.example("2007-10-05")
    #expect(
      BronzeRules.deemedFrom(served: served, settings: settings) == .example("2007-10-20"))
    #expect(
      BronzeDeadlines.response(served: served, settings: settings).due(in: Self.calendar)
        == .example("2007-10-19"))
    let leader = Worker.example(.sup, id: 8, name: "Jo Field")
    func said(_ day: String, _ worker: Worker) -> [String] {
      BronzeResponseForm.definition.said(
        [
          BronzeResponseForm.response: "none",
          BronzeResponseForm.on: CalendarDate.example(day).uk,
          RetentionFields.reference: "RMS/14",
          RetentionFields.on: CalendarDate.example(day).uk,
        ], BronzeRecord.example().granted(on: "2007-10-02", served: "2007-10-05").facts(),
        in: Self.at(day, as: worker))
    }
    #expect(said("2007-10-19", leader) == ["INT-033 blocks response"])
    #expect(said("2007-10-20", leader) == [])
    #expect(said("2007-10-20", Self.dio) == ["INT-033 blocks response"], "proposed, not automatic")
  }

  @Test("INT-034, INT-037: accepted names the agency, declined the RMS record")
  func response() {
    let record = BronzeRecord.example().granted(on: "2007-10-02", served: "2007-10-05")
    func said(_ answers: [FieldCode: String], as worker: Worker = Self.dio) -> [String] {
      BronzeResponseForm.definition.said(
        answers.merging([BronzeResponseForm.on: "10/10/2007"]) { _, new in new }, record.facts(),
        in: Self.at("2007-10-10", as: worker))
    }
    let accepted: [FieldCode: String] = [
      BronzeResponseForm.response: "accepted", BronzeResponseForm.agency: "Quay House",
      BronzeResponseForm.first: "12/10/2007 10:00",
    ]
    #expect(said(accepted) == [])
    #expect(
      said(accepted.filter { $0.key != BronzeResponseForm.agency })
        == ["INT-034 blocks treatment-agency"])
    #expect(said(accepted, as: .example(.sup, id: 8)) == ["INT-034 blocks"])
    let declined: [FieldCode: String] = [BronzeResponseForm.response: "declined"]
    #expect(said(declined) == ["INT-037 blocks rms-reference", "INT-037 blocks rms-on"])
    let retained = declined.merging([
      RetentionFields.reference: "RMS/14", RetentionFields.on: "10/10/2007",
    ]) { _, new in new }
    #expect(said(retained) == [])
    #expect(said(retained, as: .example(.sup, id: 8)) == [])
    #expect(said(retained, as: .example(.supt, id: 9)) == ["INT-033 blocks"])
  }

  // MARK: Monitoring

  @Test(
    "Worked example 10, INT-034: accepted 31/10/2007, due by month ends",
    arguments: [
      (1, "2007-11-30"), (2, "2007-12-31"), (3, "2008-01-31"), (4, "2008-02-29"),
    ])
  func anniversaries(number: Int, due: String) {
    let accepted = CalendarDate.example("2007-10-31")
    #expect(
      BronzeDeadlines.monitoring(number, accepted: accepted, settings: Settings())
        .due(in: Self.calendar) == .example(due))
    #expect(
      BronzeRules.monitoringDue(number, accepted: accepted, settings: Settings()) == .example(due))
    #expect(
      BronzeDeadlines.nextMonitoring(
        after: .example(due).adding(days: -1), accepted: accepted, settings: Settings()) == number)
  }

  private static func monitor(
    _ more: [FieldCode: String] = [:], on day: String = "2007-11-20"
  ) -> [String] {
    MonitoringForm.definition.said(
      [
        MonitoringForm.on: CalendarDate.example(day).uk, MonitoringForm.offending: "yes",
        MonitoringForm.attendance: "no", MonitoringForm.engagement: "yes",
        MonitoringForm.result: "retained",
      ].merging(more) { _, new in new },
      BronzeRecord.example().granted(on: "2007-10-02", served: "2007-10-05", accepted: "2007-10-31")
        .facts(), in: at(day))
  }

  @Test("INT-035: all three measures are answered, each")
  func measures() {
    #expect(Self.monitor() == [])
    for field in [MonitoringForm.offending, MonitoringForm.attendance, MonitoringForm.engagement] {
      #expect(Self.monitor([field: ""]) == ["INT-035 blocks \(field.text)"])
    }
  }

  @Test(
    "INT-036: 28 days since the last attendance, or since acceptance, are a drop-out",
    arguments: [
      (MonitoringResult.retained, "2007-11-27", String?.none, MonitoringResult.retained),
      (.retained, "2007-11-28", nil, .notRetained),
      (.retained, "2007-11-28", "2007-11-01", .retained),
      (.retained, "2007-11-29", "2007-11-01", .notRetained),
      (.notRetained, "2007-11-02", "2007-11-01", .notRetained),
      (.completed, "2008-02-01", "2007-11-01", .completed),
    ])
  func dropOut(
    said: MonitoringResult, day: String, last: String?, expected: MonitoringResult
  ) {
    #expect(
      BronzeRules.result(
        said, on: .example(day),
        lastSeen: BronzeRules.lastSeen(
          accepted: .example("2007-10-31"), back: nil, attended: [last.map { .example($0) }]),
        settings: Settings()) == expected)
  }

  @Test("INT-036: what the days say is confirmed before it is saved")
  func shown() {
    #expect(Self.monitor(on: "2007-11-28") == ["INT-036 warns result"])
    #expect(Self.monitor([MonitoringForm.attendance: "yes"], on: "2007-11-28") == [])
    #expect(Self.monitor([MonitoringForm.last: "27/11/2007"], on: "2007-11-28") == [])
  }

  @Test("INT-008, INT-041: neither the agency's answer nor the partner notice has a free text")
  func noFreeText() {
    for field in MonitoringForm.definition.fields + RiskAssessmentForm.definition.sections[0].fields
    {
      guard case .typed(let kind) = field.content else { continue }
      switch kind {
      case .text, .longText, .name, .identifier: Issue.record("\(field.code.text)")
      default: break
      }
    }
  }

  // MARK: Drop-out

  @Test("Worked example 11, INT-038: drop-out recorded Fri 21/12/2007, due Wed 02/01/2008")
  func risk() {
    #expect(
      BronzeDeadlines.risk(dropOut: .example("2007-12-21"), settings: Settings())
        .due(in: Self.calendar) == .example("2008-01-02"))
  }

  @Test("INT-026: a decision is due within five working days")
  func authorisation() {
    #expect(
      BronzeDeadlines.authorisation(submitted: .example("2007-10-01")).due(in: Self.calendar)
        == .example("2007-10-08"))
    #expect(
      BronzeDeadlines.service(granted: .example("2007-10-02")).due(in: Self.calendar)
        == .example("2007-10-30"))
  }

  @Test("Worked example 12, INT-037, INT-038: four headings, the partners told, the RMS record")
  func headings() {
    var record = BronzeRecord.example().granted(
      on: "2007-10-02", served: "2007-10-05", accepted: "2007-10-10")
    record.action.state = .dropOut
    let whole: [FieldCode: String] = [
      RiskAssessmentForm.partners: "treatment, probation", RiskAssessmentForm.toldOn: "05/11/2007",
      RiskAssessmentForm.offending: "Thefts again", RiskAssessmentForm.drugs: "Heroin",
      RiskAssessmentForm.abuse: "Daily", RiskAssessmentForm.criminality: "Rising",
      RetentionFields.reference: "RMS/14", RetentionFields.on: "05/11/2007",
    ]
    func said(without field: FieldCode?) -> [String] {
      RiskAssessmentForm.definition.said(
        whole.filter { $0.key != field }, record.facts(), in: Self.at("2007-11-05"))
    }
    #expect(said(without: nil) == [])
    for field in [
      RiskAssessmentForm.offending, RiskAssessmentForm.drugs, RiskAssessmentForm.abuse,
      RiskAssessmentForm.criminality, RiskAssessmentForm.partners, RiskAssessmentForm.toldOn,
    ] {
      #expect(said(without: field) == ["INT-038 blocks \(field.text)"])
    }
    #expect(said(without: RetentionFields.reference) == ["INT-037 blocks rms-reference"])
  }
}
