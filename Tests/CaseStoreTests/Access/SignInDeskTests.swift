import CaseRules
import Glibc
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

/// A file with an administrator and an arrest referral worker, and a clock in the hand.
final class SignInOffice {
  let file: TemporaryStore
  let desk: SignInDesk
  let arw: WorkerID
  var now = Moment(seconds: 1_795_338_000)

  static let password = "violet tram under snow"

  init(cost: PasswordCost = .cheap) throws {
    file = try TemporaryStore()
    desk = SignInDesk(file.store, cost: cost)
    arw = try file.store.write(try file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Callum Rees", role: .arw))
    }
    try choose(Self.password, for: arw)
  }

  func choose(_ words: String, for worker: WorkerID, cost: PasswordCost = .cheap) throws {
    let hash = try PasswordHash.make(of: Secret(words.utf8), at: cost)
    try file.store.write(try file.attribution(at: now.seconds)) {
      try $0.keepPassword(hash, cost, of: worker)
    }
  }

  @discardableResult
  func takeOn(
    _ name: String, signIn: String, password: String = SignInOffice.password
  ) throws -> WorkerID {
    let worker = try file.store.write(try file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: name, role: .cjit), signIn: signIn)
    }
    try choose(password, for: worker)
    return worker
  }

  /// "in", "no", "wait 5", "new".
  func tries(_ name: String, _ words: String) throws -> String {
    switch try desk.signIn(name, Secret(words.utf8), at: now) {
    case .signedIn: "in"
    case .mustChange: "new"
    case .refused: "no"
    case .wait(let seconds): "wait \(seconds)"
    }
  }

  func signIn(_ name: String = "c.rees", _ words: String = password) throws -> SignedIn {
    guard case .signedIn(let who, _) = try desk.signIn(name, Secret(words.utf8), at: now) else {
      throw StoreError.notSignedIn
    }
    return who
  }

  func kinds(about worker: WorkerID) throws -> [String] {
    try file.store.read { try $0.auditEntries(about: AuditedRecord(worker.ref)) }.map(\.kind)
  }

  func later(_ seconds: Int) { now = now.adding(seconds: seconds) }
}

@Suite("Signing in")
struct SignInDeskTests {
  @Test("GEN-006, GEN-003: the right password lets in, in small or capital letters, and is audited")
  func right() throws {
    let office = try SignInOffice()
    #expect(try office.tries("c.rees", SignInOffice.password) == "in")
    #expect(try office.tries(" C.Rees ", SignInOffice.password) == "in")
    #expect(try office.kinds(about: office.arw).prefix(2) == ["sign-in.ok", "sign-in.ok"])
    #expect(try office.file.store.read { try $0.failures("W-0002") }.isEmpty)
  }

  @Test("GEN-006: a name with accents is found without them, and its tries are counted as one's")
  func accents() throws {
    let office = try SignInOffice()
    let worker = try office.file.store.write(try office.file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Marek Wójcik", role: .cjit))
    }
    try office.choose(SignInOffice.password, for: worker)
    #expect(try office.tries("m.wojcik", SignInOffice.password) == "in")
    #expect(try office.tries("M.Wójcik", SignInOffice.password) == "in")
    #expect(try office.tries("m.wojcik", "another one altogether") == "no")
    #expect(try office.file.store.read { try $0.failures(worker.ref.text) }.count == 1)
  }

  @Test(
    "GEN-006: spellings that differ by accents wait for each other, whether or not a name exists",
    arguments: [[], ["m.wójcik"]])
  func accentsTellNothing(names: [String]) throws {
    let spellings = ["m.wojcik", "m.wójcik", "m.wojčik"]
    for first in spellings {
      let office = try SignInOffice()
      for name in names { try office.takeOn("Marek", signIn: name) }
      for _ in 0..<3 { #expect(try office.tries(first, "wrong one") == "no") }
      for other in spellings {
        #expect(try office.tries(other, "wrong one") == "wait 1", "\(first), \(other), \(names)")
      }
    }
  }

  @Test("GEN-006: two workers whose names differ by accents alone never wait for each other")
  func accentsOfTwo() throws {
    let office = try SignInOffice()
    try office.takeOn("Marek Wójcik", signIn: "m.wójcik")
    try office.takeOn("Maria Wojcik", signIn: "m.wojcik")
    for _ in 0..<3 { #expect(try office.tries("m.wojcik", "wrong one") == "no") }
    #expect(try office.tries("m.wojcik", "wrong one") == "wait 1")
    #expect(try office.tries("m.wójcik", SignInOffice.password) == "in")
    #expect(try office.tries("m.wojčik", "wrong one") == "wait 1", "whoever means neither waits")
  }

  @Test("GEN-006: whoever is at work is asked by their number, never as a colleague of a like name")
  func atWork() throws {
    let office = try SignInOffice()
    let theirs = "marble yard kettle"
    let worker = try office.takeOn("Marek Wójcik", signIn: "m.wójcik")
    let who = try office.signIn("m.wójcik")
    let colleague = try office.takeOn("Maria Wojcik", signIn: "m.wojcik", password: theirs)
    try office.file.store.write(try office.file.attribution()) { transaction in
      guard let row = try transaction.connection.worker(worker) else { throw StoreError.notFound }
      var gone = row.worker
      gone.active = false
      try transaction.changeWorker(gone, osAccount: nil, revision: row.revision)
    }
    guard
      case .refused = try office.desk.confirm(who, Secret(theirs.utf8), at: office.now),
      case .refused = try office.desk.unlock(who, Secret(theirs.utf8), at: office.now)
    else {
      Issue.record("a colleague's password was taken")
      return
    }
    #expect(try office.file.store.read { try $0.failures(colleague.ref.text) }.isEmpty)
    #expect(try office.file.store.read { try $0.failures(worker.ref.text) }.count == 2)
  }

  @Test(
    "A wrong password, a name nobody has, one without a password, somebody who left: told the same")
  func wrong() throws {
    let office = try SignInOffice()
    let left = try office.file.store.write(try office.file.attribution()) {
      try $0.addWorker(Worker(id: WorkerID(0), name: "Nia Pugh", role: .arw, active: false))
    }
    try office.choose(SignInOffice.password, for: left)
    for name in ["c.rees", "nobody.here", "a.begum", "n.pugh"] {
      #expect(try office.tries(name, "wrong horse altogether") == "no", "\(name)")
    }
    #expect(try office.tries("n.pugh", SignInOffice.password) == "no")
    let nobodys = try office.file.store.read { try $0.auditEntries(by: Worker.nobody.id) }
    #expect(nobodys.map(\.kind) == Array(repeating: "sign-in.failed", count: 5))
    #expect(nobodys.compactMap(\.recordID).sorted() == [1, 2])
  }

  @Test("The name that was typed stands nowhere in the file when nobody has it")
  func strangerIsNotKept() throws {
    let office = try SignInOffice()
    #expect(try office.tries("my secret typed too early", "x") == "no")
    let rows = try office.file.store.read {
      try $0.query("SELECT who FROM sign_in_failure") { try $0.text(0) }
    }
    #expect(rows.count == 1)
    #expect(rows.allSatisfy { !$0.contains("secret") })
  }

  @Test(
    "GEN-006: failures delay the next try, for a name nobody has as well, over all sessions",
    arguments: ["c.rees", "nobody.here"])
  func delays(name: String) throws {
    let office = try SignInOffice()
    let other = SignInDesk(try office.file.another(), cost: .cheap)
    #expect(try office.tries(name, "wrong one") == "no")
    #expect(try office.tries(name, "wrong one") == "no")
    guard case .refused = try other.signIn(name, Secret("wrong one".utf8), at: office.now) else {
      Issue.record("the third try has no delay before it")
      return
    }
    #expect(try office.tries(name, SignInOffice.password) == "wait 1")
    office.later(1)
    #expect(try office.tries(name, "wrong one") == "no")
    #expect(try office.tries(name, "wrong one") == "wait 2")
    other.store.close()
  }

  @Test("GEN-006: once somebody is in, their failures are told and begin anew")
  func news() throws {
    let office = try SignInOffice()
    #expect(try office.tries("c.rees", "wrong one") == "no")
    office.later(5)
    guard
      case .signedIn(_, let news) = try office.desk.signIn(
        "c.rees", Secret(SignInOffice.password.utf8), at: office.now)
    else {
      Issue.record("not in")
      return
    }
    #expect(news.failures == 1)
    #expect(news.words?.contains("1 failed try to sign in as you") == true)
    #expect(try office.tries("c.rees", "wrong one") == "no")
    #expect(try office.tries("c.rees", "wrong one") == "no")
  }

  @Test("A password that was handed out lets nobody in before they have chosen their own")
  func firstUse() throws {
    let office = try SignInOffice()
    let fresh = try office.desk.freshPassword()
    try office.file.store.write(try office.file.attribution()) {
      try $0.handOut(fresh, to: WorkerID(2), because: "Forgotten")
    }
    guard
      case .mustChange(let pending) = try office.desk.signIn(
        "c.rees", Secret(fresh.words.utf8), at: office.now)
    else {
      Issue.record("a handed-out password let somebody in")
      return
    }
    #expect(pending.demand == .firstUse)
    for (new, isTaken) in [
      ("too short", false), (fresh.words, false), ("c.rees c.rees c.rees", false),
      ("marble yard kettle", true),
    ] {
      let change = try office.desk.finish(pending, choosing: Secret(new.utf8), at: office.now)
      if case .changed = change { #expect(isTaken, "\(new)") } else { #expect(!isTaken, "\(new)") }
    }
    #expect(try office.tries("c.rees", "marble yard kettle") == "in")
    #expect(throws: StoreError.notAtWork) {
      _ = try office.desk.finish(
        pending, choosing: Secret("another good one".utf8), at: office.now)
    }
    #expect(try office.tries("c.rees", fresh.words) == "no")
  }

  @Test("GEN-006: a password older than password_max_days asks for a new one")
  func expiry() throws {
    let office = try SignInOffice()
    office.later(90 * 86_400)
    #expect(try office.tries("c.rees", SignInOffice.password) == "in")
    office.later(86_400)
    #expect(try office.tries("c.rees", SignInOffice.password) == "new")
  }

  @Test("A hash that costs less than today's is made anew at the next sign-in")
  func renewed() throws {
    let office = try SignInOffice(cost: PasswordCost(value: 2))
    let before = try office.file.store.read { try $0.password(of: WorkerID(2)) }
    #expect(before?.cost == 1)
    #expect(try office.tries("c.rees", SignInOffice.password) == "in")
    let after = try office.file.store.read { try $0.password(of: WorkerID(2)) }
    #expect(after?.cost == 2)
    #expect(after?.hash != before?.hash)
    #expect(after?.setAt == before?.setAt)
    #expect(try office.tries("c.rees", SignInOffice.password) == "in")
  }

  @Test("Somebody at work changes their password by showing the old one")
  func change() throws {
    let office = try SignInOffice()
    let who = try office.signIn()
    let wrong = try office.desk.change(
      who, from: Secret("not this".utf8), to: Secret("marble yard kettle".utf8), at: office.now)
    guard case .wrongPassword = wrong else {
      Issue.record("changed without the old one")
      return
    }
    guard
      case .changed = try office.desk.change(
        who, from: Secret(SignInOffice.password.utf8), to: Secret("marble yard kettle".utf8),
        at: office.now)
    else {
      Issue.record("not changed")
      return
    }
    #expect(try office.tries("c.rees", "marble yard kettle") == "in")
    #expect(try office.kinds(about: office.arw).contains("password.changed"))
  }
}

@Suite("Password hashes")
struct PasswordHashTests {
  @Test("Only yescrypt is ever taken for a hash, and no error token")
  func kinds() throws {
    let made = try PasswordHash.make(of: Secret("violet tram under snow".utf8), at: .cheap)
    #expect(PasswordHash.isWellFormed(made))
    for hash in [
      "", "*0", "*1", "$6$abc$def", "$5$a$b", "$2b$05$abcdefghijklmnopqrstuv", "$y$", "x",
    ] {
      #expect(!PasswordHash.isWellFormed(hash), "\(hash)")
      #expect(!PasswordHash.fits(Secret("violet tram under snow".utf8), hash))
    }
    #expect(PasswordHash.fits(Secret("violet tram under snow".utf8), made))
    #expect(!PasswordHash.fits(Secret("violet tram under snoW".utf8), made))
  }

  @Test("The same password twice has two salts; the ordinary cost is 7")
  func salt() throws {
    let one = try PasswordHash.make(of: Secret("violet tram".utf8), at: .cheap)
    #expect(try PasswordHash.make(of: Secret("violet tram".utf8), at: .cheap) != one)
    #expect(PasswordCost.ordinary.value == 7)
  }

  @Test("What is longer than a password may be, or holds a zero byte, is never hashed")
  func bounds() {
    let long = Secret(String(repeating: "x", count: 600).utf8)
    #expect(throws: PasswordHash.Failed.self) { try PasswordHash.make(of: long, at: .cheap) }
    #expect(throws: PasswordHash.Failed.self) {
      try PasswordHash.make(of: Secret([0x61, 0, 0x62]), at: .cheap)
    }
  }

  @Test("Letters are taken back whole, and wiping leaves nothing")
  func secret() {
    let secret = Secret()
    for letter in "aé作b" { secret.append(letter) }
    #expect(secret.count == 4)
    secret.dropLast()
    secret.dropLast()
    #expect(secret.isSame(as: Secret("aé".utf8)))
    let moved = secret.handOver()
    #expect(secret.isEmpty)
    #expect(moved.isSame(as: Secret("aé".utf8)))
    moved.wipe()
    #expect(moved.isEmpty && moved.count == 0)
  }

  @Test(
    "Four hash at a time, over all sessions; the next one waits, and a dead holder frees its turn")
  func turns() throws {
    let file = try TemporaryStore()
    let files = DatabaseFiles(path: file.path)
    func nested(_ left: Int, _ body: () throws -> Void) throws {
      if left == 0 { return try body() }
      try HashingTurns.take(at: files) { try nested(left - 1, body) }
    }
    try nested(HashingTurns.count) {
      #expect(throws: SQLiteError.self) { try HashingTurns.take(at: files, patience: 0.02) {} }
    }
    try nested(HashingTurns.count) {}
  }

  @Test("Nobody who saves waits for somebody who hashes")
  func gateIsFree() throws {
    let office = try SignInOffice()
    try HashingTurns.take(at: DatabaseFiles(path: office.file.path)) {
      _ = try office.file.store.write(try office.file.attribution()) {
        try $0.addWorker(Worker(id: WorkerID(0), name: "Nia Pugh", role: .arw))
      }
    }
  }
}

@Suite("Who has signed in")
struct SignedInTests {
  @Test("An account stands for a worker while the file trusts accounts, and nobody who has left")
  func account() throws {
    let file = try TemporaryStore()
    let trusting = Settings()
    var asking = Settings()
    #expect(asking.set(.accountSignIn, to: "password") == nil)
    let strict = asking
    let found = try file.store.read { records in
      [
        try SignedIn.byAccount("amina", in: records, trusting)?.worker.name,
        try SignedIn.byAccount("amina", in: records, strict)?.worker.name,
        try SignedIn.byAccount("somebody", in: records, trusting)?.worker.name,
        try SignedIn.inDemonstration(as: .adm, in: records)?.worker.name,
      ]
    }
    #expect(found == ["Amina Begum", nil, nil, nil])
    #expect(throws: StoreError.unknownWorker) {
      _ = try file.store.read {
        try SignedIn.founder(Worker(id: WorkerID(1), name: "X", role: .adm), of: $0)
      }
    }
  }

  @Test("T12: a role that was taken away counts in the next save, and so does having left")
  func roleIsReadAgain() throws {
    let office = try SignInOffice()
    let who = try office.signIn()
    let save = {
      try office.file.store.write(try Attribution(by: who, at: office.now)) {
        try $0.audit(AuditEvent(.listViewed))
      }
    }
    try save()
    let change = { (role: Role, isActive: Bool) in
      try office.file.store.write(try office.file.attribution()) { transaction in
        guard let row = try transaction.connection.worker(WorkerID(2)) else {
          throw StoreError.notFound
        }
        var worker = row.worker
        worker.role = role
        worker.active = isActive
        try transaction.changeWorker(worker, osAccount: nil, revision: row.revision)
      }
    }
    try change(.cjit, true)
    #expect(throws: StoreError.roleNoLongerHeld(.arw)) { try save() }
    #expect(try office.file.store.read { try who.asOfNow(in: $0) }.worker.role == .cjit)
    try change(.arw, true)
    try save()
    try change(.arw, false)
    #expect(throws: StoreError.notAtWork) { try save() }
    #expect(throws: StoreError.notAtWork) {
      _ = try office.file.store.read { try who.asOfNow(in: $0) }
    }
  }

  @Test("A confirmation is good for two minutes and for whoever gave it")
  func confirmation() throws {
    let office = try SignInOffice()
    let who = try office.signIn()
    guard
      case .confirmed(let confirmation) = try office.desk.confirm(
        who, Secret(SignInOffice.password.utf8), at: office.now)
    else {
      Issue.record("not confirmed")
      return
    }
    #expect(confirmation.isGood(for: office.arw, at: office.now.adding(seconds: 120)))
    #expect(!confirmation.isGood(for: office.arw, at: office.now.adding(seconds: 121)))
    #expect(!confirmation.isGood(for: office.arw, at: office.now.adding(seconds: -1)))
    #expect(!confirmation.isGood(for: WorkerID(1), at: office.now))
    guard
      case .refused = try office.desk.confirm(who, Secret("wrong".utf8), at: office.now)
    else {
      Issue.record("confirmed by a wrong password")
      return
    }
  }
}
