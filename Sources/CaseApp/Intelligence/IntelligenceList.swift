package import CaseRules

/// The intelligence queue: what waits to be graded or judged, the oldest first, and below it what was
/// judged lately; or everything, the newest first, a window at a time.
package struct IntelligenceList: ListPlace {
  package var listing: Listing<ReportLine>
  package let everything: Bool

  package init(everything: Bool = false) {
    self.everything = everything
    listing = Listing(everything ? .window(.init()) : .whole)
  }

  package var title: String { everything ? "Intelligence, all reports" : "Intelligence" }

  package func request(in context: AppContext) -> ReadRequest? {
    everything
      ? .intelligenceReports(PageRequest(narrow: listing.narrow), only) : .intelligenceQueue
  }

  package func request(for page: PageRequest) -> ReadRequest? {
    everything ? .intelligenceReports(page, only) : nil
  }

  package func key(of line: ReportLine) -> PageKey? { .entry(line.id.rawValue) }

  package mutating func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<ReportLine>? {
    guard case .intelligence(let page) = answer else { return nil }
    return page
  }

  private static let stateTitle = "State"

  private var only: ReportState? {
    listing.held.first { $0.title == Self.stateTitle }.flatMap { Int($0.code) }
      .flatMap { ReportState(rawValue: $0) }
  }

  package var valuesToAsk: [HeldValue] {
    let column = ReportLine.sortColumns.firstIndex { $0.title == Self.stateTitle } ?? 0
    return ReportState.allCases.map {
      HeldValue(
        column: column, title: Self.stateTitle, code: String($0.rawValue), words: $0.words)
    }
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard turn == .departed else { return false }
    self = IntelligenceList(everything: !everything)
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn == .departed }

  /// "3 to grade, 2 to judge".
  package var headWords: String? {
    guard !everything, phase == .loaded, narrow.isEmpty, changedCount == 0 else { return nil }
    let received = listing.rows.count { $0.state == .received }
    let graded = listing.rows.count { $0.state == .graded }
    return "\(told(received)) to grade, \(told(graded)) to judge"
  }

  /// Where as many are listed as a list takes, there may be more.
  private func told(_ count: Int) -> String { count >= 400 ? "\(count)+" : "\(count)" }

  package var emptyWords: EmptyWords {
    narrow.isEmpty
      ? EmptyWords("No report is on file.", .newReport, does: "takes one in")
      : EmptyWords("No report has these words in its subjects, place, offence or text.")
  }
}

extension ReportLine: ListLine {
  package var title: String { "\(subjectWords)  \(id.ref.text)" }

  /// By state, as they come from the records; a window of everything has one order.
  package var group: ListGroup? {
    guard standsInQueue else { return nil }
    return switch state {
    case .received: ListGroup(0, "To grade, the oldest first")
    case .graded: ListGroup(1, "To judge, the oldest first")
    case .valid: ListGroup(2, "Valid, the newest first")
    case .notValid: ListGroup(3, "Closed, not valid, kept for analysis")
    case .struck: ListGroup(4, "Struck through")
    }
  }

  package var spelled: [String] {
    [
      id.ref.text, subjectWords, grades?.short ?? "not graded", grades?.text ?? "",
      state.words, handlingWords, received.uk, next ?? "", beginning,
    ]
  }

  package var opens: Opening { .record(id.ref) }
  package var subject: RecordRef? { id.ref }
  package var client: RecordRef? { nil }

  package static var sortColumns: [SortColumn<ReportLine>] {
    [
      .words("Ref") { $0.id.ref.text }, .words("5x5x5") { $0.grades?.short },
      .words("Subject") { $0.subjectName }, .words("Handling") { $0.grades?.handling.rawValue },
      .moments("Received") { $0.received }, .moments("Waiting") { $0.waitingSince },
      .words("State") { $0.state.words }.asked { (String($0.state.rawValue), $0.state.words) },
    ]
  }
}
