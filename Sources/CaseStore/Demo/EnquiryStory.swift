import CaseRules
import SQLite

/// The helpline, the referrals and the directory of the demonstration, each in every state.
struct EnquiryStory {
  let scribe: DemoScribe
  private let callTaker: Worker
  private let keyWorker: Worker

  init(_ scribe: DemoScribe) {
    self.scribe = scribe
    callTaker = scribe.cast.first(.arw)
    keyWorker = scribe.cast.first(.cjit)
  }

  func write() throws {
    try trainCallTakers()
    let services = try fillDirectory()
    try takeCalls(giving: services)
    try takeReferralsIn()
  }

  private func days(ago days: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(
      local: scribe.today.adding(days: -days), ClockTime(minutesOfDay: hour * 60 + minute))
  }

  // MARK: Training (PPL-056)

  /// All but one of the last key worker's subjects, so that their calls ask why.
  private func trainCallTakers() throws {
    let leader = scribe.cast.first(.sup)
    let takers = scribe.cast.all(.arw) + scribe.cast.all(.cjit)
    for (index, taker) in takers.enumerated() {
      var answers: [FieldCode: String] = [:]
      for (offset, subject) in CallTaker.Subject.allCases.enumerated() {
        if index == takers.count - 1, subject == .overdose { continue }
        answers[CallTakerForm.field(subject)] =
          scribe.today.adding(days: -(700 - 40 * index - 15 * offset)).uk
      }
      try scribe.fill(
        CallTakerForm.id, about: taker.id.ref, by: leader, at: days(ago: 250, 9, 30), answers)
    }
  }

  // MARK: Directory (PPL-054)

  private struct Entry {
    let name: String
    let type: String
    let area: String
    let ages: String
    let phone: String
    let hours: String
    let route: String
    let eligibility: String
    let checkedDaysAgo: Int
  }

  private static let entries = [
    Entry(
      name: "Ferry House", type: "tier-2", area: "Saltmarsh and villages", ages: "18 and over",
      phone: "01632 960 200", hours: "Mon-Fri 09:00-16:00, Sat 10:00-13:00",
      route: "Anybody may ring or walk in",
      eligibility: "Adults who use drugs, and their families", checkedDaysAgo: 20),
    Entry(
      name: "Saltmarsh Community Drug Team", type: "tier-3", area: "Saltmarsh", ages: "18 and over",
      phone: "01632 960 211", hours: "Mon-Fri 09:00-17:00", route: "Referral form, by any agency",
      eligibility: "Residents who want prescribing or structured counselling",
      checkedDaysAgo: 64),
    Entry(
      name: "Quayside Needle Exchange", type: "tier-2", area: "Saltmarsh Quay", ages: "All",
      phone: "01632 960 245", hours: "Daily 12:00-20:00", route: "Walk in",
      eligibility: "No questions asked", checkedDaysAgo: 5),
    Entry(
      name: "Northfold Detoxification Unit", type: "tier-4", area: "County", ages: "18 and over",
      phone: "01632 960 300", hours: "Day and night", route: "By the community drug team",
      eligibility: "Funding agreed, a bed after detoxification found", checkedDaysAgo: 120),
    Entry(
      name: "Anchor Housing Project", type: "wraparound", area: "Castlemere", ages: "16 and over",
      phone: "01632 960 410", hours: "Mon-Thu 10:00-15:00", route: "Form, by fax",
      eligibility: "Without a home, or about to lose it", checkedDaysAgo: 260),
    Entry(
      name: "Back to Work", type: "wraparound", area: "Northfold", ages: "18 and over",
      phone: "01632 960 427", hours: "Tue and Thu 10:00-14:00", route: "Ring first",
      eligibility: "Out of work for six months or more", checkedDaysAgo: 400),
    Entry(
      name: "Young People's Drug Service", type: "tier-3", area: "County", ages: "10 to 17",
      phone: "01632 960 500", hours: "Mon-Fri 09:00-18:00", route: "Anybody may ring",
      eligibility: "Under 18; with or without their parents", checkedDaysAgo: 90),
    Entry(
      name: "Marsh Lane Surgery", type: "gp", area: "Saltmarsh", ages: "All",
      phone: "01632 960 610", hours: "Mon-Fri 08:30-18:00", route: "Register in person",
      eligibility: "Takes patients of no fixed abode", checkedDaysAgo: 33),
  ]

  private func fillDirectory() throws -> [RecordRef] {
    try Self.entries.enumerated().map { index, entry in
      try scribe.fill(
        ServiceForm.id, by: keyWorker, at: days(ago: 245, 10, index),
        [
          ServiceForm.name: entry.name, ServiceForm.type: entry.type,
          ServiceForm.area: entry.area, ServiceForm.ageGroup: entry.ages,
          ServiceForm.phone: entry.phone, ServiceForm.hours: entry.hours,
          ServiceForm.route: entry.route, ServiceForm.eligibility: entry.eligibility,
          ServiceForm.freeCall: index == 0 ? "yes" : "",
          ServiceForm.checked: scribe.today.adding(days: -max(246, entry.checkedDaysAgo)).uk,
        ])
    }.enumerated().map { index, ref in
      // Some entries have been made sure of since; the others have grown old.
      let entry = Self.entries[index]
      if entry.checkedDaysAgo < 245 {
        try scribe.fill(
          ServiceCheckedForm.id, about: ref, by: keyWorker,
          at: days(ago: entry.checkedDaysAgo, 11, index), [:])
      }
      return ref
    }
  }

  // MARK: Calls (PPL-051 to PPL-055)

  private func takeCalls(giving services: [RecordRef]) throws {
    try history(giving: services)
    // An overdose, two nights ago.
    try call(
      at: days(ago: 2, 2, 10), lasting: 26, by: callTaker,
      [
        HelplineCallForm.caller: "FAM", HelplineCallForm.emergency: "yes",
        HelplineCallForm.advice: "AMB, REC, STA", HelplineCallForm.ambulance: "yes",
        HelplineCallForm.purposes: "HAR, LOC",
        HelplineCallForm.followUp: "Ring the mother back in the morning",
      ], services: [services[0]])
    try unanswered(at: days(ago: 1, 3, 5))
    // A wish for a referral that nobody has taken on yet, from somebody who is not on file.
    try call(
      at: days(ago: 1, 20, 15), lasting: 12, by: callTaker,
      [
        HelplineCallForm.caller: "CLI", HelplineCallForm.purposes: "REF",
        HelplineCallForm.clientName: "Jonas Wickham",
        HelplineCallForm.clientPhone: "01632 960 733",
      ])
    try nextDay()
    // A call by somebody who was not trained for an overdose: it asked why.
    if let untrained = scribe.cast.all(.cjit).last {
      try call(
        at: days(ago: 4, 11, 40), lasting: 6, by: untrained,
        [HelplineCallForm.caller: "PRO", HelplineCallForm.purposes: "LOC"],
        services: [services[4]])
    }
  }

  /// Four months of calls, so that the review has something to count.
  private func history(giving services: [RecordRef]) throws {
    let times = [(21, 40), (9, 15), (14, 5), (23, 50), (1, 20), (10, 35), (16, 50), (19, 25)]
    let purposes = ["INF", "HAR", "LOC", "INF, LOC", "HAR", "LOC", "INF", "HAR, LOC"]
    let callers = ["CLI", "FAM", "PRO", "ANO"]
    for (index, daysAgo) in stride(from: 118, through: 6, by: -3).enumerated() {
      let (hour, minute) = times[index % times.count]
      let at = days(ago: daysAgo, hour, minute)
      if index % 6 == 5 {
        try unanswered(at: at)
        continue
      }
      let wanted = purposes[index % purposes.count]
      try call(
        at: at, lasting: 4 + index % 17, by: index % 3 == 0 ? keyWorker : callTaker,
        [
          HelplineCallForm.caller: callers[index % callers.count],
          HelplineCallForm.purposes: wanted,
        ], services: wanted.contains("LOC") ? [services[index % services.count]] : [])
    }
  }

  /// The call that became the next day's appointment, of a client who is on file.
  private func nextDay() throws {
    let context = scribe.practice.context(at: scribe.now, for: keyWorker)
    let clients = try CaseloadPages.page(
      of: .worker(keyWorker.id), narrow: "", .first, limit: 3, in: scribe.connection, context)
    guard let client = clients.lines.last?.person else { return }
    let started = days(ago: 1, 21, 5)
    let ref = try call(
      at: started, lasting: 9, by: callTaker,
      [
        HelplineCallForm.caller: "CLI", HelplineCallForm.person: client.text,
        HelplineCallForm.purposes: "APP",
      ])
    try scribe.fill(
      NextDayAppointmentForm.id, about: ref, by: callTaker, at: started.adding(minutes: 12),
      [
        NextDayAppointmentForm.time: "16:30", NextDayAppointmentForm.place: "Quayside office",
        NextDayAppointmentForm.worker: keyWorker.id.ref.text,
      ])
  }

  @discardableResult
  private func call(
    at started: Moment, lasting minutes: Int, by worker: Worker,
    _ answers: [FieldCode: String], services: [RecordRef] = []
  ) throws -> RecordRef {
    let ended = started.adding(minutes: minutes)
    var all: [FieldCode: String] = [
      HelplineCallForm.started: started.typed, HelplineCallForm.ended: ended.typed,
      HelplineCallForm.emergency: "no", HelplineCallForm.fromCustody: "no",
    ]
    all.merge(answers) { $1 }
    let rows = services.map { [HelplineCallForm.service: $0.text] }
    return try scribe.fill(
      HelplineCallForm.id, by: worker, at: min(ended.adding(minutes: 1), scribe.now), all,
      rows: services.isEmpty ? [:] : [HelplineCallForm.services: rows])
  }

  private func unanswered(at moment: Moment) throws {
    try scribe.fill(UnansweredCallForm.id, by: callTaker, at: moment, [:])
  }

  // MARK: Referrals (PPL-050)

  private func takeReferralsIn() throws {
    try actedOn()
    let tried = try referral(
      at: days(ago: 3, 10, 20), by: keyWorker,
      [
        ReferralForm.route: "PHO", ReferralForm.agency: "PROB",
        ReferralForm.referrer: "Owen Tyler, probation", ReferralForm.clientName: "Mercy Aldous",
        ReferralForm.consent: "yes", ReferralForm.worker: keyWorker.id.ref.text,
      ])
    try act(tried, "TRY", at: days(ago: 3, 15, 30))
    // By fax in the night, from the prison; the action is due on the next working day.
    try referral(
      at: days(ago: 1, 18, 45), by: callTaker,
      [
        ReferralForm.route: "FAX", ReferralForm.agency: "CAR",
        ReferralForm.referrer: "Helen Baird, CARAT", ReferralForm.clientName: "Desmond Quayle",
        ReferralForm.consent: "yes", ReferralForm.documents: "DIR, PLAN, CONS",
        ReferralForm.worker: keyWorker.id.ref.text,
      ])
    try referral(
      at: scribe.now.adding(minutes: -50), by: keyWorker,
      [
        ReferralForm.route: "PHO", ReferralForm.agency: "HLTH",
        ReferralForm.referrer: "Prison health centre", ReferralForm.clientName: "Imogen Farr",
        ReferralForm.consent: "no", ReferralForm.worker: keyWorker.id.ref.text,
      ])
  }

  private func actedOn() throws {
    let done = try referral(
      at: days(ago: 6, 11, 0), by: keyWorker,
      [
        ReferralForm.route: "PHO", ReferralForm.agency: "TRE",
        ReferralForm.referrer: "Saltmarsh Community Drug Team",
        ReferralForm.clientName: "Ivo Marchetti", ReferralForm.consent: "yes",
        ReferralForm.worker: keyWorker.id.ref.text,
      ])
    try act(done, "SENT", note: "Young People's Drug Service", at: days(ago: 6, 14, 10))
    let mistake = try referral(
      at: days(ago: 5, 9, 30), by: keyWorker,
      [
        ReferralForm.route: "FAX", ReferralForm.agency: "POL",
        ReferralForm.referrer: "Castlemere police station", ReferralForm.clientName: "Ada Penrose",
        ReferralForm.consent: "yes", ReferralForm.worker: keyWorker.id.ref.text,
      ])
    try act(mistake, "ERR", note: "Meant for another county", at: days(ago: 5, 9, 50))
  }

  @discardableResult
  private func referral(
    at received: Moment, by worker: Worker, _ answers: [FieldCode: String]
  ) throws -> RecordRef {
    try scribe.fill(
      ReferralForm.id, by: worker, at: received.adding(minutes: 5),
      answers.merging([ReferralForm.received: received.typed]) { $1 })
  }

  private func act(
    _ referral: RecordRef, _ action: String, note: String = "", at moment: Moment
  ) throws {
    try scribe.fill(
      ReferralActionForm.id, about: referral, by: keyWorker, at: moment,
      [ReferralActionForm.action: action, ReferralActionForm.note: note])
  }
}
