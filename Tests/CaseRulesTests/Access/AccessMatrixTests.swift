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

  @Test(
    "the function matrix, role by role",
    arguments: [
      (Role.arw, "edit edit readOwn read read none"), (.cjit, "edit edit readOwn read read none"),
      (.carat, "edit read readOwn read read none"), (.drrkw, "edit read readOwn read read none"),
      (.ppoc, "read read readOwn read read none"), (.dio, "none none none read read none"),
      (.sup, "edit read read read read read"), (.supt, "none none none read read none"),
      (.sm, "none none none read read none"), (.aud, "none none none read read read"),
      (.adm, "none none none none edit none"),
    ])
  func matrix(role: Role, expected: String) {
    let rights = Function.allCases.map { "\(AccessMatrix.right(of: role, to: $0))" }
    #expect(rights.joined(separator: " ") == expected)
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
