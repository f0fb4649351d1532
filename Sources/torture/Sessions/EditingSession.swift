import CaseRules
import CaseStore
import SQLite

/// A worker in a process of its own who changes one person's record again and again, as do others.
///
/// Each edit counts one or two answers up by one and signs them, so that an edit that was lost shows
/// in the number. When somebody else was faster they put both people's answers together, as the form
/// offers it, and count on from theirs where both changed the same one.
struct EditingSession {
  /// The word that asks for it: `PATH PERSON ACCOUNT EDITS SEED [blind]`.
  static let command = "editor"

  /// Answers of which every text is one.
  static let fields = [PersonForm.address, PersonForm.language, PersonForm.riskNote]

  private let store: StoreFile
  private let who: SignedIn
  private let person: RecordRef
  private let context: RuleContext
  private let isBlind: Bool
  private var chance: Chance
  private var edits: [FieldCode: Int] = [:]
  private var shown = 0
  private var joined = 0

  /// Ends with `edits FIELD COUNT` for each field, `shown COUNT` and `joined COUNT`.
  static func runAndLeave(_ arguments: [String]) -> Never {
    guard arguments.count >= 5, let person = Int64(arguments[1]), let count = Int(arguments[3]),
      let seed = UInt64(arguments[4])
    else { ProcessPipes.leave(2) }
    do {
      let store = try StoreFile(existing: arguments[0], as: arguments[2])
      defer { store.close() }
      var session = try EditingSession(
        store, PersonID(person).ref, account: arguments[2], seed, isBlind: arguments.last == "blind"
      )
      ProcessPipes.writeLine("ready")
      _ = readLine()
      for _ in 0..<count { try session.edit() }
      session.report()
    } catch {
      ProcessPipes.writeLine("error \(StoreWording.explanation(of: error))")
      ProcessPipes.leave(1)
    }
    ProcessPipes.leave(0)
  }

  private init(
    _ store: StoreFile, _ person: RecordRef, account: String, _ seed: UInt64, isBlind: Bool
  ) throws {
    let found = try store.read {
      try SignedIn.byAccount(account, in: $0, try $0.settings().settings)
    }
    guard let found else { throw StoreError.notSignedIn }
    (self.store, self.person, self.isBlind, who) = (store, person, isBlind, found)
    context = try store.read { try $0.practice() }.context(at: TrialFile.now, for: found.worker)
    chance = Chance(seed: seed)
  }

  private mutating func edit() throws {
    let (person, context) = (person, context)
    let opened = try store.read {
      try FormDesk.open(PersonForm.id, about: person, on: $0, in: context)
    }
    let mine = EditingSession.fields.shuffled(using: &chance)
      .prefix(Int.random(in: 1...2, using: &chance))
    var (base, draft, revision) = (opened.draft, opened.draft, opened.revision)
    for field in mine { draft[field] = next(after: base[field]) }
    while true {
      let outcome = try store.save(
        FormSubmission(
          form: PersonForm.id, about: person, draft: draft, revision: isBlind ? nil : revision),
        in: context, by: try Attribution(by: who, at: TrialFile.now))
      switch outcome {
      case .saved:
        for field in mine { edits[field, default: 0] += 1 }
        return
      case .changedElsewhere(let theirs, let newer, let by):
        draft = try together(base, theirs, draft, by)
        (base, revision) = (theirs, newer)
      case .refused(let findings): throw StoreError.refused(findings)
      case .needsPassword: throw StoreError.notFound
      }
    }
  }

  /// Nothing of theirs may be passed over in silence: it is joined, or both are shown.
  private mutating func together(
    _ base: FormDraft, _ theirs: FormDraft, _ mine: FormDraft, _ by: OpenedForm.Change?
  ) throws -> FormDraft {
    shown += 1
    let merge = FormMerge(before: base, theirs: theirs, mine: mine)
    var draft = merge.draft
    if by == nil { ProcessPipes.writeLine("nobody named for their change") }
    for field in EditingSession.fields where theirs[field] != base[field] {
      let conflict = merge.conflicts.first { $0.place.field == field }
      if mine[field] == base[field] {
        if draft[field] == theirs[field], conflict == nil { joined += 1 } else { silent(field) }
      } else if conflict?.theirs == .text(theirs[field]), conflict?.mine == .text(mine[field]) {
        draft[field] = next(after: theirs[field])
      } else {
        silent(field)
      }
    }
    return draft
  }

  private func silent(_ field: FieldCode) {
    ProcessPipes.writeLine("their change of \(field.text) was passed over")
  }

  private func next(after text: String) -> String {
    "\(EditingSession.number(in: text) + 1) by \(who.worker.name)"
  }

  static func number(in text: String) -> Int { Int(text.prefix { $0 != " " }) ?? 0 }

  private func report() {
    for field in EditingSession.fields {
      ProcessPipes.writeLine("edits \(field.text) \(edits[field] ?? 0)")
    }
    ProcessPipes.writeLine("shown \(shown)")
    ProcessPipes.writeLine("joined \(joined)")
  }
}
