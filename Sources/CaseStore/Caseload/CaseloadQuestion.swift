import CaseRules
import SQLite

/// The rows of a caseload in the order of names, held to what somebody wants to see.
struct CaseloadQuestion {
  private let conditions: [String]
  /// What the places of the conditions hold.
  let values: [(any SQLBindable)?]
  /// Whether it is about the clients of some workers alone.
  let isOfSomeWorkers: Bool

  init(of scope: CaseloadOf, only filter: CaseloadFilter, _ context: RuleContext) {
    let silentBefore = LostContactRules.silentBefore(context.today, settings: context.settings)
    let tonight = Moment(endOf: context.today)
    var conditions = [scope.condition]
    var values = scope.values
    func add(_ condition: String, _ more: [(any SQLBindable)?]) {
      conditions.append(condition)
      values += more
    }
    if let worker = filter.worker { add(CaseloadQueries.andOfWorker, [worker]) }
    if let team = filter.team { add(CaseloadQueries.andOfTeam, [team]) }
    if let state = filter.state { add(CaseloadQueries.andInState, [state]) }
    switch filter.contact {
    case .atRisk: add(CaseloadQueries.andSilent, [silentBefore])
    case .inTouch: add(CaseloadQueries.andNotSilent, [silentBefore])
    case nil: break
    }
    switch filter.due {
    case .overdue: add(CaseloadQueries.andOwing, [context.now])
    case .today:
      add(CaseloadQueries.andNotOwing, [context.now])
      add(CaseloadQueries.andOwing, [tonight])
    case .later:
      add(CaseloadQueries.andNotOwing, [tonight])
      add(CaseloadQueries.andOwing, [Moment(endOf: .latest)])
    case .nothing: add(CaseloadQueries.andNotOwing, [Moment(endOf: .latest)])
    case nil: break
    }
    self.conditions = conditions
    self.values = values
    isOfSomeWorkers = scope != .everyone || filter.worker != nil || filter.team != nil
  }

  var forwards: String { text(CaseloadPages.columns, CaseloadQueries.inOrder) }
  var backwards: String { text(CaseloadPages.columns, CaseloadQueries.inReverse) }
  /// The places of the rows only, for counting.
  var keys: String { text(CaseloadQueries.keyColumns, CaseloadQueries.inOrder) }

  /// The same rows, held to one thing more.
  func held(to condition: String) -> String {
    ([CaseloadPages.columns] + conditions + [condition, CaseloadQueries.inOrder])
      .joined(separator: " ")
  }

  /// The places of these, in the order of names.
  func keys(heldTo condition: String) -> String {
    ([CaseloadQueries.keyColumns] + conditions + [condition, CaseloadQueries.inOrder])
      .joined(separator: " ")
  }

  /// The places of those who have some names; the places of `CaseloadQueries.named` come first.
  var keysOfNamed: String {
    ([CaseloadQueries.keysOfNamed] + conditions + ["LIMIT ?"]).joined(separator: " ")
  }

  private func text(_ columns: String, _ order: String) -> String {
    ([columns] + conditions + [CaseloadQueries.inRange, order]).joined(separator: " ")
  }
}
