import CaseStore
import TextScreen

/// How a command prints data.
package enum OutputFormat: String, CaseIterable, Sendable {
  case text, csv, json

  static func option(_ formats: [OutputFormat] = allCases) -> Command.Option {
    let names = formats.map(\.rawValue).joined(separator: "|")
    return Command.Option(
      "--format", takes: names, "How to print; \(formats.first?.rawValue ?? "") if not said.")
  }

  static func asked(
    by invocation: Invocation, among formats: [OutputFormat] = allCases
  ) throws -> OutputFormat {
    guard let name = invocation["--format"] else { return formats.first ?? .text }
    guard let format = OutputFormat(rawValue: name), formats.contains(format) else {
      let names = formats.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage("--format is one of \(names), not \"\(name)\"")
    }
    return format
  }
}

/// Prints rows one by one in the format asked for, holding no more than it must.
package struct RowOutput {
  package struct Column: Sendable {
    /// Stable, for programs: `due_date`.
    package let code: String
    /// For people: "Due".
    package let title: String
    package var isNumber = false

    package init(_ code: String, _ title: String, isNumber: Bool = false) {
      self.code = code
      self.title = title
      self.isNumber = isNumber
    }
  }

  private let columns: [Column]
  private let format: OutputFormat
  private let output: FileHandle
  /// Stands above the rows of a text, before the titles.
  private let heading: String?
  private var waiting: [[String?]] = []
  private var buffer = ""
  private var widths: [Int]?
  private var count = 0

  private static let gap = "  "
  private static let widest = 48
  /// Text columns are as wide as these many first rows need.
  private static let measured = 500

  package init(
    _ columns: [Column], as format: OutputFormat, on output: FileHandle, heading: String? = nil
  ) {
    self.columns = columns
    self.heading = heading
    self.format = format
    self.output = output
  }

  /// Prints one row; nil stands for "nothing known".
  package mutating func add(_ row: [String?]) throws {
    switch format {
    case .csv:
      if count == 0 { buffer += CSVWriter.line(columns.map(\.code)) }
      buffer += CSVWriter.line(row.map { $0 ?? "" })
    case .json:
      buffer += (count == 0 ? "[\n  " : ",\n  ") + JSONWriter.line(of: object(row))
    case .text:
      waiting.append(row)
      if waiting.count >= Self.measured { printWaiting() }
    }
    count += 1
    if buffer.utf8.count > 60_000 { try flush() }
  }

  /// Prints what is left; call it once, at the end.
  package mutating func finish() throws {
    switch format {
    case .csv: if count == 0 { buffer += CSVWriter.line(columns.map(\.code)) }
    case .json: buffer += count == 0 ? "[]\n" : "\n]\n"
    case .text: printWaiting()
    }
    try flush()
  }

  private mutating func flush() throws {
    try output.write(buffer)
    buffer = ""
  }

  private func object(_ row: [String?]) -> JSONValue {
    .object(
      zip(columns, row).map { column, value in
        guard let value else { return .init(column.code, .null) }
        return .init(column.code, column.isNumber ? .number(value) : .string(value))
      })
  }

  private mutating func printWaiting() {
    let rows = waiting.map { row in row.map { displaySafe($0 ?? "", lines: .one) } }
    if widths == nil, !rows.isEmpty {
      let titles = columns.map(\.title)
      let fitted = (titles.indices).map { index in
        min(Self.widest, ([titles] + rows).map { displayWidth($0[index]) }.max() ?? 0)
      }
      widths = fitted
      if let heading { buffer += heading + "\n" }
      line(titles, fitted)
    }
    for row in rows { line(row, widths ?? []) }
    waiting = []
  }

  private mutating func line(_ row: [String], _ widths: [Int]) {
    var cells = zip(row, widths).map { padded($0, to: $1) }
    // The last column may be as long as it is.
    if let last = row.last, !cells.isEmpty { cells[cells.count - 1] = last }
    var text = cells.joined(separator: Self.gap)
    while text.last == " " { text.removeLast() }
    buffer += text + "\n"
  }
}
