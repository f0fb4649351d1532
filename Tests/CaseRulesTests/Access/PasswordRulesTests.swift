import CaseRules
import Testing

@Suite("What a password must be like")
struct PasswordRulesTests {
  private static func refuses(_ password: String) -> Bool {
    !PasswordRules.findings(on: Array(password.utf8), for: ["Amina Begum", "a.begum"]).isEmpty
  }

  @Test(
    "GEN-006: long enough or of three words, and not what is guessed first: taken",
    arguments: [
      "violet tram under snow", "cat hen dog", "kettle-marble-yard", "xK9#mRt2vQ7w",
      "Wer hat den Käse?", "ŵyneb gwyrdd ŷd", "tram tram snow",
      String(repeating: "äö x", count: 40),
    ])
  func good(password: String) {
    #expect(!Self.refuses(password), "\(password)")
  }

  @Test(
    "GEN-006: too short, too long or common, whatever stands around it: refused",
    arguments: [
      "", "short", "elevenchars", "a b c", "two words", "Password1234", "p@ssword!!!!!",
      "PASSWORD20262027", "p4$$w0rd1234", "letmein123456789", "throughcare1", "qwertyuiop12",
      "qwertyuioppoi", "123456789012", "098765432109", "aaaaaaaaaaaa", "abcabcabcabc",
      "xyxyxyxyxyxyxy", "abcdefghijkl", "Amina Begum 1", "a.begum2026!!", "aminabegum12",
      "manchester!!", "passwordpassword", "............", "2026-11-22-10", "tab\there is one",
      String(repeating: "long enough but too long ", count: 12),
    ])
  func bad(password: String) {
    #expect(Self.refuses(password), "\(password)")
  }

  @Test("GEN-006: no kinds of letters are demanded, and the words say what to do instead")
  func words() {
    let short = PasswordRules.findings(on: Array("Ab1!".utf8), for: [])
    #expect(short.map(\.rule) == ["GEN-006"])
    #expect(short.first?.force == .blocks)
    #expect(short.first?.words.contains("three words") == true)
  }

  @Test("A common word is refused with figures behind it")
  func list() {
    for word in ["sunshine", "casework", "methadone", "liverpool", "trustno"] {
      #expect(Self.refuses(word + "12345678"), "\(word)")
    }
  }
}

@Suite("How long somebody waits who failed to sign in")
struct SignInDelayTests {
  private static let start = Moment(seconds: 1_000_000)

  private static func failures(_ count: Int, apart seconds: Int = 0) -> [Moment] {
    (0..<count).map { start.adding(seconds: $0 * seconds) }
  }

  @Test(
    "GEN-006: the delay grows with each failure and stays at a minute",
    arguments: zip(0...9, [0, 0, 0, 1, 2, 5, 10, 30, 60, 60]))
  func steps(count: Int, wait: Int) {
    let failures = Self.failures(count, apart: 40)
    #expect(SignInDelay.left(after: failures, at: failures.last ?? Self.start) == wait)
  }

  @Test("GEN-006: not more than ten tries in five minutes, however they are spread over sessions")
  func window() {
    var now = Self.start
    var tries: [Moment] = []
    while now.seconds < Self.start.seconds + 3_600 {
      if SignInDelay.left(after: tries, at: now) == 0 { tries.append(now) }
      now = now.adding(seconds: 1)
    }
    for start in tries {
      let within = tries.filter { (0..<300).contains($0.seconds - start.seconds) }
      #expect(within.count <= 10)
    }
    // Nobody is locked out: it goes on at a try a minute.
    #expect(tries.count > 50)
  }

  @Test("A clock that was set back makes nobody wait longer than the delay itself")
  func clock() {
    let failures = Self.failures(8)
    #expect(SignInDelay.left(after: failures, at: Self.start.adding(seconds: -86_400)) == 60)
    #expect(SignInDelay.left(after: failures, at: Self.start.adding(seconds: 59)) == 1)
    #expect(SignInDelay.left(after: failures, at: Self.start.adding(seconds: 60)) == 0)
  }
}

@Suite("How long a password serves")
struct PasswordAgeTests {
  private static let set = CalendarDate(year: 2026, month: 1, day: 1) ?? .earliest

  private static func demand(
    after days: Int, isFirst: Bool = false, _ settings: Settings = Settings()
  ) -> PasswordAge.Demand? {
    PasswordAge.demand(
      setOn: set, isFirst: isFirst, today: set.adding(days: days), settings)
  }

  @Test(
    "GEN-006: it serves password_max_days, the last one included",
    arguments: zip([0, 1, 89, 90], [Bool](repeating: true, count: 4)))
  func serves(days: Int, serves: Bool) {
    #expect((Self.demand(after: days) == nil) == serves)
  }

  @Test("GEN-006: on the day after, a new one comes first; one that was handed out always")
  func old() {
    #expect(Self.demand(after: 91) == .tooOld(days: 91))
    #expect(Self.demand(after: 0, isFirst: true) == .firstUse)
    #expect(Self.demand(after: 400, isFirst: true) == .firstUse)
  }

  @Test("GEN-006: the setting counts, and 0 means never")
  func setting() {
    var settings = Settings()
    #expect(settings.set(.passwordMaxDays, to: "30") == nil)
    #expect(Self.demand(after: 31, settings) == .tooOld(days: 31))
    #expect(settings.set(.passwordMaxDays, to: "0") == nil)
    #expect(Self.demand(after: 3_000, settings) == nil)
  }

  @Test(
    "GEN-006: in its last week the worker is told",
    arguments: [(82, false), (83, true), (90, true), (91, false)])
  func reminder(days: Int, isTold: Bool) {
    let words = PasswordAge.reminder(
      setOn: Self.set, today: Self.set.adding(days: days), Settings())
    #expect((words != nil) == isTold)
  }
}

@Suite("Sign-in names")
struct SignInNameTests {
  @Test(
    "The name is made from the worker's own, and from a number where that is taken",
    arguments: [
      ("Amina Begum", [String](), "a.begum"), ("Amina Begum", ["a.begum"], "a.begum2"),
      ("Amina Begum", ["a.begum", "a.begum2"], "a.begum3"), ("Cher", [], "cher"),
      ("Siobhán Doyle-Marsh", [], "s.doyle-marsh"),
      ("Maria Wojcik", ["m.wójcik"], "m.wojcik2"), ("Marek Wójcik", ["m.wojcik"], "m.wójcik2"),
      ("Marek Wójcik", ["m.wojcik", "m.wojcik2"], "m.wójcik3"),
    ])
  func proposed(name: String, taken: [String], expected: String) {
    let worker = Worker(id: WorkerID(1), name: name, role: .arw)
    #expect(SignInName.proposed(for: worker, taken: Set(taken)) == expected)
  }

  @Test(
    "A name is found without its accents where one worker alone is meant; as it is kept, always",
    arguments: [
      ("m.wojcik", ["m.wójcik", "a.begum"], "m.wójcik"), ("M.WÓJCIK", ["m.wójcik"], "m.wójcik"),
      ("m.wójcik", ["m.wójcik", "m.wojcik"], "m.wójcik"),
      ("m.wojcik", ["m.wójcik", "m.wojcik"], "m.wojcik"),
      ("m.wojčik", ["m.wójcik"], "m.wójcik"), ("m.wojčik", ["m.wójcik", "m.wojcik"], nil),
      ("m-wojcik", ["m.wójcik"], nil), ("", ["m.wójcik"], nil),
      ("s.doylemarsh", ["s.doyle-marsh"], nil),
    ] as [(String, [String], String?)])
  func meant(typed: String, names: [String], expected: String?) {
    #expect(SignInName.meant(by: typed, among: names) == expected)
  }

  @Test("Small and capital letters are the same, and blanks are refused")
  func folded() {
    #expect(SignInName.folded(" A.Begum ") == "a.begum")
    #expect(SignInName.fault(of: "a begum") != nil)
    #expect(SignInName.fault(of: "") != nil)
    #expect(SignInName.fault(of: "a.begum") == nil)
  }
}
