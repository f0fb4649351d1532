import CaseStore

/// The file of lines that did not come in, to be corrected and fed again.
///
/// It is made when the first line is rejected: the same heading and the same bytes, with a last
/// column that says what is wrong and is not read.
struct RejectedLines {
  private let source: String
  private let heading: [UInt8]
  private let separator: UInt8
  private let problemColumn: Int?
  private let asked: String?
  /// Where it is, once there is one.
  private(set) var path: String?
  private var file: FileHandle?

  init(
    beside source: String, at path: String?, heading: CSVRecord, separator: UInt8,
    header: ImportHeader
  ) {
    self.source = source
    self.heading = heading.raw
    self.separator = separator
    problemColumn = header.problemColumn
    asked = path
  }

  /// - Throws: `SystemError` when the file cannot be made or written.
  mutating func add(_ record: CSVRecord, _ problems: [String]) throws {
    let file = try file ?? make()
    self.file = file
    try file.write(line(of: record, problems.joined(separator: " ")) + [0x0D, 0x0A])
  }

  private func line(of record: CSVRecord, _ problem: String) -> [UInt8] {
    switch record.content {
    // A broken quotation mark would swallow the column.
    case .broken: return record.raw
    case .fields(let texts):
      guard let problemColumn else {
        return record.raw + [separator] + Array(CSVWriter.field(problem).utf8)
      }
      // The file was one of rejected lines already: the old reason makes way for the new.
      var fields = texts.map(CSVWriter.marked)
      while fields.count <= problemColumn { fields.append("") }
      fields[problemColumn] = CSVWriter.field(problem)
      return Array(fields.joined(separator: String(UnicodeScalar(separator))).utf8)
    }
  }

  private mutating func make() throws -> FileHandle {
    let file = try open()
    var first = heading
    if problemColumn == nil { first += [separator] + Array(ImportHeader.problem.utf8) }
    try file.write(first + [0x0D, 0x0A])
    return file
  }

  /// Never writes over a file: the second one is called `-2`, and so on.
  private mutating func open() throws -> FileHandle {
    if let asked {
      path = asked
      return try FileHandle(creating: asked)
    }
    let stem = source.hasSuffix(".csv") ? String(source.dropLast(4)) : source
    var number = 1
    while true {
      let name = number == 1 ? "\(stem).rejected.csv" : "\(stem).rejected-\(number).csv"
      do {
        let file = try FileHandle(creating: name)
        path = name
        return file
      } catch let error as SystemError where error.isNameTaken && number < 1_000 {
        number += 1
      }
    }
  }
}
