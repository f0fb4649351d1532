import CaseRules

/// From any record to what was done with it.
extension AppState {
  /// The record whose history is meant: the page's own before the row's.
  private var recordOfHistory: RecordRef? {
    if case .record(let page)? = front { return page.ref }
    return frontPlace?.subject ?? frontPlace?.client
  }

  /// nil when there is a record in front whose history the worker may see.
  var whyNotHistory: String? {
    guard let record = recordOfHistory else { return "Pick a record first" }
    return TrailRights.whyNot(session.worker, record)
  }

  mutating func openHistory(in context: AppContext) -> [AppEffect] {
    guard let record = recordOfHistory else { return [] }
    let title = openRecord == record ? frontPlace?.currentTitle ?? "" : ""
    push(.list(.trail(TrailList(about: record, called: title))))
    return readFront(.fresh, in: context)
  }

  // MARK: Export

  /// The trail in front, which goes to a file as it is shown.
  var exportable: TrailList? {
    if case .trail(let list)? = front { list } else { nil }
  }

  func askWhereTrailGoes(_ list: TrailList, at milliseconds: Int64) -> Question {
    Question(
      title: "Write these \(list.headWords ?? "entries") to a file?",
      body: [
        "The list as it is narrowed now goes to a file in the export folder that only you can read.",
        "The export is an entry of the trail itself.",
      ],
      buttons: [
        Question.Button("CSV", .exportTrail(list.ask, list.narrow, .csv)),
        Question.Button("JSON", .exportTrail(list.ask, list.narrow, .json)),
        Question.Button("Not now", isSafe: true, .nothing),
      ],
      at: milliseconds)
  }
}

/// As what a list leaves the program.
package enum ListFormat: String, CaseIterable, Sendable {
  case csv, json
}

// MARK: - What was narrowed to

/// GEN-003: opening the trail is noted before it is shown. What it is then narrowed to is noted once
/// the hand has rested, not letter by letter.
extension AppState {
  private static let rest = 1_000

  func waitToNoteTrail() -> [AppEffect] {
    exportable?.unnoted == nil ? [] : [.wake(afterMilliseconds: Self.rest)]
  }

  mutating func noteNarrowedTrail() -> AppEffect? {
    guard case .trail(var list)? = front, let narrow = list.unnoted else { return nil }
    list.noted = list.noteKey
    changeFront { place in
      if place is TrailList { place = list }
    }
    return .noteTrail(list.ask, narrow)
  }

  /// Whoever comes back to the trail looks again: it opens whole, which is noted as the first time,
  /// and what it is narrowed to then is noted afresh.
  mutating func openTrailWhole() {
    guard case .trail(var list)? = front else { return }
    list.openWhole()
    changeFront { place in
      if place is TrailList { place = list }
    }
  }
}
