import CaseRules
import CaseStore

/// T18: a list of more people than one worker takes out alone leaves the program only by two.
enum LargeExports {
  static let option = Command.Option(
    "--ask", takes: "WHY",
    "Ask a second person for this list, where it names more people than one worker takes out.")

  static let options = [option] + RecordOptions.all

  /// Puts the list before a second person, when that is what the command was given for; nil when not.
  static func asked(
    _ list: ExportedList, _ records: OpenRecords, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode? {
    guard let why = invocation[option.name] else { return nil }
    guard list.function != nil else {
      throw CommandFailure.usage("This list names nobody and needs no second person")
    }
    let desk = CommandForms(records: records, invocation: invocation, console: console)
    _ = try desk.save(LargeExportForm.id, about: nil) { draft in
      draft[LargeExportForm.list] = list.rawValue
      draft[LargeExportForm.why] = why
    }
    return .done
  }

  /// Reads a list once for the people it names, and for too many of them uses what a second person
  /// has agreed to.
  ///
  /// - Throws: `StoreError.refused` when nobody has; nothing has left the program then.
  static func check(
    _ list: ExportedList, in records: OpenRecords, _ context: RuleContext,
    naming: (_ add: @escaping ([RecordRef?]) throws -> Void) throws -> Void
  ) throws {
    var people: Set<RecordRef> = []
    do {
      try naming { more in
        people.formUnion(more.compactMap(\.self))
        if people.count > context.settings.largeExportPeople { throw Enough() }
      }
      return
    } catch is Enough {
      if try isLedByNobody(records) { return }
    }
    let count = people.count
    try records.store.write(try records.attribution()) {
      try $0.agree(to: list, naming: count, in: context)
    }
  }

  /// There are more, and how many does not matter.
  private struct Enough: Error {}

  /// Whoever owns a file that has no administrator has nobody to ask.
  private static func isLedByNobody(_ records: OpenRecords) throws -> Bool {
    guard let who = records.who, PrivateFolder.isOwn(records.store.path) else { return false }
    return try records.store.read { try SignedIn.standIn(who, in: $0) } != nil
  }
}
