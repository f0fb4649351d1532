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
  package init(role: Role) { self.init(scope: role.leadsTeam ? .all : .mine) }

  package var title: String { "Caseload, " + scope.words }

  package func request(in context: AppContext) -> ReadRequest? {
    switch scope {
    case .mine, .team, .worker: .caseload(scope, PageRequest(limit: 500))
    case .all: .caseload(scope, PageRequest(narrow: listing.narrow), filter)
    }
  }

  package func request(for page: PageRequest) -> ReadRequest? {
    scope == .all ? .caseload(scope, page, filter) : nil
  }

  /// What the rows are held to, as the records are asked for it.
  private var filter: CaseloadFilter {
    var filter = CaseloadFilter()
    for value in listing.held { CaseloadColumn(rawValue: value.title)?.set(value, in: &filter) }
    return filter
  }

  package var valuesToAsk: [HeldValue] {
    CaseloadColumn.state.values(
      EpisodeState.allCases.filter { $0 != .closed && $0 != .transferred }
        .map { ($0.rawValue, $0.heldWords) })
      + CaseloadColumn.contact.values(CaseloadContact.allCases.map { ($0.rawValue, $0.title) })
      + CaseloadColumn.due.values(CaseloadDue.allCases.map { ($0.rawValue, $0.title) })
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
    let held = listing.held
    self = CaseloadList(scope: scope)
    for value in held { listing.reduce(.held(value)) }
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
  package var dueForm: FormID? { due?.pressingForm }
  package var group: ListGroup? { part.map { ListGroup($0.order, $0.title) } }
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
      .words("State") { $0.state.title }.asked { ($0.state.rawValue, $0.state.heldWords) },
      .days("Last contact") { $0.lastContact }.asked { line in
        let contact: CaseloadContact = line.atRisk ? .atRisk : .inTouch
        return (contact.rawValue, contact.title)
      },
      .moments("Next seen") { $0.nextAppointment },
      .days("Due") { $0.due?.due }.asked { ($0.dueBand.rawValue, $0.dueBand.title) },
      .words("Worker") { $0.worker }.asked { ($0.workerID?.ref.text ?? "", $0.worker) },
      .words("Team") { $0.team }.asked { ($0.team, $0.team.isEmpty ? "none" : $0.team) },
    ]
  }
}

extension EpisodeState {
  /// The state with the word that its column has for it, so that either finds it.
  fileprivate var heldWords: String {
    switch self {
    case .activeCustody: "\(title), in prison"
    case .contact, .assessed, .activeCommunity, .dropOutReview, .transferred, .closed: title
    }
  }
}

/// The columns that a caseload can be held to.
enum CaseloadColumn: String {
  case state = "State"
  case contact = "Last contact"
  case due = "Due"
  case worker = "Worker"
  case team = "Team"

  func set(_ value: HeldValue, in filter: inout CaseloadFilter) {
    switch self {
    case .state: filter.state = EpisodeState(rawValue: value.code)
    case .contact: filter.contact = CaseloadContact(rawValue: value.code)
    case .due: filter.due = CaseloadDue(rawValue: value.code)
    case .worker: filter.worker = RecordRef(value.code).flatMap { WorkerID($0) }
    case .team: filter.team = value.code
    }
  }

  func values(_ all: [(code: String, words: String)]) -> [HeldValue] {
    guard let column = CaseloadLine.sortColumns.firstIndex(where: { $0.title == rawValue }) else {
      return []
    }
    return all.map {
      HeldValue(column: column, title: rawValue, code: $0.code, words: $0.words)
    }
  }

  /// The workers who have clients, whatever their role, and their teams.
  static func values(of lines: [WorkloadLine]) -> [HeldValue] {
    let here = lines.filter { $0.clients > 0 }.map(\.worker)
    let teams = Set(here.map(\.team)).filter { !$0.isEmpty }.sorted()
    return worker.values(here.map { ($0.id.ref.text, $0.name) })
      + team.values(teams.map { ($0, $0) })
  }
}
