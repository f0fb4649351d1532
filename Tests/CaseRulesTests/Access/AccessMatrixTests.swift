import Testing

@testable import CaseRules

@Suite("Access: who may see and do what")
struct AccessMatrixTests {
  private func worker(
    _ role: Role, _ designation: DesignatedOfficer = .none, active: Bool = true
  ) -> Worker {
    Worker(
      id: WorkerID(1), name: "Amina Begum", role: role, designation: designation, active: active)
  }

  /// The rulebook's function matrix as it is printed there (00 section 4): every role in the order
  /// of the columns, then the designated officer.
  static let rulebook = """
    Person, caseload | E | E | E | E | R | R* | E | - | R
    Custody board, DIR | E | E | R | R | R | - | R | - | -
    Intelligence content (sanitised) | - | - | - | - | R | E | R | R | -
    Intelligence source identity | - | - | - | - | - | E | - | R | -
    Bronze decision | - | - | - | - | - | submit | recommend | A | -
    PPO score / select | - | - | - | - | E/- | R | R/A | - | R
    DRR, CARAT release | R | E | E (release) | E (DRR) | R | - | R | - | -
    PIRF ask / answer | - | - | - | - | - | - | - | - | E/A
    Disclosure w/o consent | request | request | request | request | request | - | A | - | A
    Named analysis lists | own cases | own | own | own | PPOs | - | R | - | R
    Depersonalised statistics | R | R | R | R | R | R | R | R | R
    """

  private static let columns: [Role] = [.arw, .cjit, .carat, .drrkw, .ppoc, .dio, .sup, .supt]

  /// Which functions a row stands for; two where it has two sides.
  private static let rows: [(row: String, functions: [Function])] = [
    ("Person, caseload", [.personAndCaseload]), ("Custody board, DIR", [.custodyBoardAndDIR]),
    ("Intelligence content (sanitised)", [.intelligence]),
    ("Intelligence source identity", [.intelligenceSource]),
    ("Bronze decision", [.bronzeDecision]), ("PPO score / select", [.ppoScore, .ppoSelection]),
    ("DRR, CARAT release", [.drugRehabilitation, .release]),
    ("PIRF ask / answer", [.informationRequest, .informationAnswer]),
    ("Disclosure w/o consent", [.disclosureWithoutConsent]),
    ("Named analysis lists", [.namedLists]),
    ("Depersonalised statistics", [.statistics]),
  ]

  /// The rights a cell gives to the functions of its row.
  private static func rights(_ cell: String) -> [AccessRight] {
    switch cell {
    // CUS-022, INF-010: nothing is released to police users yet.
    case "R*", "-": [.none, .none]
    case "R": [.read, .read]
    case "E": [.edit, .edit]
    case "A": [.approve, .approve]
    case "E (release)": [.read, .edit]
    case "E (DRR)": [.edit, .read]
    case "E/-": [.edit, .none]
    case "R/A": [.read, .approve]
    case "E/A": [.edit, .approve]
    case "submit", "request": [.ask, .ask]
    case "recommend": [.recommend, .recommend]
    case "own cases", "own", "PPOs": [.readOwn, .readOwn]
    default: []
    }
  }

  @Test("00 section 4: every cell of the rulebook's function matrix, also for rooms to come")
  func literalMatrix() throws {
    let lines = Self.rulebook.split(separator: "\n")
    #expect(lines.count == Self.rows.count)
    for (line, row) in zip(lines, Self.rows) {
      let cells = line.split(separator: "|").map { $0.trimmed }
      #expect(cells.first == row.row && cells.count == 10, "\(line)")
      let designated = try #require(cells.last)
      for (place, function) in row.functions.enumerated() {
        for (role, cell) in zip(Self.columns, cells.dropFirst()) {
          let expected = try #require(Self.rights(cell).dropFirst(place).first, "\(cell)")
          #expect(AccessMatrix.right(of: role, to: function) == expected, "\(role) \(function)")
        }
        let expected = try #require(Self.rights(designated).dropFirst(place).first)
        // An administrator has none of these functions by the role itself.
        for designation in [DesignatedOfficer.designated, .primary] {
          let officer = worker(.adm, designation)
          #expect(AccessMatrix.right(of: officer, to: function) == expected, "DO \(function)")
        }
      }
    }
  }

  @Test(
    "00 section 4: what the list of roles gives those without a column, and all to the settings",
    arguments: Role.allCases)
  func withoutColumn(role: Role) {
    let right = { AccessMatrix.right(of: role, to: $0) }
    #expect(right(.settings) == (role == .adm ? .edit : .read))
    #expect(right(.trail) == ([.aud, .sup].contains(role) ? .read : .none))
    #expect(right(.proposals) == ([.sup, .supt, .sm, .adm].contains(role) ? .approve : .none))
    guard [.sm, .aud, .adm].contains(role) else { return }
    let own = Function.allCases.filter { right($0) != .none }
    switch role {
    case .sm:
      #expect(
        own == [.disclosureWithoutConsent, .statistics, .settings, .proposals, .exceptionalAccess])
    case .aud: #expect(own == [.statistics, .settings, .trail, .exceptionalAccess])
    default: #expect(own == [.settings, .proposals])
    }
  }

  @Test("INT-005, INF-020: a closed part is refused by the rule that closes it")
  func ruleOfRefusal() {
    let refused = { (function: Function) in
      AccessMatrix.refusal(toRead: function, by: self.worker(.cjit))?.rule
    }
    #expect(refused(.intelligenceSource) == "INT-005")
    #expect(refused(.informationAnswer) == "INF-020")
    #expect(refused(.bronzeDecision) == "INT-024")
    #expect(AccessMatrix.refusal(toRead: .bronzeDecision, by: worker(.sup)) == nil)
    #expect(
      AccessMatrix.whyNotEdit(worker(.sup), .bronzeDecision)
        == "As team leader you put forward decisions on bronzes, others decide")
  }

  @Test("CUS-022: no police user reads what clients told, designated officer or not")
  func police() {
    for role in Role.allCases where role.isPolice {
      for designation in DesignatedOfficer.allCases {
        let officer = worker(role, designation)
        #expect(AccessMatrix.right(of: officer, to: .custodyBoardAndDIR) == .none)
        let why = AccessMatrix.whyNotRead(officer, .custodyBoardAndDIR)
        #expect(why?.hasPrefix("CUS-022: ") == true)
      }
    }
  }

  @Test("a designated officer may read people and lists, but change nothing")
  func designated() {
    let officer = worker(.sm, .designated)
    #expect(AccessMatrix.right(of: officer, to: .personAndCaseload) == .read)
    #expect(AccessMatrix.right(of: officer, to: .namedLists) == .read)
    #expect(AccessMatrix.right(of: worker(.arw, .primary), to: .personAndCaseload) == .edit)
  }

  @Test("somebody who has left may nothing")
  func left() {
    let gone = worker(.sup, active: false)
    #expect(Function.allCases.allSatisfy { AccessMatrix.right(of: gone, to: $0) == .none })
  }

  @Test("what is switched off says why")
  func words() {
    #expect(AccessMatrix.whyNotEdit(worker(.arw), .custodyBoardAndDIR) == nil)
    #expect(AccessMatrix.whyNotRead(worker(.arw), .custodyBoardAndDIR) == nil)
    #expect(
      AccessMatrix.whyNotEdit(worker(.sup), .custodyBoardAndDIR)
        == "As team leader you can read the custody board and DIRs but not change them")
    #expect(
      AccessMatrix.whyNotRead(worker(.adm), .personAndCaseload)
        == "As administrator you do not see people and the caseload")
    #expect(AccessMatrix.whyNotRead(worker(.cjit), .namedLists)?.contains("own cases") == true)
    #expect(
      HelplineCallForm.definition.whyNotSave(worker(.sup))?
        .hasPrefix("As team leader you cannot log helpline calls. Who can: arrest referral worker")
        == true)
  }

  @Test(
    "initials for lists",
    arguments: [
      ("Amina Begum", "A.BEGUM"), ("Cher", "CHER"), ("Mary Ann O'Neill", "M.O'NEILL"),
      ("  Siân   Łuk ", "S.ŁUK"), ("", "W-0001"),
    ])
  func initials(name: String, expected: String) {
    #expect(Worker(id: WorkerID(1), name: name, role: .arw).initials == expected)
  }

  @Test("role codes are the capitals that everybody knows")
  func codes() {
    let codes = Role.allCases.map(\.code).joined(separator: " ")
    #expect(codes == "ARW CJIT CARAT DRRKW PPOC DIO SUP SUPT SM AUD ADM")
    #expect(Role(code: " drrkw ") == .drrkw)
    #expect(Role(code: "boss") == nil)
  }
}
