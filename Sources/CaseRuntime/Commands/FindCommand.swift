import CaseRules
import CaseStore

/// `find`: people by whatever is known of them.
enum FindCommand {
  static let command = Command(
    "find", "find people by name, alias, sound, number or date of birth",
    description: """
      Finds people as F3 does on the screen: by name, alias or short form, by how a name sounds or \
      is misspelt, by initials, PNC, CRO, prison number or other reference, postcode, phone number \
      or its last digits, and by date of birth, also with day and month swapped, a day out or with \
      a wrong year. Names and a date or a number may stand together.

      The best hits come first, and each says why it was found. That you searched is put on the \
      audit trail.
      """,
    operands: [
      Command.Operand("WHO", repeats: true, "What is known: smyth 3/4/85, mick, 04/1234567F.")
    ],
    options: [
      OutputFormat.option(),
      Command.Option("--limit", takes: "N", "At most so many, 1 to 500; 20 if not said."),
    ] + LargeExports.options,
    examples: [
      Command.Example("throughcare find smyth jon 3/4/85", "A name and a date of birth."),
      Command.Example(
        "throughcare find phone 900123 --format json", "By the end of a phone number."),
    ],
    run: run)

  private static let columns = [
    RowOutput.Column("person", "Person"), RowOutput.Column("family_name", "Family name"),
    RowOutput.Column("given_names", "Given names"), RowOutput.Column("born", "Born"),
    RowOutput.Column("estimated_age", "About", isNumber: true), RowOutput.Column("pnc", "PNC"),
    RowOutput.Column("postcode", "Postcode"), RowOutput.Column("worker", "Worker"),
    RowOutput.Column("found_by", "Found by"),
  ]

  private static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = try OutputFormat.asked(by: invocation)
    let limit = try RecordOptions.number("--limit", of: invocation, in: 1...500, otherwise: 20)
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      if let asked = try LargeExports.asked(.found, records, invocation, console) { return asked }
      let hits = try find(invocation.operands.joined(separator: " "), limit: limit, records)
      try RefusedListings.noting("find", in: records) {
        try LargeExports.check(.found, in: records, try records.context()) { add in
          try add(hits.map(\.ref))
        }
      }
      var output = RowOutput(
        columns, as: format, on: console.output, heading: Marking.personal)
      let cells = Cells(format: format)
      for hit in hits { try output.add(row(hit, cells)) }
      try output.finish()
      return .done
    }
  }

  /// GEN-003: the search is on the trail before anybody is shown.
  static func find(
    _ typed: String, limit: Int, depth: FindDepth = .far, _ records: OpenRecords
  ) throws -> [PersonLine] {
    let context = try records.context()
    let hits = try RefusedListings.noting("find", in: records) {
      try records.store.read {
        try PersonRecords.find(typed, limit: limit, depth: depth, in: $0, context)
      }
    }
    try records.store.write(try records.attribution()) {
      try PersonRecords.noteSearch(typed, found: hits.count, in: $0)
    }
    return hits
  }

  private static func row(_ hit: PersonLine, _ cells: Cells) -> [String?] {
    [
      hit.ref.text, hit.familyName, hit.givenNames, cells.date(hit.born),
      hit.estimatedAge.map { String($0) }, hit.pnc, hit.postcode, hit.worker, hit.because,
    ]
  }
}
