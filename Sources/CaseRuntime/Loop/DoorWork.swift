import CaseApp
import CaseRules
import CaseStore

/// Passwords while they are typed: in memory that is wiped, outside the state and its pictures.
struct TypedSecrets {
  private var secrets: [Door.Field: Secret] = [:]

  mutating func edit(_ field: Door.Field, _ edit: DoorEffect.Edit) {
    let secret = secrets[field] ?? Secret()
    secrets[field] = secret
    switch edit {
    case .append(let letter): secret.append(letter)
    case .dropLast: secret.dropLast()
    case .clear: secret.wipe()
    }
  }

  /// What was typed, for whoever hashes it; here nothing is left.
  mutating func take(_ field: Door.Field) -> Secret {
    secrets.removeValue(forKey: field)?.handOver() ?? Secret()
  }

  mutating func wipe() {
    for secret in secrets.values { secret.wipe() }
    secrets = [:]
  }
}

/// The door's work: it waits on a thread of its own, and answers like the records do.
extension EffectRunner {
  func work(at door: DoorEffect) {
    switch door {
    case .edit(let field, let edit): secrets.edit(field, edit)
    case .wipe: secrets.wipe()
    case .signIn(let name): signIn(name)
    case .unlock: unlock()
    case .signInByAccount: signInByAccount()
    case .chooseNew: chooseNew()
    case .changePassword: changePassword()
    }
  }

  /// Asks on the thread that may wait; the answer is a letter.
  private func knock(_ body: @escaping @Sendable (SignInDesk) throws -> DoorAnswer) {
    waiting += 1
    do {
      let counter = try counter ?? SignInCounter(records.desk)
      self.counter = counter
      counter.ask(body) { [mailbox] result in
        mailbox.post(.door(Self.answer(result), isKnock: true))
      }
    } catch {
      mailbox.post(.door(.refused(TroubleWording.trouble(error).words), isKnock: true))
    }
  }

  /// Whoever waits at the door gets an answer also where there is nobody to ask about any more.
  private func answerAtOnce() {
    secrets.wipe()
    waiting += 1
    mailbox.post(.door(.refused(Self.nobodyHere), isKnock: true))
  }

  private static let nobodyHere = "Nobody is signed in here any more. Go back and sign in again."

  private static func answer(_ result: Result<DoorAnswer, any Error>) -> DoorAnswer {
    switch result {
    case .success(let answer): answer
    case .failure(let error): .refused(TroubleWording.trouble(error).words)
    }
  }

  // MARK: Signing in

  private func signIn(_ name: String) {
    let (secret, now) = (secrets.take(.password), records.clock.now())
    secrets.wipe()
    knock { desk in
      switch try desk.signIn(name, secret, at: now) {
      case .signedIn(let who, let news): .admitted(who, news: news.words)
      case .mustChange(let pending): .mustChange(pending)
      case .refused: .refused(SignInWords.refused + ".")
      case .wait(let seconds): .refused(SignInDelay.words(seconds) + ".")
      }
    }
  }

  private func unlock() {
    guard let who = records.who else { return answerAtOnce() }
    let (secret, now) = (secrets.take(.password), records.clock.now())
    secrets.wipe()
    knock { desk in
      switch try desk.unlock(who, secret, at: now) {
      case .signedIn(let who, let news): .admitted(who, news: news.words)
      case .mustChange(let pending): .mustChange(pending)
      case .refused: .refused("This is not the password.")
      case .wait(let seconds): .refused(SignInDelay.words(seconds) + ".")
      }
    }
  }

  private func signInByAccount() {
    let (account, settings, now) = (records.account, practice.settings, records.clock.now())
    knock { desk in
      guard let who = try desk.enter(byAccount: account, settings, at: now) else {
        return .refused("The account \(account) stands for nobody who works here.")
      }
      return .admitted(who, news: nil)
    }
  }

  // MARK: Passwords

  private func chooseNew() {
    guard let pending else { return answerAtOnce() }
    let (new, again, now) = (secrets.take(.new), secrets.take(.again), records.clock.now())
    knock { desk in
      guard new.isSame(as: again) else { return .refused(Self.notTheSame) }
      return switch try desk.finish(pending, choosing: new, at: now) {
      case .changed(let who): .admitted(who, news: "Your password is changed.")
      case .refused(let findings): .refused(findings.map(\.display).joined(separator: " "))
      case .wrongPassword: .refused(SignInWords.refused + ".")
      case .wait(let seconds): .refused(SignInDelay.words(seconds) + ".")
      }
    }
  }

  private func changePassword() {
    guard let who = records.who else { return answerAtOnce() }
    let (old, new, again) = (secrets.take(.old), secrets.take(.new), secrets.take(.again))
    let now = records.clock.now()
    knock { desk in
      guard new.isSame(as: again) else { return .refused(Self.notTheSame) }
      return switch try desk.change(who, from: old, to: new, at: now) {
      case .changed: .passwordChanged
      case .refused(let findings): .refused(findings.map(\.display).joined(separator: " "))
      case .wrongPassword: .refused("This is not the password you have.")
      case .wait(let seconds): .refused(SignInDelay.words(seconds) + ".")
      }
    }
  }

  private static let notTheSame = "The two are not the same. Type both again."

  /// A save that waited for the password: the form hears of it only once the password was right.
  func saveConfirmed(_ submission: FormSubmission, _ ticket: Ticket) {
    guard let who = records.who else { return answerAtOnce() }
    let (secret, now) = (secrets.take(.password), records.clock.now())
    let (context, records, mailbox) = (context, records, mailbox)
    knock { desk in
      switch try desk.confirm(who, secret, at: now) {
      case .refused: return .refused("This is not the password.")
      case .wait(let seconds): return .refused(SignInDelay.words(seconds) + ".")
      case .confirmed(let confirmation):
        let saved = Result {
          try records.store.save(
            submission, in: context, by: try records.attribution(confirmed: confirmation),
            cost: records.desk.cost)
        }
        mailbox.post(.confirmedSave(Self.reply(saved.map(Reply.saved)), ticket))
        return .passwordConfirmed
      }
    }
  }

  // MARK: The session

  /// What the door says: whether there is a password to ask for, and whom the account stands for.
  func askAtDoor() {
    let (who, account, settings) = (records.who, records.account, practice.settings)
    let isReal = records.demo == nil
    waiting += 1
    records.store.read { records -> DoorAnswer in
      let owner =
        isReal ? try SignedIn.byAccount(account, in: records, settings)?.worker.initials : nil
      return .known(
        hasPassword: try who.map { try records.hasPassword($0.worker.id) }, account: owner)
    } then: { [mailbox] result in
      mailbox.post(.door(Self.answer(result), isKnock: true))
    }
  }

  func noteLock(byIdling: Bool) { noteSession(byIdling ? .lockedByIdling : .locked) }

  func noteSession(_ kind: AuditKind) {
    guard let who = records.who else { return }
    change { try $0.noteSession(kind, of: who) }
  }

  func signOut() {
    guard let who = records.who else { return }
    let (store, isDemo) = (records.store, records.demo != nil)
    do {
      store.write(try records.attribution()) {
        try $0.noteSession(.signedOut, of: who)
      } then: { _ in
        // Where the trail ended when somebody left, with a witness outside the file.
        if !isDemo { SystemLog.noteHead(of: store) }
      }
    } catch {
      // Without random bytes nothing can be saved; whoever leaves is not held up by it.
      records.who = nil
      return
    }
    records.who = nil
  }

  /// Nobody is at work from now on.
  func noteEnd() {
    guard let who = records.who else { return }
    records.who = nil
    // Trouble with the file shows itself, in words, at the next thing that is read or saved.
    records.store.noteEnd(of: who, at: records.clock.now()) { _ in }
  }

  func switchRole(_ role: Role) {
    waiting += 1
    records.store.read { records -> DoorAnswer in
      guard let who = try SignedIn.inDemonstration(as: role, in: records) else {
        return .refused("Nobody in this demonstration works as \(role.titleInSentence).")
      }
      return .admitted(
        who, news: "You sit at the desk of \(who.worker.name), \(role.titleInSentence).")
    } then: { [mailbox] result in
      mailbox.post(.door(Self.answer(result), isKnock: true))
    }
  }

  /// Whether the worker is still who they were, now that somebody else has saved.
  func checkStanding() {
    guard let who = records.who else { return }
    records.store.read {
      try who.asOfNow(in: $0)
    } then: { [mailbox] result in
      switch result {
      case .success(let now) where now.worker.role != who.worker.role:
        let words =
          "Your role was changed to \(now.worker.role.titleInSentence). Sign in again to go on; "
          + "what you typed is kept."
        mailbox.post(.door(.ended(words), isKnock: false))
      case .success: break
      case .failure(let error):
        // Trouble with the file shows itself, in words, at the next thing that is read or saved.
        guard let error = error as? StoreError, error.endsSession else { return }
        mailbox.post(.door(.ended(error.explanation), isKnock: false))
      }
    }
  }
}
