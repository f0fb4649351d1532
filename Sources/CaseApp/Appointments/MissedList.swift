package import CaseRules

/// PPL-022: appointments that were missed and are not followed up, whatever their day.
package struct MissedList: EveryonePlace {
  package var listing = Listing<MissedLine>()
  package var everyone: Bool

  package init(everyone: Bool) { self.everyone = everyone }

  package var title: String {
    "Missed and not followed up" + (everyone ? ", everybody" : ", mine")
  }

  package func request(in context: AppContext) -> ReadRequest? { .missed(everyone: everyone) }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<MissedLine>? {
    guard case .missed(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    everyone
      ? EmptyWords("Every missed appointment is followed up.")
      : EmptyWords(
        "Every missed appointment of yours is followed up.", .showEveryone,
        does: "shows everybody's")
  }
}

extension MissedLine: ListLine {
  package var id: RecordRef { appointment.id }
  package var opens: Opening { appointment.opens }
  package var client: RecordRef? { appointment.client }
  package var subject: RecordRef? { appointment.subject }
  package var booked: RecordRef? { nil }
  package var dueForm: FormID? { appointment.dueForm }
  package var spelled: [String] { appointment.spelled + [appointment.due?.name ?? ""] }

  package static var sortColumns: [SortColumn<MissedLine>] {
    [
      .moments("Missed") { $0.appointment.starts }, .words("Who") { $0.appointment.name },
      .words("Kind") { $0.appointment.kind }, .words("Worker") { $0.appointment.worker },
      .days("Follow-up") { $0.appointment.due?.due },
    ]
  }
}
