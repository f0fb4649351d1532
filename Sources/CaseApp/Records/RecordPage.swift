package import CaseRules

/// The page of one record: what it is, what can be done, what is due, what happened.
package struct RecordPage: ListPlace {
  package var listing = Listing<FactLine>()
  package let ref: RecordRef
  /// Name, birth and number, in view all the time: the wrong person is the worst mistake.
  package private(set) var heading: String
  /// What must not be overlooked: risks, young age, a missing offer.
  package private(set) var warnings: [String] = []
  package private(set) var personRef: RecordRef?
  /// The first of the person's appointments that wait for an outcome.
  private var firstBooked: RecordRef?
  /// The form that meets what presses most.
  private var firstDue: FormID?
  package private(set) var offered: [OfferedForm] = []
  private var ownPaper: PrintableOnPage?

  package init(_ ref: RecordRef, title: String) {
    self.ref = ref
    heading = title
  }

  package var title: String { ref.kind.words.capitalisedFirst }
  package func request(in context: AppContext) -> ReadRequest? { .record(ref) }

  package mutating func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<FactLine>? {
    guard let content = RecordContent(answer, in: context) else { return nil }
    heading = content.heading
    warnings = content.warnings
    personRef = content.person
    firstBooked = content.booked
    firstDue = content.due
    offered = content.offered
    ownPaper = content.printable
    return RowPage(whole: content.lines.numbered())
  }

  package var subject: RecordRef? { listing.current?.subject ?? ref }
  /// Nothing is known while it is being read again, as after a save.
  package var knownActions: [OfferedForm]? {
    listing.awaited != nil ? nil : (listing.current?.actions ?? []) + offered
  }
  package var pageKind: RecordRef.Kind? { ref.kind }
  package var currentTitle: String { heading.isEmpty ? ref.text : heading }
  package var booked: RecordRef? { listing.current?.booked ?? firstBooked }
  package var dueForm: FormID? { listing.current?.dueForm ?? firstDue }
  /// What can be printed of the record besides a client's papers: of the line, or of the page; nil
  /// for nothing.
  package var printable: PrintableOnPage? {
    listing.current?.paper.map(PrintableOnPage.paper) ?? ownPaper
  }
  package var client: RecordRef? { ref.kind == .person ? ref : personRef }

  package var emptyWords: EmptyWords { EmptyWords("Nothing is known about this record.") }
}

/// What a page shows of a record, whatever kind it is.
struct RecordContent {
  var heading: String
  var warnings: [String] = []
  var person: RecordRef?
  var booked: RecordRef?
  var due: FormID?
  var offered: [OfferedForm] = []
  var printable: PrintableOnPage?
  var lines: [FactLine] = []

  init(heading: String) { self.heading = heading }

  init?(_ answer: ReadAnswer, in context: AppContext) {
    switch answer {
    case .person(let file): self.init(file, in: context)
    case .entry(let file): self.init(file, in: context)
    case .dir(let file): self.init(file, in: context)
    case .carePlan(let file): self.init(file, in: context)
    case .prescribing(let file): self.init(file, in: context)
    case .call(let file): self.init(file, in: context)
    case .referral(let file): self.init(file, in: context)
    case .service(let service): self.init(service, in: context)
    case .possibleRecord(let file): self.init(file, in: context)
    case .proposal(let proposal): self.init(proposal, in: context)
    case .exceptional(let access): self.init(access, in: context)
    case .ediiActivity(let activity): self.init(activity, in: context)
    case .ediiReferral(let referral): self.init(referral, in: context)
    case .warrant(let warrant): self.init(warrant, in: context)
    case .bronze(let file): self.init(file, in: context)
    case .report(let file): self.init(file, in: context)
    case .intelligenceSubject(let file): self.init(file, in: context)
    case .today, .board, .caseload, .diary, .people, .courtList, .bailReturns, .flaggedOffers,
      .unfinished, .due, .attrition, .found, .actions, .actionsOfEach, .counts, .officers, .suites,
      .workers,
      .trail, .workloads, .missed, .printed, .referrals, .calls, .directory, .callTakers,
      .serviceReview,
      .possibleRecords, .proposals, .exceptionalAccess, .edii, .ediiFigures, .bronzes,
      .intelligence:
      return nil
    }
  }
}

extension RecordContent {
  /// What can be done now stands first; what cannot, with its reason, last.
  ///
  /// With `more`, what stands behind a group of the menu goes there, so that the facts of a record
  /// with many actions begin on its first screen.
  mutating func addActions(
    _ offered: [OfferedForm], on kind: RecordRef.Kind, possible: RecordSection,
    more: RecordSection? = nil, not: RecordSection
  ) {
    self.offered = offered
    let layout = ActionLayout(of: kind)
    let listed = ActionOrder(ActionOrder(offered, in: layout).listed, in: layout)
    lines += zip(listed.offered, listed.keys).map { action, keys in
      let open = listed.isInFront(action) ? possible : more ?? possible
      return FactLine(
        action.whyNot == nil ? open : not, action.form.text, action.title,
        note: action.whyNot ?? "", weight: action.whyNot == nil ? .plain : .quiet,
        detail: action.whyNot ?? "", keys: keys ?? "",
        opens: action.whyNot.map { .nothing("\(action.title): \($0)") }
          ?? .form(action.form, about: action.about))
    }
  }

  /// What is still owed stands before everything else, what was met further down.
  mutating func addDeadlines(
    _ deadlines: [DueLine], open: RecordSection, settled: RecordSection, on today: CalendarDate
  ) {
    // What is open, the most pressing first; what is settled, as the records tell it.
    let pressing = deadlines.filter(\.status.isOpen).sorted {
      ($0.dueOn ?? .latest) < ($1.dueOn ?? .latest)
    }
    due = due ?? pressing.lazy.compactMap(\.pressingForm).first
    lines += (pressing + deadlines.filter { !$0.status.isOpen }).map { due in
      FactLine(
        due.status.isOpen ? open : settled, due.dueWords, due.name,
        note: due.statusWords(on: today),
        weight: due.weight,
        detail: "\(due.rule): \(due.working). From \(due.startFact). Owed by \(due.owner).",
        opens: due.metByForm.map { .form($0, about: due.ref) },
        dueForm: due.status.isOpen ? due.metByForm : nil)
    }
  }

  mutating func add(_ section: RecordSection, _ label: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append(FactLine(section, label, text))
  }
}

extension DueLine {
  /// "Fri 05/10/2007", with the time where it is due at a minute.
  package var dueWords: String {
    dueAt?.ukWithWeekday ?? due?.ukWithWeekday ?? "-"
  }

  /// TIME-011, where a record tells one deadline from another: soon may be today, and is said then.
  func statusWords(on today: CalendarDate) -> String {
    switch status {
    case .dueSoon: dueOn.map { $0 <= today } == true ? "Due today" : status.words
    case .running, .overdue, .noStartDate, .met, .metLate, .notApplicable: status.words
    }
  }

  var weight: FactLine.Weight {
    switch status {
    case .overdue: .overdue
    case .dueSoon: .today
    case .running, .noStartDate: .plain
    case .met, .metLate, .notApplicable: .done
    }
  }
}

extension String {
  /// The same text with a capital at the start.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// A title as it stands inside a sentence; names and abbreviations keep their capitals.
  package var insideSentence: String {
    let words = split(separator: " ")
    let isName =
      words.first?.dropFirst().contains(where: \.isUppercase) == true
      || words.dropFirst().first?.first?.isUppercase == true
    return isName ? self : lowercasedFirst
  }
}
