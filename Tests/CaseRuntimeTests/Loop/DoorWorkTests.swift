import CaseApp
import CaseRules
import CaseStore
import Testing

@testable import CaseRuntime

@Suite("What is asked at the door")
struct DoorWorkTests {
  @Test("GEN-006: it is answered also where nobody is signed in any more, and nothing is saved")
  func nobody() throws {
    let file = try DemoFile()
    var records = try OpenRecords.open(
      OpeningPlan(path: file.path, missing: .refuse, account: "amina", role: .cjit))
    defer { records.store.close() }
    records.who = nil
    let mailbox = Mailbox<Letter>(bell: try WakePipe())
    let runner = EffectRunner(records, mailbox: mailbox)
    runner.work(at: .edit(.password, .append("a")))
    runner.work(at: .unlock)
    runner.work(at: .chooseNew)
    runner.work(at: .changePassword)
    runner.saveConfirmed(
      FormSubmission(form: PersonForm.id, about: nil, draft: FormDraft()), Ticket(1))
    let letters = mailbox.take()
    #expect(letters.count == 4)
    #expect(runner.waiting == 4)
    for letter in letters {
      guard case .door(.refused(let words), isKnock: true) = letter else {
        Issue.record("no answer: \(letter)")
        continue
      }
      #expect(words.hasPrefix("Nobody is signed in here any more."))
    }
  }
}
