import CaseStore
import Glibc

/// `bench`: how fast the program is on this computer and on this file.
enum BenchCommand {
  static let command = Command(
    "bench", "measure how fast the program is here, next to SQLite alone",
    description: """
      Times what a worker waits for, on the file they work with: opening it, a page of people, the \
      next page, a person's record, the first screen (theirs, that of the fullest caseload and a team \
      leader's), and Find after each letter and by each kind of thing that is typed. Each is done many \
      times by turns with the bare statements on a connection of its own; "ratio" is how many times \
      as long the program takes as SQLite alone.

      Saving is timed in a new file beside the data file, on the same disk, against an update of \
      one row by SQLite alone in another new file, each flushed to the disk; the import of arrivals \
      and the intelligence queue of 100,000 invented reports have new files too. All of them are \
      removed again, and nothing is written into the data file. How fast trail and seals are hashed \
      comes last but the memory.

      Times are milliseconds: the middle one, those that 95 and 99 of 100 stayed below, and the \
      middle one of SQLite alone. The last lines are the memory of this process in kilobytes.
      """,
    options: [
      OutputFormat.option(),
      Command.Option(
        "--rounds", takes: "N", "How often each is done, 5 to 10000; 200 if not said."),
      Command.Option(
        "--only", takes: "PART", "One part alone: \(Part.codes)."),
    ] + RecordOptions.all,
    examples: [
      Command.Example("throughcare bench", "Of the records of this account."),
      Command.Example(
        "throughcare bench --data big.db --format csv", "Of another file, as a table."),
    ],
    run: run)

  /// What can be timed by itself.
  private enum Part: String, CaseIterable {
    case records
    case save
    case queue
    case imports = "import"
    case hash

    static let codes = allCases.map(\.rawValue).joined(separator: ", ")

    static func asked(by invocation: Invocation) throws -> [Part] {
      guard let text = invocation["--only"] else { return allCases }
      if let part = Part(rawValue: text) { return [part] }
      throw CommandFailure.usage("--only takes one of \(codes), not \"\(text)\"")
    }
  }

  private static let columns = [
    RowOutput.Column("code", "Code"), RowOutput.Column("what", "What"),
    RowOutput.Column("median", "Median", isNumber: true),
    RowOutput.Column("p95", "95 %", isNumber: true),
    RowOutput.Column("p99", "99 %", isNumber: true),
    RowOutput.Column("sqlite", "SQLite", isNumber: true),
    RowOutput.Column("ratio", "Ratio", isNumber: true),
    RowOutput.Column("rounds", "Rounds", isNumber: true),
    RowOutput.Column("unit", "Unit"),
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let rounds = try RecordOptions.number(
      "--rounds", of: invocation, in: 5...10_000, otherwise: 200)
    let parts = try Part.asked(by: invocation)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      var output = RowOutput(columns, as: format, on: console.output)
      for part in parts {
        for row in try rows(of: part, records, rounds) { try output.add(row) }
      }
      try output.add(row("memory_peak", "Memory, the most so far", ProcessMemory.peakKilobytes))
      try output.add(row("memory_now", "Memory now", ProcessMemory.nowKilobytes))
      try output.finish()
      return .done
    }
  }

  private static func rows(
    of part: Part, _ records: OpenRecords, _ rounds: Int
  ) throws -> [[String?]] {
    let path = records.store.path
    switch part {
    case .records:
      let context = try records.store.read { try $0.practice() }
        .context(at: records.clock.now(), for: records.worker)
      return try RecordBenchmark.run(on: records.store, in: context, rounds: rounds).map(row)
    case .save:
      return try inFolder(beside: path) { try FormBenchmark.run(in: $0, rounds: rounds) }.map(row)
    case .queue:
      return try inFolder(beside: path) { try QueueBenchmark.run(in: $0, rounds: rounds) }.map(row)
    case .imports:
      let speed = try inFolder(beside: path) { try FormBenchmark.linesASecond(in: $0) }
      return [row("import", "Import, arrivals a second", speed, "1/s")]
    case .hash:
      let speed = HashBenchmark.megabytesASecond()
      return [row("sha256", "SHA-256, megabytes a second", speed, "MB/s")]
    }
  }

  private static func row(_ figure: BenchmarkFigure) -> [String?] {
    [
      figure.code, figure.title, milliseconds(figure.median), milliseconds(figure.slow),
      milliseconds(figure.slowest), milliseconds(figure.plain), decimals(figure.ratio, 2),
      String(figure.rounds), "ms",
    ]
  }

  private static func row(
    _ code: String, _ title: String, _ figure: Int?, _ unit: String = "kB"
  ) -> [String?] {
    [code, title, figure.map { String($0) }, nil, nil, nil, nil, nil, unit]
  }

  private static func milliseconds(_ microseconds: Double) -> String {
    decimals(microseconds / 1_000, 3)
  }

  /// "0.042": always that many digits after the point, whatever the language of the account.
  static func decimals(_ value: Double, _ digits: Int) -> String {
    let unit = (0..<digits).reduce(1) { product, _ in product * 10 }
    let whole = Int((min(max(value, 0), 1e12) * Double(unit)).rounded())
    let rest = String(whole % unit)
    return "\(whole / unit)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  // MARK: Saving

  /// In a folder that is there only meanwhile, on the disk of the data file.
  private static func inFolder<Answer>(
    beside path: String, _ body: (String) throws -> Answer
  ) throws -> Answer {
    var template = Array("\(PrivateFolder.parent(of: path))/bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw SystemError("A folder beside \(path) cannot be made")
    }
    let folder = String(cString: made)
    let result = Result { try body(folder) }
    try PrivateFolder.remove(folder)
    return try result.get()
  }
}
