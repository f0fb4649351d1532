import CaseRules
import CaseRuntime
import Testing

/// The first shift of an arrest referral worker, by keys and by `submit` alone.
///
/// It goes from the arrival of a detainee to the follow-up of an appointment that was missed, and both
/// ways leave the same records.
@Suite("The first shift")
struct FirstShiftTests {
  private static let tuesday = CalendarDate(year: 2007, month: 10, day: 2) ?? .earliest
  private static let wednesday = CalendarDate(year: 2007, month: 10, day: 3) ?? .earliest

  @Test(
    "A whole shift by keys alone, with a power cut in the middle of the DIR; submit tells the same")
  func shift() throws {
    let screen = try Self.byKeys()
    let door = try Self.bySubmit()
    for list in [
      ["due"], ["export", "custody"], ["export", "caseload"], ["export", "appointments"],
    ] {
      let (seen, sent) = (try Self.list(list, of: screen), try Self.list(list, of: door))
      #expect(seen == sent, "\(list)")
      #expect(seen.contains("ASHDOWN") || seen.contains("Ashdown"), "\(list): \(seen)")
    }
  }

  private static func list(_ list: [String], of desk: Desk) throws -> String {
    try ["abegum", "kshah", "lmoss"].map { account in
      list.count == 1
        ? try desk.run(as: account, list[0], "--format", "csv")
        : try desk.run(as: account, list[0], list[1])
    }.joined()
  }

  private static func begin() throws -> Desk {
    let desk = try Desk()
    desk.clock(tuesday, 8, 55)
    try desk.run(
      as: "abegum", "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold")
    try desk.run(
      as: "abegum", "worker", "add", "--name", "Kiran Shah", "--role", "CJIT", "--team", "North",
      "--account", "kshah")
    try desk.run(
      as: "abegum", "worker", "add", "--name", "Lee Moss", "--role", "CJIT", "--team", "South",
      "--account", "lmoss")
    return desk
  }

  // MARK: By keys

  private static func byKeys() throws -> Desk {
    let desk = try begin()
    desk.clock(tuesday, 9, 5)
    try desk.program(as: "abegum", arrival + offer + approach + person + consent + firstHalfOfDIR)
    try desk.program(as: "abegum", secondHalfOfDIR + asking + appointment + departure)
    try desk.program(as: "kshah", caseload)
    desk.clock(tuesday, 14, 0)
    try desk.program(as: "kshah", handover)
    try desk.program(as: "lmoss", acceptance)
    desk.clock(wednesday, 11, 0)
    try desk.program(as: "lmoss", missed)
    return desk
  }

  private static let arrival: [Step] = [
    .sees("A new data file"), .press("Esc"), .sees("Ctrl+N k records an arrival"),
    .press("Ctrl+N k"), .sees("Northfold"), .type("M4"), .press("Tab Tab"), .type("theft"),
    .press("F2"), .sees("see cell M4 of Northfold first (CUS-005)"), .misses("Draft kept"),
  ]

  private static let offer: [Step] = [
    .press("F9"), .sees("Record the offer"), .type("o"), .type("acc"), .press("Tab Tab"),
    // The officer is not on file yet and is added from the field itself.
    .press("Ctrl+N"), .type("PC Lowe"), .press("Tab"), .type("77"), .press("Tab"),
    .type("3/9/07"), .press("F2"), .sees("Saved: custody officer (O-0001)"), .press("Enter"),
    .sees("PC Lowe (77)"), .type("yy"), .press("F2"), .sees("Saved: offer of the service"),
  ]

  private static let approach: [Step] = [
    .press("F9"), .type("a"), .type("seen"), .press("F2"), .sees("Response time: 0 minutes"),
    .press("F9"), .sees("CUS-010: Ask the detainee first"), .type("p"), .type("y"), .press("F2"),
    .sees("Saved: permission to keep details"),
  ]

  private static let person: [Step] = [
    .press("F9"), .type("d"), .press("Ctrl+N"), .type("Ashdown"), .press("Tab"),
    .type("Callum"), .press("Tab"), .type("3/4/85"), .press("Tab"), .sees("aged 22"),
    .type("m"), .type("w1"), .press("Tab PgDn Tab Tab"), .type("y"), .press("PgDn Tab Tab"),
    .type("none"), .press("Enter F2"), .sees("Check the answers, then save"), .press("F2"),
    .sees("Saved: person (P-0001)"), .press("Enter"), .sees("ASHDOWN Callum, born 03/04/1985"),
    .type("NF/1/07"), .press("Tab"), .type("t01"), .press("Tab F2"),
    .sees("Saved: custody details"),
  ]

  private static let consent: [Step] = [
    .press("F9"), .sees("Record a consent"), .type("s"), .type("ass"), .press("Tab"),
    .type("y"), .type("oral"), .press("Tab Tab Tab"), .type("y"), .press("F2 F2"),
    .sees("Saved: consent (N-0001)"), .press("Enter"),
  ]

  private static let firstHalfOfDIR: [Step] = [
    .press("F9"), .type("i"), .sees("Section 1 of 10"), .type("yy"),
    .type("yn"), .press("Tab Tab"), .type("ora"), .press("Tab"), .sees("Section 3 of 10"),
    // Nobody said at the arrival whether he is a PPO, so it is asked here.
    .press("Tab"), .type("nnn"), .sees("Section 4 of 10"), .type("n"), .type("her"),
    .press("Tab"), .type("inj"), .press("Tab"), .type("7"), .press("Tab"), .type("1"),
    .press("Tab"), .type("bag"), .press("Tab"), .type("30"), .press("Tab"), .type("19"),
    .press("Tab"), .type("1/10/07"),
    // A second line is begun and, left empty, is none.
    .press("Tab"), .press("Tab"), .type("her"), .press("Tab"), .sees("£210"),
    .type("ben"), .press("Tab"), .type("yyn"), .sees("Section 5 of 10"), .type("0"),
    .press("Tab"), .sees("Draft kept 09:05"), .dies(),
  ]

  private static let secondHalfOfDIR: [Step] = [
    .sees("You have an unfinished form"), .sees("Drug Interventions Record"), .answer("r"),
    .sees("Section 6 of 10"), .sees("ASHDOWN Callum"), .type("nev"), .press("Tab"), .type("nnnn"),
    .press("Tab Tab"),
    .type("n"), .press("PgDn"), .type("1nynn"),
    .sees("Section 9 of 10"), .type("nnn"), .press("PgDn"), .sees("Section 10 of 10"),
    .press("Tab Tab"), .type("cas"), .press("Tab Tab Tab Tab"), .type("y"), .press("F2"),
    .sees("Check the answers, then save"), .press("F2"),
    .sees("Saved: Drug Interventions Record (DIR) (D-0001)"), .press("Enter"),
    .misses("Unfinished"),
  ]

  private static let asking: [Step] = [
    .press("F3"), .type("ashdown"), .press("Enter"), .press("F9"), .sees("Hand over"),
    .type("h"), .type("worker"), .press("Tab"), .type("shah"), .press("Enter"),
    .sees("Kiran Shah"), .type("Wants help with heroin"), .press("F2"),
    .sees("Saved: hand over (H-0001)"), .press("Enter"),
  ]

  /// PPL-012: the key worker accepts, and then joins the client to the caseload.
  private static let caseload: [Step] = [
    .sees("Handovers that wait for you"), .sees("Waits for you"), .press("F9"), .sees("Accept"),
    .type("y"), .sees("Accept a handover"), .press("F2"), .sees("Saved: "), .press("Enter"),
    .press("F3"), .type("ashdown"), .press("Enter"), .press("F9"), .sees("Join the caseload"),
    .type("j"), .sees("Kiran Shah"), .press("F2"), .sees("Saved: join the caseload (E-0001)"),
    .press("Enter"),
  ]

  private static let appointment: [Step] = [
    .press("F9"), .type("a"), .type("+1"), .press("Tab"), .type("10"), .press("Tab"),
    .type("30"), .press("Tab"), .type("Dock Street"), .press("Tab"), .type("w-0002"),
    .press("Tab"), .sees("Kiran Shah"), .type("one"), .press("Tab F2"),
    .sees("Booked Wed 03/10/2007 10:00"), .press("Enter Esc"),
  ]

  private static let departure: [Step] = [
    .press("Ctrl+K"), .type("c-1"), .press("Enter F9"), .type("l"), .type("br"), .press("Tab Tab"),
    .type("Northfold"), .press("Tab"), .type("16/10 10:00"), .press("F2"),
    .sees("Workers are told on"), .press("Enter"),
  ]

  private static let handover: [Step] = [
    .press("Ctrl+G c"), .sees("ASHDOWN"), .press("Enter F9"), .type("h"), .type("worker"),
    .press("Tab"), .type("W-0003"), .press("Tab"), .sees("Lee Moss"), .type("Lives in the south"),
    .press("F2"), .sees("Saved: hand over (H-0002)"), .press("Enter"),
  ]

  private static let acceptance: [Step] = [
    .sees("Handovers that wait for you"), .sees("Waits for you"), .press("F9"), .sees("Accept"),
    .type("y"), .sees("Accept a handover"), .press("F2"), .sees("Saved: "), .press("Enter"),
    .misses("Handovers that wait for you"),
  ]

  private static let missed: [Step] = [
    .press("Ctrl+G c"), .sees("ASHDOWN"), .press("Enter"), .type("dock"), .press("F9"),
    .sees("Record the outcome"), .type("o"), .type("missed"), .press("Tab"), .type("n"),
    .press("F2"), .sees("Saved: appointment outcome"), .press("F9"), .type("k"),
    .type("phone"), .press("Tab"), .type("no-answer"), .press("Tab F2"),
    .sees("Saved: contact attempt"), .press("Enter"),
  ]

  // MARK: By submit

  private static func bySubmit() throws -> Desk {
    let desk = try begin()
    desk.clock(tuesday, 9, 5)
    for (form, about, fields) in morning { try submit(form, about, fields, as: "abegum", to: desk) }
    try submit("accept-handover", "H-0001", "{}", as: "kshah", to: desk)
    try submit("join-caseload", "P-0001", "{}", as: "kshah", to: desk)
    desk.clock(tuesday, 14, 0)
    try submit(
      "handover", "E-0001",
      #"{"to": "worker", "worker": "W-0003", "reason": "Lives in the south"}"#, as: "kshah",
      to: desk)
    try submit("accept-handover", "H-0002", "{}", as: "lmoss", to: desk)
    desk.clock(wednesday, 11, 0)
    try submit(
      "appointment-outcome", "A-0001", #"{"outcome": "missed", "accepted": false}"#, as: "lmoss",
      to: desk)
    try submit(
      "contact-attempt", "A-0001", #"{"method": "phone", "result": "no-answer"}"#, as: "lmoss",
      to: desk)
    return desk
  }

  private static func submit(
    _ form: String, _ about: String?, _ fields: String, as account: String, to desk: Desk
  ) throws {
    if let about {
      try desk.run(as: account, "submit", form, "--about", about, input: fields)
    } else {
      try desk.run(as: account, "submit", form, input: fields)
    }
  }

  private static let morning: [(String, String?, String)] = [
    ("arrival", nil, #"{"suite": "NF", "cell": "M4", "offence": "theft"}"#),
    ("officer", nil, #"{"name": "PC Lowe", "collar": "77", "trained-on": "3/9/07"}"#),
    (
      "offer", "C-0001",
      #"{"result": "accepted", "officer": "O-0001", "positively": true, "independence": true}"#
    ),
    ("approach", "C-0001", #"{"result": "seen"}"#),
    ("permission", "C-0001", #"{"given": true}"#),
    (
      "person", nil,
      #"{"family": "Ashdown", "given": "Callum", "born": "3/4/85", "sex": "M", "ethnicity": "W1","#
        + #" "nfa": true, "risks": "none"}"#
    ),
    (
      "custody-details", "C-0001",
      #"{"person": "P-0001", "custody-number": "NF/1/07", "offence": "T01"}"#
    ),
    (
      "consent", "P-0001",
      #"{"type": "assessment", "given": true, "how": "oral", "explained": true}"#
    ),
    ("dir", "C-0001", dir),
    (
      "handover", "E-0001",
      #"{"to": "worker", "worker": "W-0002", "reason": "Wants help with heroin"}"#
    ),
    (
      "appointment", "P-0001",
      #"{"date": "+1", "start": "10", "length": 30, "place": "Dock Street", "worker": "W-0002","#
        + #" "kind": "1-1"}"#
    ),
    (
      "departure", "C-0001",
      #"{"how": "BR", "place": "Northfold", "next-at": "16/10 10:00"}"#
    ),
  ]

  private static let dir = #"""
    {"voluntary": true, "no-alternative": true, "consent-caseload": true, "consent-share": false,
     "consent-how": "oral", "ppo": false, "charged": false, "custody-likely": false, "no-drugs": false,
     "drugs": [{"drug": "HER", "route": "INJ", "days": 7, "amount": "1", "unit": "bag",
                "spend": "30", "first-used": 19, "last-used": "1/10/07"}],
     "main-drug": "HER", "funding": ["BEN"], "injected-ever": true, "injects-now": true,
     "shared": false, "alcohol-days": 0, "alcohol-units": 0, "treatment": "NEV",
     "medication": false, "detox": false, "prescribing": false, "clinical-care": false,
     "mental-health": false, "housing": "1", "employed": false, "debts": true,
     "children": false, "safeguarding": false, "risk-self": "N", "risk-others": "N",
     "risk-staff": "N", "actions": [{"action": "CAS"}], "complete": true}
    """#
}
