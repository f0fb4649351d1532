package import CaseRules

/// Which question each ticket stands for, and so where its answer belongs.
package struct TicketBook: Equatable, Sendable {
  /// Where an answer goes.
  package enum Route: Equatable, Sendable {
    case pane(PaneID, Landing)
    case page(PageID, Landing)
    case counts
    /// A form's own question; forms number theirs themselves.
    case form(PageID, Ticket)
    /// With the answers that follow from where the form was opened, such as the rows that were ticked,
    /// and whether what it makes is for a field of the form in front.
    case formOpening(about: RecordRef?, saying: FormDraft, forField: Bool)
    case draftResuming(forField: Bool)
    case find(serial: Int)
    case actions(serial: Int)
    case draftDiscarded
    case printing
  }

  private var last = 0
  private var waiting: [Ticket: Route] = [:]

  package init() {}

  /// A new ticket; an older question of the same place is not waited for any more.
  package mutating func issue(_ route: Route) -> Ticket {
    for (ticket, other) in waiting where other.isSuperseded(by: route) {
      waiting[ticket] = nil
    }
    last += 1
    let ticket = Ticket(last)
    waiting[ticket] = route
    return ticket
  }

  /// Where the answer belongs; nil when nobody waits for it any more.
  package mutating func redeem(_ ticket: Ticket) -> Route? {
    waiting.removeValue(forKey: ticket)
  }

  /// Whether an answer for the place of this route is on its way, whatever of it will land.
  func awaitsRows(for route: Route) -> Bool {
    waiting.values.contains { $0.isAboutPlace(of: route) }
  }

  /// The same numbers go on, and nobody waits for an answer any more.
  var forgotten: TicketBook {
    var book = self
    book.waiting = [:]
    return book
  }
}

extension TicketBook.Route {
  /// A fresh reading of a place makes every older one useless; other questions replace their like.
  func isSuperseded(by other: TicketBook.Route) -> Bool {
    switch (self, other) {
    case (.pane(let mine, _), .pane(let theirs, .fresh)): mine == theirs
    case (.page(let mine, _), .page(let theirs, .fresh)): mine == theirs
    case (.find, .find), (.actions, .actions): true
    case (.pane, _), (.page, _), (.counts, _), (.find, _), (.actions, _), (.formOpening, _),
      (.draftResuming, _), (.draftDiscarded, _), (.printing, _):
      self == other
    case (.form, _): false
    }
  }

  fileprivate func isAboutPlace(of other: TicketBook.Route) -> Bool {
    switch (self, other) {
    case (.pane(let mine, _), .pane(let theirs, _)): mine == theirs
    case (.page(let mine, _), .page(let theirs, _)): mine == theirs
    case (.pane, _), (.page, _), (.counts, _), (.find, _), (.actions, _), (.formOpening, _),
      (.draftResuming, _), (.draftDiscarded, _), (.printing, _), (.form, _):
      false
    }
  }
}
