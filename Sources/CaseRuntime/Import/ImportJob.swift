import CaseRules
import CaseStore

/// One run of an import, from the first byte of the file to the last sentence.
struct ImportJob {
  let input: FileHandle
  let source: String
  let console: Console
  let records: OpenRecords
  let interruption: Interruption
  var isRehearsal = false
  var rejectedPath: String?

  /// More than this are counted and written to the file, but not listed one by one.
  private static let listed = 200

  init(
    input: FileHandle, source: String, console: Console, records: OpenRecords,
    interruption: Interruption
  ) {
    self.input = input
    self.source = source
    self.console = console
    self.records = records
    self.interruption = interruption
  }

  func run(
    _ form: FormDefinition, names: [FieldCode: [String]],
    mapping: [(field: String, heading: String)], constants: [String: String],
    reasons: [String: String]
  ) throws -> ExitCode {
    var stream = CSVStream(input)
    guard let heading = try stream.next() else { throw CommandFailure("\(source) is empty") }
    let header = try ImportHeader(
      try texts(of: heading), for: form, names: names, mapping: mapping,
      constants: constants)
    if !header.unread.isEmpty {
      try console.tell("Not read: \(header.unread.joined(separator: ", "))")
    }
    let context = try records.context()
    if let refusal = FormDesk.whyNotSave(form.id, context.worker) {
      throw CommandFailure(refusal.display)
    }
    let plan = try records.store.beginImport(
      of: fileName, as: form, header: header, reasons: reasons, by: try records.attribution())
    var rejects = RejectedLines(
      beside: source == "-" ? "input.csv" : source, at: rejectedPath, heading: heading,
      separator: stream.separator, header: header)
    return try work(plan, context, &stream, &rejects)
  }

  private var fileName: String {
    source.split(separator: "/").last.map(String.init) ?? "input"
  }

  private func texts(of heading: CSVRecord) throws -> [String] {
    switch heading.content {
    case .fields(let texts): return texts
    case .broken(let problem): throw CommandFailure("The first line: \(problem.words)")
    }
  }

  private func work(
    _ plan: FormImport, _ context: RuleContext, _ stream: inout CSVStream,
    _ rejects: inout RejectedLines
  ) throws -> ExitCode {
    var work = try ImportWork(
      plan, into: records.store, context: context, isRehearsal: isRehearsal,
      attribute: { try records.attribution() })
    var bar = ProgressBar(isRehearsal ? "Checking" : "Importing", on: console.errors)
    let started = SteadyClock.milliseconds()
    var wasStopped = false
    while !wasStopped {
      let step = try work.step { try stream.next() }
      try report(step, work.tally, &rejects, &bar)
      if step.isLast { break }
      try bar.show(
        done: stream.bytesTaken, of: input.size, Self.speed(work.tally, since: started))
      wasStopped = interruption.isRequested()
    }
    try report(try work.finish(), work.tally, &rejects, &bar)
    try bar.clear()
    if !isRehearsal { try note(work.tally, of: plan, stream.digest) }
    return try conclude(work.tally, wasStopped: wasStopped, rejects.path)
  }

  /// "12000 lines, 21300 a second".
  private static func speed(_ tally: ImportTally, since started: Int64) -> String {
    let elapsed = max(1, SteadyClock.milliseconds() - started)
    return "\(tally.lines) lines, \(tally.lines * 1_000 / Int(elapsed)) a second"
  }

  private func report(
    _ step: ImportWork.Step, _ tally: ImportTally, _ rejects: inout RejectedLines,
    _ bar: inout ProgressBar
  ) throws {
    let told = tally.already - step.onFile.count
    for (index, (line, ref)) in step.onFile.enumerated() where told + index < Self.listed {
      try bar.clear()
      try console.tell("Line \(line): already on file as \(ref.text), not brought in again")
    }
    let before = tally.rejected - step.rejected.count
    for (index, (record, problems)) in step.rejected.enumerated() {
      if !isRehearsal { try rejects.add(record, problems) }
      guard before + index < Self.listed else { continue }
      try bar.clear()
      try console.tell("Line \(record.line): \(problems.joined(separator: " "))")
    }
  }

  /// GEN-003: what came of it, and of which file.
  private func note(_ tally: ImportTally, of plan: FormImport, _ digest: Digest?) throws {
    let name = fileName
    try records.store.write(try records.attribution()) {
      try $0.noteImport(plan, of: name, saved: tally.saved, rejected: tally.rejected, digest)
    }
  }

  private func conclude(
    _ tally: ImportTally, wasStopped: Bool, _ rejected: String?
  ) throws -> ExitCode {
    try console.say(tally.words(isRehearsal: isRehearsal))
    if tally.possible > 0, !isRehearsal {
      try console.say(
        "Possible records may be of people who were on file: answer for them in Possible records, "
          + "Ctrl+G m (PPL-004)")
    }
    if let rejected {
      let verb = tally.rejected == 1 ? "is" : "are"
      try console.say(
        "The \(Digits.counted(tally.rejected, "rejected line")) \(verb) in \(rejected), each with what "
          + "is wrong in its last column. Put the lines right in that file and import it, with the "
          + "same options")
    } else if tally.rejected > 0, isRehearsal {
      try console.say(
        "Nothing was kept. Without --dry-run, rejected lines are written to a file of their own")
    }
    if wasStopped {
      try console.say(
        "Stopped after line \(tally.lastLine). Start the same command again to go on; "
          + "nothing comes in twice")
    }
    return tally.rejected == 0 && !wasStopped ? .done : .foundWrong
  }
}
