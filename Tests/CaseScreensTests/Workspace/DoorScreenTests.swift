import CaseApp
import CaseRules
import CaseScreens
import Testing
import TextScreen

@Suite("The door as it is drawn")
struct DoorScreenTests {
  private static let sizes = [
    Size(columns: 72, rows: 20), Size(columns: 80, rows: 24), Size(columns: 140, rows: 45),
  ]

  @Test("The sign-in, and what it says when somebody fails", arguments: sizes)
  func signIn(size: Size) {
    var script = ScreenScript(size: size)
    script.perform(.sessionEnded("Your role was changed to team leader. Sign in again to go on."))
    script.type("a.begum")
    script.press("Enter")
    script.type("secret words")
    expectSnapshot(script.frame, "sign-in-\(size.columns)x\(size.rows)")
    script.perform(.door(.refused("Name and password do not fit together.")))
    #expect(script.frame.text().contains("Name and password do not fit together."))
    #expect(!script.frame.text().contains("secret"))
  }

  @Test("GEN-006: the lock shows who locked it and nothing of the work", arguments: sizes)
  func locked(size: Size) {
    var script = ScreenScript(size: size)
    let words = Self.words(script)
    script.press("F10 l")
    expectSnapshot(script.frame, "locked-\(size.columns)x\(size.rows)")
    let shown = Self.words(script)
    #expect(shown.intersection(words).isSubset(of: ["Throughcare", "BEGUM", "Enter"]))
  }

  private static func words(_ script: ScreenScript) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    for letter in script.frame.text() + " " {
      if letter.isLetter {
        word.append(letter)
      } else {
        if word.count > 4 { words.insert(word) }
        word = ""
      }
    }
    return words
  }

  @Test("A new password and the change of one say what is wanted", arguments: sizes)
  func newPassword(size: Size) {
    var script = ScreenScript(size: size)
    script.press("F10 p")
    expectSnapshot(script.frame, "change-password-\(size.columns)x\(size.rows)")
  }
}
