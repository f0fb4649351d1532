import CaseRules
import CaseStore

/// Who answers for a restored backup: one where there was no data file, two where one is replaced.
struct RestoreConsent {
  let plan: RestoreCommand.Plan
  let digest: Digest
  let look: Verification
  let invocation: Invocation
  let console: Console

  struct Hands {
    let first: SignedIn
    /// The second person, or the proposal they confirmed; nil where one was enough.
    let second: RecordRef?
  }

  /// Nil where it waits for the second person, who has been told what to do.
  func hands() throws -> Hands? {
    guard plan.replaces else { return Hands(first: try firstInCopy(), second: nil) }
    let live = openLive()
    defer { live?.store.close() }
    if let name = invocation["--second"] { return try atTerminal(with: name, live) }
    guard let live else {
      throw CommandFailure(
        "\(plan.path) cannot be opened, so nobody can confirm it on the screen. A backup takes its "
          + "place only by two people (GEN-003): have the second person sign in here, --second NAME"
      )
    }
    return try inFile(try CommandSignIn.identify(live, invocation, console))
  }

  // MARK: In the file that is replaced

  private func openLive() -> OpenRecords? {
    do {
      return try open(plan.path)
    } catch {
      return nil
    }
  }

  private func open(_ path: String) throws -> OpenRecords {
    var opening = try RecordOptions.plan(invocation, console, missing: .refuse)
    opening.path = path
    return try OpenRecords.open(opening)
  }

  private func inFile(_ live: OpenRecords) throws -> Hands? {
    guard let who = live.who else { throw StoreError.notSignedIn }
    let desk = CommandForms(records: live, invocation: invocation, console: console)
    if let founder = try desk.founding() { return Hands(first: founder, second: nil) }
    let context = try live.context()
    if let agreed = try newest(.confirmed, live, context) {
      try live.store.write(try live.attribution()) { try $0.use(agreed, for: "restore") }
      return Hands(first: who, second: agreed.ref)
    }
    if let waiting = try newest(.waiting, live, context) {
      try console.tell(
        "\(waiting.ref.text) waits for the second person, who confirms it in Second person. Nothing "
          + "is changed yet")
      return nil
    }
    let holds = try holds(live)
    _ = try desk.save(RestoreForm.id, about: nil) { draft in
      draft[RestoreForm.backup] = plan.backup
      draft[RestoreForm.digest] = digest.hex
      draft[RestoreForm.holds] = holds
      draft[RestoreForm.reason] = plan.reason
    }
    try console.say("Then give the same command again, within a day")
    return nil
  }

  private func newest(
    _ state: Proposal.State, _ live: OpenRecords, _ context: RuleContext
  ) throws -> Proposal? {
    let (worker, digest) = (live.worker.id, digest.hex)
    return try live.store.read {
      try AgreementRecords.newest(RestoreForm.id, in: state, of: worker, in: $0, context) {
        $0.text(RestoreForm.digest)?.lowercased() == digest
      }
    }
  }

  /// "252 people, 4012 entries; 37 later entries are given up".
  private func holds(_ live: OpenRecords) throws -> String {
    let newest = try live.store.read { try $0.trailHead() }?.number ?? 0
    let later = max(0, Int(newest) - look.entries)
    return "\(Digits.counted(look.people, "person", "people")), "
      + "\(Digits.counted(look.entries, "entry", "entries")); "
      + "\(Digits.counted(later, "later entry", "later entries")) given up"
  }

  // MARK: At the terminal

  private func firstInCopy() throws -> SignedIn {
    let copy = try CommandSignIn.identify(try open(plan.copy), invocation, console)
    defer { copy.store.close() }
    guard let who = copy.who else { throw StoreError.notSignedIn }
    return who
  }

  /// Both are here and sign in: as the file knows them that goes, or, where it can no longer say so,
  /// the backup.
  private func atTerminal(with name: String, _ live: OpenRecords?) throws -> Hands {
    if let live {
      do {
        return try bothSign(in: live, name)
      } catch let error where !(error is CommandFailure || error is StoreError) {
        try console.tell("\(plan.path): \(StoreWording.explanation(of: error))")
      }
    }
    let copy = try open(plan.copy)
    defer { copy.store.close() }
    return try bothSign(in: copy, name)
  }

  private func bothSign(in records: OpenRecords, _ name: String) throws -> Hands {
    let records = try CommandSignIn.identify(records, invocation, console)
    guard let first = records.who else { throw StoreError.notSignedIn }
    if let refusal = AccessMatrix.refusal(toEdit: .settings, by: first.worker) {
      throw CommandFailure(refusal.display)
    }
    let why = "\(plan.backup) takes the place of \(plan.path), because: \(plan.reason)"
    _ = try CommandSignIn.confirm(records, why: why, invocation, console)
    let second = try CommandSignIn.second(records, name, why: why, invocation, console)
    let found = SeparationOfDuties.findings(
      deciding: .proposal, by: second.worker, after: [.init(.proposer, first.worker)])
    if let refusal = found.blocking.first { throw CommandFailure(refusal.display) }
    return Hands(first: first, second: second.worker.id.ref)
  }
}
