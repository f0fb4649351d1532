import CaseApp
import CaseRules
package import TextScreen

extension CourtLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Hearing", minimum: 11, ideal: 16),
      TableColumn("Name", minimum: 18, ideal: 28, grows: true),
      TableColumn("From", minimum: 12, ideal: 20, hides: 2),
      TableColumn("Kept", minimum: 10),
      TableColumn("Our worker", minimum: 14, ideal: 30),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(hearing, on: context.today)),
      TableCell(context.name(name, person, without: "\(ref.text), no permission")),
      TableCell(suite), TableCell(onBail ? "on bail" : "in custody"),
      TableCell(attendance, tone: attended == nil ? .dueToday : .done),
    ]
  }

  private var attendance: String {
    switch attended {
    case true: "was there"
    case false: "was not: \(missedReason ?? "")"
    case nil: "to attend"
    }
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Hearing", "\(court), \(hearing.ukWithWeekday)"),
      DetailList.Line("From", "\(suite), \(onBail ? "on bail" : "in custody")"),
      DetailList.Line("Our worker", attendance),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    "Charged with a trigger offence and not seen in custody (CUS-013): \(attendance)."
  }
}

extension BailReturnLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Returns", minimum: 11, ideal: 16),
      TableColumn("Suite", minimum: 12, ideal: 20),
      TableColumn("Name", minimum: 18, ideal: 28, grows: true),
      TableColumn("Offence", minimum: 7, hides: 2),
      TableColumn("Bailed", minimum: 11, hides: 3),
      TableColumn("Contact", minimum: 10),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(returnAt, on: context.today)), TableCell(suite),
      TableCell(context.name(name, person, without: "\(ref.text), no permission")),
      TableCell(isTrigger ? "Trigger" : "Other"),
      TableCell(TimeWording.moment(bailedAt, on: context.today)),
      TableCell(contacted ? "seen" : "to meet", tone: contacted ? .done : .dueToday),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Returns", "\(suite), \(returnAt.ukWithWeekday)"),
      DetailList.Line("Bailed", bailedAt.ukWithWeekday),
      DetailList.Line("Contact", contacted ? "Seen on return" : "Meet on return (CUS-012)"),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    "Returns to \(suite) \(TimeWording.distance(to: returnAt, from: context.now)) (CUS-012)."
  }
}
