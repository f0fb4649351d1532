package import CaseRules

/// A client's papers: asked for as what, and told where they are.
extension AppState {
  /// The person in front whose papers can be printed.
  var printable: RecordRef? {
    frontPlace?.client.flatMap { $0.kind == .person ? $0 : nil }
  }

  /// What the page in front offers for paper besides, or the row of a list.
  private var onPage: PrintableOnPage? {
    if case .record(let page)? = front { return page.printable }
    return frontPlace?.subject?.paper.map(PrintableOnPage.paper)
  }

  /// nil when papers can be printed of what is in front.
  var whyNotPrint: String? {
    if exportable != nil || shownRows != nil { return nil }
    switch onPage {
    case .paper: return nil
    case .refused(let why): return why
    case nil: break
    }
    if let why = AccessMatrix.whyNotRead(session.worker, .personAndCaseload) { return why }
    return printable == nil ? "Pick a person first" : nil
  }

  /// What the key does here: a list, a paper and a client leave the program each in their way.
  var printTitle: String {
    if exportable != nil { return "Write the trail to a file" }
    if case .paper(let paper)? = onPage { return "Print \(paper.words)" }
    switch (shownRows != nil, printable != nil) {
    case (true, true): return "Print the client's papers, or write the list"
    case (true, false): return "Write this list to a file"
    case (false, true): return "Print the client's papers"
    case (false, false): return Command.print.title
    }
  }

  mutating func askWhatToPrint(in context: AppContext) -> [AppEffect] {
    if let list = exportable {
      return show(.question(askWhereTrailGoes(list, at: context.milliseconds)))
        + [.discardTypedAhead]
    }
    if case .paper(let paper)? = onPage {
      return show(.question(.printPaper(paper, at: context.milliseconds))) + [.discardTypedAhead]
    }
    if let rows = shownRows {
      let areTicked = (frontPlace?.tickedCount ?? 0) > 0
      return show(
        .question(
          .exporting(
            rows, areTicked: areTicked, besides: printable, at: context.milliseconds)))
        + [.discardTypedAhead]
    }
    guard let person = printable else { return [] }
    return show(.question(.print(person, and: whyNotWholeList, at: context.milliseconds)))
      + [.discardTypedAhead]
  }

  mutating func print(_ person: RecordRef, as format: PaperFormat) -> [AppEffect] {
    [.print(person, format, tickets.issue(.printing))]
  }

  mutating func receivePrinted(_ reply: Reply, in context: AppContext) -> [AppEffect] {
    switch reply {
    case .read(.printed(let path)):
      return say(whereItLies(path), .done, in: context)
    case .failed(let trouble): return say(trouble.words, .problem, in: context)
    case .read, .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded,
      .draftResumed:
      return []
    }
  }
}

/// The name first: a long folder may be cut.
private func whereItLies(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "\(path) is written, for you alone" }
  let name = path[path.index(after: slash)...]
  return "\(name) is written, for you alone, in \(path[..<slash])"
}

/// What a record's page offers for paper.
package enum PrintableOnPage: Equatable, Sendable {
  /// A paper that was made and stays as it is.
  case paper(PaperRef)
  /// There will be something, and this is why there is nothing yet.
  case refused(String)
}

extension Question {
  static func printPaper(_ paper: PaperRef, at milliseconds: Int64) -> Question {
    Question(
      title: "Print \(paper.words)?",
      body: [
        "Word for word as \(paper.frozenWords). A file goes to the export",
        "folder, for you alone; the printer is the one an administrator set.",
        "Every print is on the audit trail.",
      ],
      buttons: [
        Button("Text", .printPaper(paper, .text)), Button("HTML", .printPaper(paper, .html)),
        Button("Printer", .printPaper(paper, .printer)),
        Button("Not now", isSafe: true, .nothing),
      ],
      at: milliseconds)
  }

  static func print(
    _ person: RecordRef, and list: String?, at milliseconds: Int64
  ) -> Question {
    Question(
      title: "Print the papers of \(person.text)?",
      body: [
        "Summary and care plan go to a file in the export folder that only you can read.",
        "Every page is marked CONFIDENTIAL - PERSONAL DATA. The print is on the audit trail.",
      ] + [list].compactMap(\.self),
      buttons: [
        Button("Text", .print(person, .text)), Button("HTML", .print(person, .html)),
        Button("Not now", isSafe: true, .nothing),
      ],
      at: milliseconds)
  }
}
