package import CaseRules

/// Every open deadline, the worker's own or everybody's (GEN-008).
package struct DueList: EveryonePlace {
  package var listing = Listing<DueLine>()
  package var everyone: Bool

  package init(everyone: Bool) { self.everyone = everyone }

  package var title: String { "Deadlines, " + (everyone ? "everybody" : "mine") }

  package func request(in context: AppContext) -> ReadRequest? { .due(everyone: everyone) }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<DueLine>? {
    guard case .due(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    everyone
      ? EmptyWords("No deadlines are open.")
      : EmptyWords("You have no open deadlines.", .showEveryone, does: "shows everybody's")
  }
}

extension DueLine: ListLine {
  /// A record can have several deadlines, and the same one several times.
  package struct ID: Hashable, Sendable {
    let ref: RecordRef
    let rule: String
    let name: String
    let due: CalendarDate?
  }

  package var id: ID { ID(ref: ref, rule: rule, name: name, due: due) }
  package var opens: Opening { .record(ref.hasPage ? ref : person ?? ref) }
  package var client: RecordRef? { person }
  package var subject: RecordRef? { ref }
  package var booked: RecordRef? {
    metByForm == AppointmentOutcomeForm.id || metByForm == CallerCameForm.id ? ref : nil
  }
  package var dueForm: FormID? { metByForm }
  /// The form that meets it, where it is due by now or on the next working day.
  var pressingForm: FormID? {
    switch status {
    case .overdue, .dueSoon: metByForm
    case .running, .noStartDate, .met, .metLate, .notApplicable: nil
    }
  }
  /// The day it is due, also where it is due at a minute.
  package var dueOn: CalendarDate? { due ?? dueAt?.date }

  package var spelled: [String] {
    [name, personName ?? "", origin ?? "", ref.text, owner, dueOn?.uk ?? "", status.words, rule]
  }

  package static var sortColumns: [SortColumn<DueLine>] {
    [
      .days("Due") { $0.dueOn }, .words("What") { $0.name }, .words("Who") { $0.personName },
      .words("Owner") { $0.owner }, .words("State") { $0.status.words },
    ]
  }
}
