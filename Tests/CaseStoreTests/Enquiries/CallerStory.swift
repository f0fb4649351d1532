import CaseRules

@testable import CaseStore

/// Tests that begin with somebody who rings at night, is not on file, and is given an appointment.
protocol CallerStory {
  var office: CustodyOffice { get }
}

extension CallerStory {
  /// Mon 01/10/2007 22:30.
  var night: Moment { .at(1, 10, 2007, 22, 30) }
  var morning: Moment { .at(2, 10, 2007, 8, 0) }
  /// The time agreed: Tue 02/10/2007 10:00.
  var ten: Moment { .at(2, 10, 2007, 10, 0) }
  var after: Moment { .at(2, 10, 2007, 10, 20) }

  /// A call at night by somebody who only wants an appointment, with the one they were given.
  func booked(
    _ changes: [FieldCode: String] = [:], at entry: RecordRef? = nil, time: String = "10:00"
  ) throws -> RecordRef {
    let answers: [FieldCode: String] = [
      HelplineCallForm.started: night.uk, HelplineCallForm.ended: night.uk,
      HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "CLI",
      HelplineCallForm.emergency: "n", HelplineCallForm.fromCustody: "n",
      HelplineCallForm.clientName: "Robin Marsh", HelplineCallForm.clientPhone: "01983 555 123",
      HelplineCallForm.purposes: "APP",
    ]
    let call = try office.save(
      HelplineCallForm.id, about: entry, answers.merging(changes) { $1 }, at: night)
    try office.bookTomorrow(for: call, time: time, at: night)
    return call
  }

  func file(_ call: RecordRef, at now: Moment) throws -> CallFile {
    let context = try office.context(at: now)
    return try office.store.read { try CallFiles.load(call, in: $0, context) }
  }

  func opened(
    _ form: FormID, _ ref: RecordRef, at now: Moment? = nil
  ) throws -> OpenedForm {
    let context = try office.context(at: now ?? morning, as: office.cjit)
    return try office.store.read { try FormDesk.open(form, about: ref, on: $0, in: context) }
  }

  func diary(
    _ now: Moment, as worker: Worker, everyone: Bool = false
  ) throws -> [DiaryLine] {
    let context = try office.context(at: now, as: worker)
    return try office.store.read {
      try Diary.lines(on: now.date, of: everyone ? nil : worker.id, in: $0, context)
    }
  }

  func today(_ now: Moment, as worker: Worker) throws -> TodayView {
    let context = try office.context(at: now, as: worker)
    return try office.store.read { try TodayRecords.view(for: worker, in: $0, context) }
  }

  func takeOnFile(_ call: RecordRef, at now: Moment) throws -> RecordRef {
    let form = try opened(ReferredPersonForm.id, call, at: now)
    return try office.save(
      ReferredPersonForm.id, about: call,
      form.draft.texts.merging([
        PersonForm.born: "03/04/1975", PersonForm.sex: "M", PersonForm.ethnicity: "W1",
        PersonForm.noFixedAbode: "y", PersonForm.risks: "none",
      ]) { $1 }, rows: form.draft.rows, at: now, by: office.cjit)
  }

  func appointments(of person: RecordRef) throws -> [Appointment] {
    try office.store.read { try AppointmentRecords.all(of: PersonID(person.number), in: $0) }
  }

  /// The answers of a referral as they stand, with somebody as its client.
  func referral(
    _ ref: RecordRef, about person: RecordRef
  ) throws -> [FieldCode: String] {
    try opened(ReferralForm.id, ref).draft.texts.merging([
      ReferralForm.person: person.text, ReferralForm.clientName: "", ReferralForm.clientPhone: "",
      ReferralForm.consent: "y", ReferralForm.worker: office.cjit.id.ref.text,
    ]) { $1 }
  }
}

extension CustodyOffice {
  /// Books what a call asked for: Tue 02/10/2007, half an hour with the key worker at Quay House.
  func bookTomorrow(for call: RecordRef, time: String = "10:00", at now: Moment) throws {
    try save(
      NextDayAppointmentForm.id, about: call,
      [
        NextDayAppointmentForm.offered: "y", NextDayAppointmentForm.date: "02/10/2007",
        NextDayAppointmentForm.time: time, NextDayAppointmentForm.length: "30",
        NextDayAppointmentForm.place: "Quay House",
        NextDayAppointmentForm.worker: cjit.id.ref.text,
      ], at: now)
  }
}
