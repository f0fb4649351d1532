import CaseRules
import SQLite

/// Starts, meets and corrects the deadlines of a detention with the facts they hang on.
enum EntryDeadlines {
  static let offerName = "Offer"
  static let alertName = "Trigger alert"
  static let appointmentName = "Next-day appointment"
  static let returnName = "Bail return contact"

  /// CUS-002, CUS-005: the offer, and for a trigger offence the alert.
  static func arrived(
    _ entry: CustodyEntry, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    try begin(
      CustodyDeadlines.offer(arrived: entry.arrived), of: entry, owner: .outside,
      metByForm: OfferForm.id, in: transaction, context)
    if entry.isTrigger { try alert(entry, in: transaction, context) }
  }

  /// A worker who is alerted and saves the arrival has been told by that (CUS-005).
  private static func alert(
    _ entry: CustodyEntry, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    guard let id = EntryID(entry.ref) else { return }
    let now = transaction.attribution.at
    let isTold = CustodyAlerts.tellsOf(context.worker.role)
    try CustodyAlerts.add(
      .arrival, on: context.today, about: id, shown: isTold ? (now, context.worker.id) : nil,
      in: transaction)
    try begin(
      CustodyDeadlines.triggerAlert(saved: now, settings: context.settings), of: entry,
      owner: .role(.arw), met: isTold ? .moment(now) : nil, in: transaction, context)
  }

  /// Arrivals come in by the ten thousand, so nothing is read back here.
  private static func begin(
    _ deadline: Deadline, of entry: CustodyEntry, owner: DeadlineOwner, metByForm: FormID? = nil,
    met: Occasion? = nil, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    _ = try DeadlineRecords.insert(
      DeadlineRecords.Content(
        deadline: deadline, subject: entry.ref, person: person(of: entry), owner: owner,
        metByForm: metByForm, met: met), in: transaction, calendar: context.calendar)
  }

  /// TIME-012: a corrected arrival moves the offer's date; a changed flag brings or ends the alert.
  static func corrected(
    from old: CustodyEntry, to new: CustodyEntry, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    try DeadlineRecords.correctStart(
      of: offerName, about: new.ref, to: .moment(new.arrived), in: transaction,
      calendar: context.calendar)
    if new.isTrigger, !old.isTrigger {
      try alert(new, in: transaction, context)
      try bailAlerts(new, in: transaction, context)
    }
    if old.isTrigger, !new.isTrigger, let id = EntryID(new.ref) {
      try CustodyAlerts.takeBack(.arrival, about: id, in: transaction)
      try CustodyAlerts.takeBack(.bail, about: id, in: transaction)
      let open = try DeadlineRecords.open(alertName, about: new.ref, in: transaction.connection)
      try DeadlineRecords.setAside(
        open, because: "corrected: not a trigger offence", in: transaction)
    }
  }

  /// CUS-012: reminders for a trigger detainee, contact on the day of the return for all.
  static func departed(
    from old: Departure?, _ entry: CustodyEntry, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    guard let id = EntryID(entry.ref) else { return }
    try CustodyAlerts.takeBack(.bail, about: id, in: transaction)
    try bailAlerts(entry, in: transaction, context)
    let due = entry.departure?.bailReturn.map { CustodyDeadlines.bailReturn($0.at) }
    switch (old?.bailReturn, due) {
    case (nil, let due?):
      try DeadlineRecords.start(
        due, about: entry.ref, person: person(of: entry), owner: .role(.arw),
        metByForm: ApproachForm.id, in: transaction, calendar: context.calendar)
    case (.some, let due?):
      try DeadlineRecords.correctStart(
        of: returnName, about: entry.ref, to: due.start, in: transaction,
        calendar: context.calendar)
    case (.some, nil):
      let open = try DeadlineRecords.open(returnName, about: entry.ref, in: transaction.connection)
      try DeadlineRecords.setAside(open, because: "corrected: no bail return", in: transaction)
    case (nil, nil): break
    }
    if let contacted = entry.contactedOnReturn { try returned(entry, contacted, in: transaction) }
  }

  private static func bailAlerts(
    _ entry: CustodyEntry, in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    guard let id = EntryID(entry.ref) else { return }
    for day in BailAlerts.days(for: entry, in: context.calendar) {
      try CustodyAlerts.add(.bail, on: day, about: id, in: transaction)
    }
    try CustodyAlerts.markShown(about: id, in: transaction, context)
  }

  /// CUS-002: the first of the offers that stand is what meets it; without one it runs again.
  static func offersChanged(_ entry: CustodyEntry, in transaction: WriteTransaction) throws {
    try DeadlineRecords.reopen(offerName, about: entry.ref, in: transaction)
    guard let first = entry.offers.map(\.at).min() else { return }
    try DeadlineRecords.meet(offerName, about: entry.ref, on: .moment(first), in: transaction)
  }

  /// CUS-012: an approach on the day of the return, or after it, is the contact that was owed.
  static func approached(_ entry: CustodyEntry, in transaction: WriteTransaction) throws {
    if let contacted = entry.contactedOnReturn { try returned(entry, contacted, in: transaction) }
  }

  private static func returned(
    _ entry: CustodyEntry, _ at: Moment, in transaction: WriteTransaction
  ) throws {
    try DeadlineRecords.meet(returnName, about: entry.ref, on: .day(at.date), in: transaction)
  }

  /// Names the person on what is owed about the detention, or takes the name off (CUS-011).
  static func linked(
    _ entry: CustodyEntry, to person: PersonID?, in transaction: WriteTransaction
  ) throws {
    try DeadlineRecords.link(about: entry.ref, to: person, in: transaction)
    for call in entry.calls {
      try DeadlineRecords.link(about: call.ref, to: person, in: transaction)
      try HelplineCallRecords.change(
        HelplineCallID(call.ref.number), "UPDATE helpline_call SET person = ? WHERE id = ?", person,
        in: transaction)
    }
  }

  static func person(of entry: CustodyEntry) -> PersonID? {
    entry.details?.person.flatMap { PersonID($0) }
  }
}
