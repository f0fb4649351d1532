import CaseRules

private enum EDIISections {
  static let possible = RecordSection(0, "What can be done now")
  static let owed = RecordSection(1, "To do")
  static let about = RecordSection(2, "What it is")
  static let done = RecordSection(3, "What followed")
  static let impossible = RecordSection(9, "Not now, and why")
}

/// The page of one entry of the activity log.
extension RecordContent {
  init(_ activity: EDIIActivity, in context: AppContext) {
    self.init(heading: activity.heading)
    if let why = activity.struckBecause { warnings.append("GEN-004: Struck through: \(why)") }
    warnings += (activity.session?.deviations ?? []).map(\.display)
    addActions(
      EDIIActions.offered(for: activity, in: context.rules), on: .ediiActivity,
      possible: EDIISections.possible,
      not: EDIISections.impossible)
    let about = EDIISections.about
    add(about, "Activity", activity.kind.title)
    add(about, "Strand", "\(activity.kind.strand.words) (INT-050)")
    add(about, "Aim", "\(activity.aim.words) (INT-052)")
    add(about, "Date", activity.day.ukWithWeekday)
    add(about, "Place", activity.place)
    add(about, "Partners", activity.partners)
    add(
      about, "Reached",
      activity.reached.map { Digits.counted($0, "person", "people") } ?? "Not counted")
    if let session = activity.session { add(session) }
    if let step = activity.followUp {
      add(about, "Result", step.result.words)
      lines.append(
        FactLine(
          about, "After", "Warrant \(step.warrant.text)", note: "INT-053",
          opens: .record(step.warrant), subject: step.warrant))
    }
    add(about, "Note", activity.note)
    add(about, "Recorded by", activity.recordedBy)
  }

  private mutating func add(_ session: EDIISession) {
    let about = EDIISections.about
    add(
      about, "Began",
      "\(session.starts.ukWithWeekday), \(Digits.counted(session.minutes, "minute"))")
    add(about, "For", session.audience.map(\.words).joined(separator: ", "))
    add(about, "Worker", session.worker.isEmpty ? "No substance-misuse worker" : session.worker)
    add(about, "Free", session.isFree ? "Yes" : "No")
    add(about, "Topics", session.topics.map(\.words).joined(separator: "; "))
  }
}

/// The page of one referral and what it became (INT-054).
extension RecordContent {
  init(_ referral: EDIIReferral, in context: AppContext) {
    self.init(heading: referral.heading)
    if let why = referral.struckBecause { warnings.append("GEN-004: Struck through: \(why)") }
    if referral.consent == false {
      warnings.append("The subject has not agreed to being referred to treatment")
    }
    addActions(
      EDIIActions.offered(for: referral, in: context.rules), on: .ediiReferral,
      possible: EDIISections.possible,
      not: EDIISections.impossible)
    let about = EDIISections.about
    add(about, "State", referral.stateWords.capitalisedFirst)
    if case .report(let ref) = referral.outcome {
      lines.append(
        FactLine(about, "Report", ref.text, note: "INT-054", opens: .record(ref), subject: ref))
    }
    add(about, "Received", referral.received.ukWithWeekday)
    add(about, "Who refers", "Sealed (INT-005)")
    add(about, "Subject", referral.subject)
    if referral.description != referral.subject { add(about, "Description", referral.description) }
    add(about, "Phone", referral.phone)
    add(
      about, "Agrees",
      referral.consent.map { $0 ? "Yes, to treatment" : "No" } ?? "Nobody has asked yet")
    add(about, "Reason", referral.reason)
    add(about, "Taken in by", referral.recordedBy)
  }
}

/// The page of one warrant and what is to follow it (INT-053).
extension RecordContent {
  init(_ warrant: Warrant, in context: AppContext) {
    self.init(heading: warrant.heading)
    if let why = warrant.struckBecause { warnings.append("GEN-004: Struck through: \(why)") }
    addActions(
      EDIIActions.offered(for: warrant, in: context.rules), on: .warrant,
      possible: EDIISections.possible,
      not: EDIISections.impossible)
    let days = context.today.days(since: warrant.executed)
    lines += warrant.open.map { kind in
      FactLine(
        EDIISections.owed, kind == .letter ? "Letter" : "Visit",
        kind == .letter ? "Follow-up letter" : "Visit by the drug agency",
        note: "open for \(Digits.counted(days, "day"))", weight: .today,
        detail: "INT-053: to be done from the day of the warrant; the rulebook sets no last day.",
        opens: .form(
          kind == .letter ? WarrantLetterForm.id : WarrantVisitForm.id, about: warrant.ref))
    }
    let about = EDIISections.about
    add(about, "State", warrant.stateWords.capitalisedFirst)
    add(about, "Executed", warrant.executed.ukWithWeekday)
    add(about, "Place", warrant.place)
    add(about, "Reference", warrant.reference)
    add(about, "Drug agency", warrant.agency)
    add(about, "Recorded by", warrant.recordedBy)
    lines += warrant.steps.map { step in
      FactLine(
        EDIISections.done, step.day.ukWithWeekday,
        "\(step.kind.title): \(step.followUp?.result.words.lowercasedFirst ?? "")"
          + (step.note.isEmpty ? "" : ". \(step.note)"), note: step.ref.text,
        weight: step.followUp?.result.meetsIt == true ? .done : .warning,
        opens: .record(step.ref), subject: step.ref)
    }
  }
}
