package import CaseRules

/// The caseload: the worker's own clients, the team's, or everybody's.
package struct CaseloadList: ListPlace {
  package var listing: Listing<CaseloadLine>
  package let scope: CaseloadScope

  package init(scope: CaseloadScope = .mine) {
    self.scope = scope
    listing = Listing(scope == .all ? .window(.init()) : .whole)
  }

  /// Team leaders have no clients of their own: theirs is everybody's.
  package init(role: Role) { self.init(scope: role == .sup ? .all : .mine) }

  package var title: String { "Caseload, " + scope.words }

  package func request(in context: AppContext) -> ReadRequest? {
    switch scope {
    case .mine, .team, .worker: .caseload(scope, PageRequest(limit: 500))
    case .all: .caseload(scope, PageRequest(narrow: listing.narrow))
    }
  }

  package func request(for page: PageRequest) -> ReadRequest? {
    scope == .all ? .caseload(scope, page) : nil
  }

  package func key(of line: CaseloadLine) -> PageKey? {
    PageKey(familyName: line.familyName, givenNames: line.givenNames, ref: line.ref)
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CaseloadLine>? {
    guard case .caseload(let page) = answer else { return nil }
    return page
  }

  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard case .scope(let scope) = turn else { return false }
    self = CaseloadList(scope: scope)
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool {
    guard case .scope(let wanted) = turn else { return false }
    return wanted != scope
  }

  package var emptyWords: EmptyWords {
    switch scope {
    case .mine: EmptyWords("You have no clients.", .scopeTeam, does: "shows your team's")
    case .team: EmptyWords("Your team has no clients.", .scopeAll, does: "shows everybody's")
    case .worker(_, let name): EmptyWords("\(name) has no clients.")
    case .all: EmptyWords("Nobody is on the caseload.", .newPerson, does: "records a person")
    }
  }
}

extension CaseloadScope {
  package var words: String {
    switch self {
    case .mine: "mine"
    case .team: "my team"
    case .worker(_, let name): name
    case .all: "everybody"
    }
  }
}

extension CaseloadLine: ListLine {
  package var id: RecordRef { ref }
  package var opens: Opening { .record(person) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { person }
  package var booked: RecordRef? { bookedAppointment }
  package var name: String { PersonName(family: familyName, given: givenNames).display }

  package var spelled: [String] {
    [
      name, born?.uk ?? "", person.text, state.title, worker, lastContact?.uk ?? "",
      due?.name ?? "", due?.due?.uk ?? "", atRisk ? "at risk" : "",
    ] + flags
  }

  package static var sortColumns: [SortColumn<CaseloadLine>] {
    [
      .words("Name") { $0.name },
      .days("Born") { $0.born },
      .words("State") { $0.state.title },
      .days("Last contact") { $0.lastContact },
      .moments("Next seen") { $0.nextAppointment },
      .days("Due") { $0.due?.due },
      .words("Worker") { $0.worker },
    ]
  }
}
