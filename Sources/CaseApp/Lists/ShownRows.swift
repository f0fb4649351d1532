package import CaseRules

/// The rows of a list on the screen, as they are narrowed or ticked, on their way out of the program.
package enum ShownRows: Equatable, Sendable {
  case caseload([CaseloadLine])
  /// Appointments, and calls of people who are not on file.
  case appointments([DiaryLine])
  case workloads([WorkloadLine])

  package var list: ExportedList {
    switch self {
    case .caseload: .caseload
    case .appointments: .appointments
    case .workloads: .workloads
    }
  }

  package var count: Int {
    switch self {
    case .caseload(let lines): lines.count
    case .appointments(let lines): lines.count
    case .workloads(let lines): lines.count
    }
  }
}

extension Listing {
  /// The ticked rows, else all that are shown; nil where rows of it are out of sight.
  var rowsToExport: [Line]? {
    if !ticked.isEmpty {
      let here = rows.filter { ticked.contains($0.id) }
      return here.count == ticked.count ? here : nil
    }
    return hasBefore || hasAfter ? nil : shown.map { rows[$0] }
  }
}

extension AppState {
  /// The list in front, where it can go to a file.
  private var listToExport: (isThere: Bool, rows: ShownRows?) {
    switch front {
    case .caseload(let list): (true, list.listing.rowsToExport.map(ShownRows.caseload))
    case .diary(let list): (true, list.listing.rowsToExport.map(ShownRows.appointments))
    case .missed(let list):
      (true, list.listing.rowsToExport.map { .appointments($0.map(\.appointment)) })
    case .workloads(let list): (true, list.listing.rowsToExport.map(ShownRows.workloads))
    case .today, .board, .people, .court, .bailReturns, .flaggedOffers, .due, .unfinished,
      .figures, .settings, .codes, .holidays, .officers, .suites, .workers, .proposals,
      .exceptionalAccess, .bronze, .intelligence, .trail, .referrals, .calls, .directory,
      .callTakers, .serviceReview, .possibleRecords, .edii, .ediiFigures, .record, nil:
      (false, nil)
    }
  }

  /// The rows in front that can go to a file; nil where there are none, or not all are here.
  var shownRows: ShownRows? {
    guard AccessMatrix.right(of: session.worker, to: .namedLists) != .none,
      let rows = listToExport.rows, rows.count > 0
    else { return nil }
    return rows
  }

  /// What the question about papers says of the list, in place of its buttons.
  var whyNotWholeList: String? {
    guard listToExport.isThere, listToExport.rows == nil else { return nil }
    return "The list goes on beyond the rows read here: narrow it or tick rows. More than "
      + "\(Digits.counted(session.settings.largeExportPeople, "person", "people")) takes two: the form "
      + "Large export asks for it."
  }
}

extension Question {
  /// The list of the screen as a file, beside the papers of whoever the hand is on.
  ///
  /// Where rows are ticked, those are meant and nobody else: papers are of one client.
  static func exporting(
    _ rows: ShownRows, areTicked: Bool, besides person: RecordRef?, at milliseconds: Int64
  ) -> Question {
    let person = areTicked ? nil : person
    let papers =
      person.map { person in
        [
          Button("Papers", .print(person, .text)), Button("HTML papers", .print(person, .html)),
        ]
      } ?? []
    let whose = person.map { ["Papers: summary and care plan of \($0.text), as text or as HTML."] }
    let untick = areTicked ? ["Papers are of one client: untick the rows to print them."] : []
    return Question(
      title: person == nil ? "Write the list to a file?" : "Print papers, or write the list?",
      body: [
        "Files go to the export folder, for you alone. Each is an entry of the trail."
      ] + (whose ?? []) + [
        "The list has \(Digits.counted(rows.count, "row")), those \(areTicked ? "ticked" : "shown now")."
      ] + untick,
      buttons: papers + [
        Button("CSV list", .exportList(rows, .csv)), Button("JSON list", .exportList(rows, .json)),
        Button("Not now", isSafe: true, .nothing),
      ],
      at: milliseconds)
  }
}
