import CaseRules
import CaseStore

/// Feeds the lines of a file to the records, a thousand at a time, and keeps count.
///
/// While one lot is being saved on the store's thread the next is read and taken apart here.
struct ImportWork {
  typealias Answer = Result<[FormImport.Outcome], any Error>

  private struct Lot {
    let records: [CSVRecord]
    let lines: [FormImport.ReadLine]
  }

  /// What one lot came to.
  struct Step {
    /// Lines that did not come in, with what is wrong with them.
    var rejected: [(record: CSVRecord, problems: [String])] = []
    /// Lines about what is on file already, with the record it is.
    var onFile: [(line: Int, record: RecordRef)] = []
    /// Whether there was nothing more to read.
    var isLast = false
  }

  /// Long enough to make the flush to disk cheap, short enough that others can save in between.
  private static let lotSize = 1_000

  private let store: StoreFile
  private let plan: FormImport
  private let context: RuleContext
  private let attribute: () throws -> Attribution
  private let isRehearsal: Bool
  private let bell: WakePipe
  private let mailbox: Mailbox<Answer>
  private var underWay: Lot?
  private(set) var tally = ImportTally()

  init(
    _ plan: FormImport, into store: StoreFile, context: RuleContext, isRehearsal: Bool,
    attribute: @escaping () throws -> Attribution
  ) throws {
    self.store = store
    self.plan = plan
    self.context = context
    self.attribute = attribute
    self.isRehearsal = isRehearsal
    bell = try WakePipe()
    mailbox = Mailbox(bell: bell)
  }

  /// Reads the next lot, waits for the one before it, and hands the new one over.
  mutating func step(_ next: () throws -> CSVRecord?) throws -> Step {
    let lot = try readLot(next)
    var step = try finish()
    if let lot {
      try send(lot.lines)
      underWay = lot
    }
    step.isLast = lot == nil
    return step
  }

  /// Waits for the lot under way, if there is one.
  mutating func finish() throws -> Step {
    guard let lot = underWay else { return Step() }
    underWay = nil
    return try settle(lot)
  }

  private func readLot(_ next: () throws -> CSVRecord?) throws -> Lot? {
    var records: [CSVRecord] = []
    var lines: [FormImport.ReadLine] = []
    while records.count < Self.lotSize, let record = try next() {
      records.append(record)
      if case .fields(let texts) = record.content {
        let line = FormImport.Line(number: record.line, texts: texts)
        lines.append(try plan.read(line, in: context))
      }
    }
    return records.isEmpty ? nil : Lot(records: records, lines: lines)
  }

  private func send(_ lines: [FormImport.ReadLine]) throws {
    let attribution = try attribute()
    store.bringIn(
      lines, of: plan, context: context, by: attribution, isRehearsal: isRehearsal
    ) { [mailbox] in mailbox.post($0) }
  }

  private func receive() throws -> [FormImport.Outcome] {
    while true {
      if let answer = mailbox.collect().first { return try answer.get() }
      bell.wait()
    }
  }

  private mutating func settle(_ lot: Lot) throws -> Step {
    var rest = try outcomes(of: lot)[...]
    var step = Step()
    for record in lot.records {
      let outcome: FormImport.Outcome
      switch record.content {
      case .broken(let problem): outcome = .rejected([problem.words])
      case .fields: outcome = rest.popFirst() ?? .rejected(["The line was not answered for"])
      }
      tally.count(outcome)
      tally.lastLine = record.line
      switch outcome {
      case .rejected(let problems): step.rejected.append((record, problems))
      case .onFile(let ref): step.onFile.append((record.line, ref))
      case .saved, .already: break
      }
    }
    return step
  }

  /// When the file refuses a line, the lot is tried line by line to find out which.
  private func outcomes(of lot: Lot) throws -> [FormImport.Outcome] {
    do {
      return try receive()
    } catch  where FormImport.isAboutALine(error) && lot.lines.count > 1 {
      return try lot.lines.flatMap { line in
        try send([line])
        return try receive()
      }
    }
  }
}
