import CaseRules
import CaseStore

/// `reindex`: what people and reports are found by, made anew.
enum ReindexCommand {
  static let command = Command(
    "reindex", "make the index that people and reports are found by anew",
    description: """
      Makes the search index anew from the people on file: the words of their names, how they \
      sound, and their numbers; and that of intelligence from the names of its subjects and the \
      sanitised texts of its reports. The index is kept with every change and this should never be \
      needed; it does no harm. Others can read meanwhile, and their saves wait until it is done.
      """,
    options: RecordOptions.all,
    examples: [Command.Example("throughcare reindex", "The index of the data file.")],
    run: run)

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      let (people, reports) = try records.store.write(try records.attribution()) {
        (try PersonSearchIndex.rebuild(in: $0), try ReportIndex.rebuild(in: $0))
      }
      try console.say(
        "Indexed \(Digits.counted(people, "person", "people")) and "
          + Digits.counted(reports, "intelligence report"))
      return .done
    }
  }
}
