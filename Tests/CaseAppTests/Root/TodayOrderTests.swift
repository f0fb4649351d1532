import CaseRules
import Testing

@testable import CaseApp

@Suite("What stands on Today, once each")
struct TodayOrderTests {
  private static let ten = Moment(local: AppScript.today, ClockTime(minutesOfDay: 600))

  /// An appointment at ten, and its outcome that is due the same day.
  private static let view: TodayView = {
    let ref = RecordRef(.appointment, 7)
    let person = RecordRef(.person, 12)
    var view = AppExamples.view()
    view.appointments = [
      DiaryLine(
        ref: ref, person: person, name: "BROWN Tia", starts: ten, minutes: 30, place: "Quay House",
        worker: "A.BEGUM", kind: "One to one", purpose: "", state: .booked)
    ]
    view.due = [
      DueLine(
        ref: ref, person: person, personName: "BROWN Tia", name: "Appointment outcome",
        rule: "PPL-022", owner: "A.BEGUM", startFact: "", due: AppScript.today, status: .dueSoon,
        working: "", metByForm: AppointmentOutcomeForm.id)
    ]
    return view
  }()

  @Test(
    "CUS-015: a caller's appointment stands once, where the role has it first",
    arguments: [
      (Role.arw, ["Helpline appointments"]), (.cjit, ["Appointments"]),
      (.sup, ["Helpline appointments"]),
    ])
  func callers(role: Role, titles: [String]) {
    for isOnFile in [true, false] {
      let (call, appointment) = (RecordRef(.helplineCall, 5), RecordRef(.appointment, 7))
      var view = Self.view
      view.appointments[0].ref = isOnFile ? appointment : call
      view.due[0].ref = view.appointments[0].ref
      view.due[0].metByForm = isOnFile ? AppointmentOutcomeForm.id : CallerCameForm.id
      view.callAppointments = [
        CallAppointmentLine(
          ref: call, starts: Self.ten, minutes: 30, place: "Quay House", worker: "A.BEGUM",
          name: "Robin Marsh", appointment: isOnFile ? appointment : nil,
          state: isOnFile ? .booked : nil)
      ]
      let lines = TodayOrder(role: role).lines(of: view, at: Self.ten.adding(minutes: -1))
      #expect(lines.map(\.section.title) == titles)
      #expect(lines.map(\.booked) == [view.appointments[0].ref])
    }
  }

  private func titles(at now: Moment) -> [String] {
    TodayOrder(role: .cjit).lines(of: Self.view, at: now).map(\.section.title)
  }

  @Test(
    "PPL-022: an appointment to come stands in the diary alone; its outcome is owed once it began")
  func onceBeforeItStarts() {
    #expect(titles(at: Self.ten.adding(minutes: -1)) == ["Appointments"])
    #expect(titles(at: Self.ten) == ["Due today", "Appointments"])
    let before = TodaySummary(Self.view, for: .cjit, at: Self.ten.adding(minutes: -1))
    #expect(before.dueToday == 0 && before.appointments == 1)
    #expect(TodaySummary(Self.view, for: .cjit, at: Self.ten).dueToday == 1)
  }
}
