import CaseApp
import CaseRules
package import TextScreen

extension CallLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Began", minimum: 15, ideal: 16),
      TableColumn("Who", minimum: 18, ideal: 28, grows: true),
      TableColumn("Outcome", minimum: 22, ideal: 30),
      TableColumn("Appointment", minimum: 15, ideal: 17, hides: 1),
      TableColumn("Taken by", minimum: 12, ideal: 20, hides: 2),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(TimeWording.moment(started, on: context.today)),
      TableCell(outcome == .unanswered ? "-" : context.name(who, person)),
      TableCell(struckBecause == nil ? outcome.words : "Struck through", tone: tone),
      TableCell(booked(in: context)), TableCell(taker),
    ]
  }

  private var tone: Tone? {
    if struckBecause != nil { return .textQuiet }
    return switch outcome {
    case .emergency: .risk
    case .unanswered: .warn
    case .appointment, .referral, .services, .advice: nil
    }
  }

  private func booked(in context: ShowContext) -> String {
    if owesAppointment { return "! owed" }
    if wantsAppointment { return "! not booked" }
    return bookedFor.map { TimeWording.moment($0, on: context.today) } ?? ""
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    guard outcome != .unanswered else {
      return [DetailList.Line("Rang", started.ukWithWeekday)]
    }
    return [
      DetailList.Line("Caller", caller.words + (suite.map { ", \($0)" } ?? "")),
      DetailList.Line("Purposes", purposes.map(\.words).joined(separator: ", ")),
      DetailList.Line("Outcome", outcome.words),
      DetailList.Line("Lasted", minutes.map { TimeWording.span(minutes: $0) } ?? "-"),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    if let struckBecause { return "Struck through: \(struckBecause) (GEN-004). It is not counted." }
    if owesAppointment { return "An appointment is owed and not booked (CUS-015)." }
    if wantsAppointment { return "An appointment was asked for, and none is booked or declined." }
    if minutes == nil { return "The end of this call is not recorded (PPL-051)." }
    return outcome == .unanswered
      ? "Counted for the monthly review (PPL-055)."
      : purposes.map(\.words).joined(separator: ", ") + "."
  }
}
