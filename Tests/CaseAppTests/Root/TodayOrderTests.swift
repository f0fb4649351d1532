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

  @Test(
    "PPL-022: what was missed and is not followed up stands in one line that leads to all of it")
  func missed() {
    var view = Self.view
    #expect(MissedCount(in: view.due) == nil)
    for number in Int64(1)...3 {
      var follow = view.due[0]
      follow.ref = RecordRef(.appointment, 20 + number)
      follow.name = "Missed follow-up"
      follow.metByForm = ContactAttemptForm.id
      follow.due = AppScript.today.adding(days: Int(number) - 3)
      follow.status = number < 3 ? .overdue : .dueSoon
      view.due.append(follow)
    }
    let lines = TodayOrder(role: .cjit).lines(of: view, at: Self.ten)
    let line = lines.first { $0.id == .missed }
    #expect(line?.opens == .list(.missed))
    #expect(line?.section == .appointments)
    let count = MissedCount(in: view.due)
    #expect(count?.count == 3 && count?.due == AppScript.today.adding(days: -2))
  }

  @Test("GEN-008: what a role owes or a colleague is counted apart from the worker's own")
  func whose() {
    let worker = Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit)
    var view = Self.view
    view.due[0].status = .overdue
    view.due[0].ownerID = worker.id
    var other = view.due[0]
    other.ownerID = nil
    other.ref = RecordRef(.appointment, 8)
    func words() -> String { TodaySummary(view, for: worker, at: Self.ten).words }
    #expect(words().contains("yours: 1 overdue"))
    #expect(!words().contains("of your role"))
    view.due.append(other)
    #expect(words().contains("yours: 1 overdue + 1 of your role or cover"))
    let leader = Worker(id: WorkerID(3), name: "Sue Lane", role: .sup)
    #expect(TodaySummary(view, for: leader, at: Self.ten).words.contains("2 overdue"))
  }

  @Test("PPL-012: a handover that waits for the worker comes first and is counted, others' later")
  func handovers() {
    let worker = Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit)
    var view = Self.view
    view.handovers = [false, true].enumerated().map { place, forMe in
      HandoverLine(
        ref: RecordRef(.handover, Int64(place)), person: RecordRef(.person, 12), name: "BROWN Tia",
        from: "T.OSEI", to: "C.DOYLE", asked: Self.ten, reason: "Ring mother first", forMe: forMe)
    }
    let lines = TodayOrder(role: .cjit).lines(of: view, at: Self.ten)
    #expect(lines.map(\.section) == [.toAccept, .dueToday, .appointments, .handovers])
    #expect(lines.first?.subject == RecordRef(.handover, 1))
    let summary = TodaySummary(view, for: worker, at: Self.ten)
    #expect(summary.words.contains(", 1 handover for you, yours: 0 overdue"))
    #expect(summary.shortWords == "0 in custody, 1 handover, 0 overdue, 1 today")
  }

  private func titles(at now: Moment) -> [String] {
    TodayOrder(role: .cjit).lines(of: Self.view, at: now).map(\.section.title)
  }

  @Test(
    "PPL-022: an appointment to come stands in the diary alone; its outcome is owed once it began")
  func onceBeforeItStarts() {
    #expect(titles(at: Self.ten.adding(minutes: -1)) == ["Appointments"])
    #expect(titles(at: Self.ten) == ["Due today", "Appointments"])
    let worker = Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit)
    let before = TodaySummary(Self.view, for: worker, at: Self.ten.adding(minutes: -1))
    #expect(before.dueToday == 0 && before.appointments == 1)
    #expect(TodaySummary(Self.view, for: worker, at: Self.ten).dueToday == 1)
  }
}
