import CaseApp
import CaseRules
import CaseStore

/// The trail for the screen: what was typed above it, understood, and the entries that fit.
enum TrailReader {
  /// More than anybody reads; the command line has no end.
  static let mostExported = 100_000

  static func words(
    _ ask: TrailAsk, _ narrow: String, on records: Records, in context: RuleContext
  ) throws -> TrailWords {
    var filter = ask.about.map { TrailFilter(record: $0) } ?? TrailFilter()
    if let month = ask.month {
      filter.from = month.firstOfMonth
      filter.to = month.firstOfMonth.adding(days: 31).firstOfMonth.adding(days: -1)
    }
    filter.kinds = ask.group.map { EventKind.codes(in: [$0]) }
    filter.related = ask.related
    return TrailWords(
      narrow, narrowing: filter, workers: try records.workers().map(\.worker),
      in: context.reading)
  }

  static func answer(
    _ ask: TrailAsk, _ page: PageRequest, on records: Records, in context: RuleContext
  ) throws -> TrailAnswer {
    if let why = TrailRights.whyNot(context.worker, ask.about) {
      throw StoreError.refused([Finding("GEN-003", .blocks, why)])
    }
    let words = try words(ask, page.narrow, on: records, in: context)
    guard words.unknown.isEmpty else {
      return TrailAnswer(
        page: RowPage(whole: []), understood: words.understood, unknown: words.unknown)
    }
    let found = try TrailRecords.page(
      of: words.filter, TrailPlace(page.place), limit: page.limit, in: records, context)
    let wording = HistoryWording(codes: context.codes, workers: try records.workerNames())
    let rows = RowPage(
      lines: found.lines.map(wording.row), hasBefore: found.hasNewer, hasAfter: found.hasOlder,
      total: found.total > TrailRecords.countsTo
        ? .moreThan(TrailRecords.countsTo) : .exactly(found.total))
    return TrailAnswer(page: rows, understood: words.understood, unknown: [])
  }
}

extension TrailPlace {
  fileprivate init(_ place: PageRequest.Place) {
    switch place {
    case .first: self = .newest
    case .last: self = .oldest
    case .after(let key): self = key.entry.map { .olderThan($0) } ?? .newest
    case .before(let key): self = key.entry.map { .newerThan($0) } ?? .newest
    }
  }
}

extension EffectRunner {
  /// GEN-003: opening the history of a record, or the trail, is a look and stands on the trail
  /// before anything is shown; narrowing it is noted once the hand rests.
  func readTrail(_ ask: TrailAsk, _ page: PageRequest, _ ticket: Ticket) {
    let context = context
    guard page.narrow.isEmpty, page.place == .first, !ask.isHeld else {
      self.ask(ticket, on: .long) {
        .read(.trail(try TrailReader.answer(ask, page, on: $0, in: context)))
      }
      return
    }
    change(ticket) { transaction in
      do {
        let answer = try TrailReader.answer(ask, page, on: transaction.connection, in: context)
        let words = try TrailReader.words(ask, "", on: transaction.connection, in: context)
        try TrailRecords.note(words.filter, in: transaction)
        return .read(.trail(answer))
      } catch {
        guard let finding = Viewing.refusal(error) else { throw error }
        if let about = ask.about {
          try Viewing.noteRefusal(finding, at: about, in: transaction)
        } else {
          try transaction.noteRefusedListing(of: "trail", finding)
        }
        return .failed(TroubleWording.trouble(error))
      }
    }
  }

  func noteTrail(_ ask: TrailAsk, _ narrow: String) {
    let context = context
    change { transaction in
      let words = try TrailReader.words(ask, narrow, on: transaction.connection, in: context)
      try TrailRecords.note(words.filter, in: transaction)
    }
  }

  /// Reads what is shown, puts the export on the trail, and only then writes the file.
  func exportTrail(_ ask: TrailAsk, _ narrow: String, _ format: ListFormat, _ ticket: Ticket) {
    let (context, folder, store) = (context, records.exportFolder, records.store)
    let name = PaperFile.name(ofList: "trail", at: context.now, suffix: format.rawValue)
    let output = OutputFormat(rawValue: format.rawValue) ?? .csv
    attributed(ticket) { attribution, reply in
      store.read(on: .long) { records in
        let filter = try TrailReader.words(ask, narrow, on: records, in: context).filter
        let wording = HistoryWording(codes: context.codes, workers: try records.workerNames())
        let lines = try TrailRecords.lines(
          of: filter, olderThan: nil, limit: TrailReader.mostExported, in: records, context)
        let rows = lines.map { HistoryRows.row($0, wording, Cells(format: output)) }
        return (filter: filter, rows: rows, people: Set(lines.compactMap(\.names)).count)
      } then: { found in
        switch found {
        case .failure(let error): reply(.failure(error))
        case .success(let list):
          store.write(attribution) { transaction -> Reply? in
            do {
              try transaction.agree(to: .trail, naming: list.people, in: context)
            } catch {
              guard let finding = Viewing.refusal(error) else { throw error }
              try transaction.noteRefusedListing(of: "export trail", finding)
              return .failed(TroubleWording.trouble(error))
            }
            try TrailRecords.noteExport(
              list.filter, rows: list.rows.count, to: name, in: transaction)
            return nil
          } then: { refused in
            reply(
              refused.flatMap { refusal in
                if let refusal { return .success(refusal) }
                return Result {
                  .read(.printed(try write(list.rows, as: output, to: name, in: folder)))
                }
              })
          }
        }
      }
    }
  }
}

private func write(
  _ rows: [[String?]], as format: OutputFormat, to name: String, in folder: String
) throws -> String {
  try PaperFile.write(to: name, in: folder) { file in
    var table = RowOutput(HistoryRows.columns, as: format, on: file)
    for row in rows { try table.add(row) }
    try table.finish()
  }
}
