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
      one row that is flushed to the disk, and so are the import of arrivals and the intelligence \
      queue of 100,000 invented reports; those files are removed again. Nothing is written into the \
      data file. How fast trail and seals are hashed comes last but the memory.

      Times are milliseconds: the middle one, those that 95 and 99 of 100 stayed below, and the \
      middle one of SQLite alone. The last lines are the memory of this process in kilobytes.
      """,
    options: [
      OutputFormat.option(),
      Command.Option(
        "--rounds", takes: "N", "How often each is done, 5 to 10000; 200 if not said."),
    ] + RecordOptions.all,
    examples: [
      Command.Example("throughcare bench", "Of the records of this account."),
      Command.Example(
        "throughcare bench --data big.db --format csv", "Of another file, as a table."),
    ],
    run: run)

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
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      var output = RowOutput(columns, as: format, on: console.output)
      let context = try records.store.read { try $0.practice() }
        .context(at: records.clock.now(), for: records.worker)
      for figure in try RecordBenchmark.run(on: records.store, in: context, rounds: rounds) {
        try output.add(row(figure))
      }
      try inFolder(beside: records.store.path) { folder in
        for figure in try FormBenchmark.run(in: folder, rounds: rounds) {
          try output.add(row(figure))
        }
        for figure in try QueueBenchmark.run(in: folder, rounds: rounds) {
          try output.add(row(figure))
        }
        let speed = try FormBenchmark.linesASecond(in: folder)
        try output.add(
          ["import", "Import, arrivals a second", String(speed), nil, nil, nil, nil, nil, "1/s"])
      }
      try output.add(
        [
          "sha256", "SHA-256, megabytes a second", String(HashBenchmark.megabytesASecond()), nil,
          nil, nil, nil, nil, "MB/s",
        ])
      try output.add(row("memory_peak", "Memory, the most so far", ProcessMemory.peakKilobytes))
      try output.add(row("memory_now", "Memory now", ProcessMemory.nowKilobytes))
      try output.finish()
      return .done
    }
  }

  private static func row(_ figure: BenchmarkFigure) -> [String?] {
    [
      figure.code, figure.title, milliseconds(figure.median), milliseconds(figure.slow),
      milliseconds(figure.slowest), milliseconds(figure.plain), decimals(figure.ratio, 2),
      String(figure.rounds), "ms",
    ]
  }

  private static func row(_ code: String, _ title: String, _ kilobytes: Int?) -> [String?] {
    [code, title, kilobytes.map { String($0) }, nil, nil, nil, nil, nil, "kB"]
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
  private static func inFolder(beside path: String, _ body: (String) throws -> Void) throws {
    var template = Array("\(PrivateFolder.parent(of: path))/bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw SystemError("A folder beside \(path) cannot be made")
    }
    let folder = String(cString: made)
    let result = Result { try body(folder) }
    try PrivateFolder.remove(folder)
    try result.get()
  }
}
