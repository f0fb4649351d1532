/// Which entries of the trail are asked for.
package struct TrailFilter: Equatable, Sendable {
  package var person: PersonID?
  package var record: RecordRef?
  /// Any of these; nil: everybody.
  package var workers: [WorkerID]?
  /// Codes of kinds, any of them; nil: all; empty: none fits.
  package var kinds: [String]?
  /// Looks at somebody who was the worker's client, or at somebody who was not; nil: either.
  package var related: Bool?
  package var from: CalendarDate?
  package var to: CalendarDate?

  package init() {}

  package init(record: RecordRef) {
    if let person = PersonID(record) { self.person = person } else { self.record = record }
  }
}

/// Reads what is typed above the trail: "P-0042 looks last month".
///
/// Every word narrows. A number of a record, the name of a worker, a kind of event, a day, a month
/// or "since" a day are understood, in any order; a word that is not is named. Of several kinds any
/// will do, but only within those that the trail is held to.
package struct TrailWords: Equatable, Sendable {
  package private(set) var filter: TrailFilter
  /// What was understood, in words: "looks", "10/2026", "A.BEGUM".
  package private(set) var understood: [String] = []
  package private(set) var unknown: [String] = []

  package init(
    _ typed: String, narrowing filter: TrailFilter, workers: [Worker], in context: ReadingContext
  ) {
    self.filter = filter
    self.filter.kinds = nil
    self.filter.related = nil
    var words = typed.split { $0.isWhitespace }.map(String.init)[...]
    while let word = words.popFirst() {
      if word.lowercased() == "last" || word.lowercased() == "this", let next = words.first,
        let range = Self.period(word, next, context.today)
      {
        words = words.dropFirst()
        take(range, "\(word) \(next)".lowercased())
      } else if let bound = Self.bound(word), let next = words.first,
        let range = Self.days(next, context)
      {
        words = words.dropFirst()
        take(bound, range)
      } else {
        take(word, workers, context)
      }
    }
    stay(within: filter)
  }

  /// What the trail is held to stays; where the words ask for something else, nothing fits.
  private mutating func stay(within held: TrailFilter) {
    if let kinds = held.kinds {
      filter.kinds = filter.kinds.map { typed in kinds.filter(typed.contains) } ?? kinds
    }
    if let related = held.related {
      if filter.related == !related { filter.kinds = [] }
      filter.related = related
    }
  }

  private mutating func take(_ word: String, _ workers: [Worker], _ context: ReadingContext) {
    if let ref = RecordRef(word), word.contains(where: \.isNumber) {
      take(ref)
    } else if let groups = Self.groups(exactly: word) {
      take(groups, word)
    } else if word.lowercased() == Self.unrelated {
      filter.related = false
      understood.append(ClientRelation.words(related: false))
    } else if let range = Self.days(word, context) {
      take(range, Self.inWords(range))
    } else if takeWorkers(word, workers) {
      return
    } else if let groups = Self.groups(startingWith: word) {
      take(groups, word)
    } else if EventKind.of(word.lowercased()) != nil {
      filter.kinds = (filter.kinds ?? []) + [word.lowercased()]
      understood.append(word.lowercased())
    } else {
      unknown.append(word)
    }
  }

  private mutating func take(_ ref: RecordRef) {
    understood.append(ref.text)
    switch ref.kind {
    case .person: filter.person = PersonID(ref)
    case .worker: filter.workers = [WorkerID(ref.number)]
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .agency, .suite, .officer, .custodyFact, .carePlan,
      .referral, .modality, .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant,
      .intelligenceReport, .intelligenceSubject, .bronzeAction:
      filter.record = ref
    }
  }

  // MARK: Workers

  /// A second name narrows further: "amina begum".
  private mutating func takeWorkers(_ word: String, _ workers: [Worker]) -> Bool {
    let typed = word.foldedForSearch
    guard typed.utf8.count > 1 else { return false }
    let fitting = workers.filter { worker in
      let names = worker.name.searchWords + [worker.initials.foldedForSearch]
      return names.contains { $0.hasPrefix(typed) }
        && (filter.workers.map { $0.contains(worker.id) } ?? true)
    }
    guard !fitting.isEmpty else { return false }
    filter.workers = fitting.map(\.id)
    understood.append(fitting.count == 1 ? fitting[0].initials : "\(word)*")
    return true
  }

  // MARK: Kinds

  private static let groupWords: [(word: String, groups: Set<EventKind.Group>)] = [
    ("looks", [.looked]), ("looked", [.looked]), ("views", [.looked]), ("viewed", [.looked]),
    ("lists", [.listed]), ("searches", [.listed]), ("searched", [.listed]),
    ("changes", [.changed, .overridden]), ("changed", [.changed, .overridden]),
    ("new", [.made]), ("made", [.made]),
    ("records", [.made, .changed, .overridden]),
    ("prints", [.gaveOut]), ("printed", [.gaveOut]), ("exports", [.gaveOut]),
    ("exported", [.gaveOut]),
    ("refused", [.refused]), ("refusals", [.refused]),
    ("warnings", [.overridden]), ("passed", [.overridden]),
    ("drafts", [.drafts]), ("sign-ins", [.signIn]), ("signed", [.signIn]),
    ("program", [.program]),
  ]

  /// Looks at people with whom the worker had nothing to do that day.
  private static let unrelated = "unrelated"

  /// The words for kinds, for help and for telling what may be typed.
  package static let kindWords = [
    "looks", unrelated, "lists", "changes", "new", "records", "prints", "refused", "warnings",
    "drafts",
    "sign-ins", "program",
  ]

  /// The codes that a word stands for: those of a group, or a code itself; nil for other words.
  package static func kinds(_ word: String) -> [String]? {
    if let groups = groups(exactly: word) { return EventKind.codes(in: groups) }
    return EventKind.of(word.lowercased()).map { [$0.code] }
  }

  private static func groups(exactly word: String) -> Set<EventKind.Group>? {
    groupWords.first { $0.word == word.lowercased() }?.groups
  }

  private static func groups(startingWith word: String) -> Set<EventKind.Group>? {
    let typed = word.lowercased()
    guard typed.utf8.count > 2 else { return nil }
    return groupWords.first { $0.word.hasPrefix(typed) }?.groups
  }

  private mutating func take(_ groups: Set<EventKind.Group>, _ word: String) {
    filter.kinds = (filter.kinds ?? []) + EventKind.codes(in: groups)
    understood.append(word.lowercased())
  }

  // MARK: Days

  private enum Bound { case since, until }

  private static func bound(_ word: String) -> Bound? {
    switch word.lowercased() {
    case "since", "from": .since
    case "until", "to": .until
    default: nil
    }
  }

  private static func days(
    _ word: String, _ context: ReadingContext
  ) -> ClosedRange<CalendarDate>? {
    // Letters alone, but for these, are names or kinds.
    guard word.contains(where: \.isNumber) || ["today", "yesterday"].contains(word.lowercased())
    else { return nil }
    let kind = FieldKind.date(direction: .past, partial: true)
    return FieldReader.read(word, as: kind, in: context).answer?.dateRange
  }

  private static func period(
    _ which: String, _ unit: String, _ today: CalendarDate
  ) -> ClosedRange<CalendarDate>? {
    let isLast = which.lowercased() == "last"
    switch unit.lowercased() {
    case "month":
      let first = today.firstOfMonth
      guard isLast else { return first...today }
      let end = first.adding(days: -1)
      return end.firstOfMonth...end
    case "week": return isLast ? today.adding(days: -7)...today : today.adding(days: -6)...today
    case "year":
      return isLast ? today.adding(days: -365)...today : today.adding(days: -364)...today
    default: return nil
    }
  }

  private mutating func take(_ range: ClosedRange<CalendarDate>, _ words: String) {
    filter.from = range.lowerBound
    filter.to = range.upperBound
    understood.append(words)
  }

  private mutating func take(_ bound: Bound, _ range: ClosedRange<CalendarDate>) {
    switch bound {
    case .since:
      filter.from = range.lowerBound
      understood.append("since \(range.lowerBound.uk)")
    case .until:
      filter.to = range.upperBound
      understood.append("until \(range.upperBound.uk)")
    }
  }

  private static func inWords(_ range: ClosedRange<CalendarDate>) -> String {
    range.lowerBound == range.upperBound
      ? range.lowerBound.uk : "\(range.lowerBound.uk) to \(range.upperBound.uk)"
  }
}
