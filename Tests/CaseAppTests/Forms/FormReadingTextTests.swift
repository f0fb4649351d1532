import CaseApp
import CaseRules
import TestSupport
import Testing

@Suite("Texts that a form shows to be read")
struct FormReadingTextTests {
  private static func script(_ answers: [FieldCode: String] = [:]) -> FormScript {
    var texts: [FieldCode: String] = [
      DecideBronzeForm.file: "One line\nand another\n\(BronzeCase.end)",
      DecideBronzeForm.decision: "granted", DecideBronzeForm.rank: "superintendent",
    ]
    texts.merge(answers) { _, new in new }
    let opened = OpenedForm(
      form: DecideBronzeForm.id, about: RecordRef(.bronzeAction, 1), draft: FormDraft(texts: texts))
    return FormScript(DecideBronzeForm.definition, opened: opened)
  }

  private static let unread = "Read it to its end first: it goes on below what is shown"

  @Test("INT-024: a grant waits until the case was read to its end; typing changes nothing in it")
  func grant() {
    var script = Self.script()
    #expect(script.face.place == DecideBronzeForm.file.text)
    script.type("x")
    #expect(script.face.answers[DecideBronzeForm.file.text]?.hasPrefix("One line") == true)
    script.reduce(.chose(.save))
    #expect(script.face.findings.contains(Self.unread))
  }

  @Test("INT-024: once the caret has come to its last line it is read, and nothing of it is saved")
  func read() {
    var script = Self.script()
    script.reduce(.edited(.caret(.end)))
    script.reduce(.chose(.save))
    #expect(!script.face.findings.contains(Self.unread))
  }

  @Test("INT-025: what is sent back need not be read to its end")
  func returned() {
    var script = Self.script([
      DecideBronzeForm.decision: "returned", DecideBronzeForm.reason: "Ask probation as well",
    ])
    script.reduce(.chose(.save))
    #expect(!script.face.findings.contains(Self.unread))
  }
}
