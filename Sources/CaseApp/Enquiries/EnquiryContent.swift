import CaseRules

private enum EnquirySections {
  static let owed = RecordSection(0, "Due")
  static let possible = RecordSection(1, "What can be done now")
  static let about = RecordSection(2, "What it is")
  static let done = RecordSection(3, "What was done")
  static let settled = RecordSection(8, "Deadlines met or not applicable")
  static let impossible = RecordSection(9, "Not now, and why")
}

/// The page of one referral.
extension RecordContent {
  init(_ file: ReferralFile, in context: AppContext) {
    let referral = file.referral
    self.init(heading: referral.heading)
    person = referral.person?.ref
    warnings = referral.warnings(isWithoutPermission: file.isWithoutPermission)
    addActions(
      EnquiryActions.offered(for: file, in: context.rules), on: .incomingReferral,
      possible: EnquirySections.possible,
      not: EnquirySections.impossible)
    addDeadlines(
      file.deadlines, open: EnquirySections.owed, settled: EnquirySections.settled,
      on: context.today)
    let about = EnquirySections.about
    add(about, "State", referral.state.words)
    addClient(referral)
    add(about, "Phone", referral.clientPhone)
    add(
      about, "Received",
      referral.received.ukWithWeekday + (referral.isOutOfHours ? ", out of hours (PPL-050)" : ""))
    if let call = referral.call {
      lines.append(
        FactLine(about, "From", referral.origin, opens: .record(call), subject: call))
    } else {
      add(about, "From", referral.origin)
    }
    add(about, "Route", referral.route.words)
    add(about, "Consent", referral.consent.map { $0 ? "Yes" : "No" } ?? "Nobody has asked yet")
    add(about, "Documents", referral.documents.map(\.words).joined(separator: ", "))
    add(about, "Reason", referral.reason)
    add(about, "Worker", referral.workerName ?? "Waits in the queue")
    lines += referral.actions.map { taken in
      FactLine(
        EnquirySections.done, taken.at.ukWithWeekday,
        taken.action.words + (taken.note.isEmpty ? "" : ": \(taken.note)"), note: taken.by)
    }
  }

  private mutating func addClient(_ referral: Referral) {
    guard let person = referral.person?.ref else {
      let note = referral.clientName.isEmpty ? "" : "not on file yet"
      lines.append(
        FactLine(EnquirySections.about, "Client", referral.client, note: note, weight: .warning))
      return
    }
    lines.append(
      FactLine(
        EnquirySections.about, "Client", referral.client, note: person.text,
        opens: .record(person), subject: person))
    add(EnquirySections.about, "Came as", referral.cameAs)
  }
}

extension Referral {
  fileprivate func warnings(isWithoutPermission: Bool) -> [String] {
    [
      isWithoutPermission
        ? "CUS-010: The detainee has not given permission; no name may be typed or linked" : nil,
      consent == false
        ? "The client has not agreed: tell the referrer, and pass nothing on" : nil,
    ].compactMap(\.self)
  }
}

/// The page of one call.
extension RecordContent {
  init(_ file: CallFile, in context: AppContext) {
    self.init(heading: file.heading)
    person = file.person?.ref
    booked = file.booked
    if let why = file.call.struckBecause { warnings.append("GEN-004: Struck through: \(why)") }
    if file.isEmergency { warnings.append("Overdose emergency") }
    if file.isWithoutPermission {
      warnings.append("CUS-010: The detainee has not given permission; no name may be linked")
    }
    if file.call.ended == nil, file.call.struckBecause == nil {
      warnings.append("PPL-051: The end of this call is not recorded")
    }
    if file.wantsAppointment, !file.call.owesAppointment {
      warnings.append("An appointment was asked for, and none is booked or declined")
    }
    addActions(
      EnquiryActions.offered(for: file, in: context.rules), on: .helplineCall,
      possible: EnquirySections.possible,
      not: EnquirySections.impossible)
    addDeadlines(
      file.deadlines, open: EnquirySections.owed, settled: EnquirySections.settled,
      on: context.today)
    let about = EnquirySections.about
    let call = file.call
    guard call.wasAnswered else {
      add(about, "Rang", call.started.ukWithWeekday)
      add(about, "Noted by", call.takenByInitials)
      return
    }
    add(about, "Began", call.started.ukWithWeekday)
    add(
      about, "Ended",
      call.ended.map {
        "\($0.ukWithWeekday) (\(Digits.counted($0.minutes(since: call.started), "minute")))"
      } ?? "Not recorded")
    add(about, "Taken by", call.takenByInitials)
    add(about, "Caller", call.caller.words)
    if let person = file.person?.ref {
      lines.append(
        FactLine(
          about, "Person", file.personName ?? person.text, note: person.text,
          opens: .record(person), subject: person))
    }
    add(about, "Name given", file.clientName.isEmpty ? file.cameAs : file.clientName)
    add(about, "Phone", file.clientPhone)
    if let entry = file.entry {
      lines.append(
        FactLine(
          about, "From custody", file.suite ?? "Yes", note: entry.text, opens: .record(entry),
          subject: entry))
    } else if call.isFromCustody {
      add(about, "From custody", file.suite ?? "Yes")
    }
    add(about, "Purposes", file.purposes.map(\.words).joined(separator: ", "))
    addOutcome(file, in: context)
  }

  private mutating func addOutcome(_ file: CallFile, in context: AppContext) {
    let done = EnquirySections.done
    add(done, "Outcome", file.outcome.words)
    add(done, "Advice given", file.advice.map(\.words).joined(separator: ", "))
    add(done, "Ambulance", file.ambulance.map { $0 ? "Called" : "Not called" })
    lines += file.services.map { service in
      FactLine(
        done, "Service", service.name, note: service.phone, opens: .record(service.ref),
        subject: service.ref)
    }
    addAppointment(file)
    add(done, "None offered", file.whyNoneOffered)
    if let referral = file.referral {
      lines.append(
        FactLine(
          done, "Referral", referral.text, note: "PPL-053", opens: .record(referral),
          subject: referral))
    }
    add(done, "Follow-up", file.followUp)
  }
}

extension RecordContent {
  /// The time agreed, with whom, and what came of it.
  private mutating func addAppointment(_ file: CallFile) {
    guard let starts = file.call.bookedFor else { return }
    let state = file.appointmentState ?? file.call.outcome?.state ?? .booked
    let with = file.bookedWith.map { ", with \($0)" } ?? ""
    lines.append(
      FactLine(
        EnquirySections.done, "Appointment",
        "\(starts.ukWithWeekday), \(file.bookedPlace ?? "")\(with)", note: state.title,
        weight: state == .booked ? .today : .done, booked: file.booked))
  }
}

/// The page of one entry of the service directory.
extension RecordContent {
  init(_ service: Service, in context: AppContext) {
    self.init(heading: "\(service.name), \(service.ref.text)")
    if let why = service.struckBecause {
      warnings = ["GEN-004: Struck through: \(why)"]
    } else if service.isUnchecked(on: context.today) {
      warnings = [
        "PPL-054: \(service.checkedWords(on: context.today).capitalisedFirst). Ring and make sure"
      ]
    }
    addActions(
      EnquiryActions.offered(for: service, in: context.rules), on: .agency,
      possible: EnquirySections.possible,
      not: EnquirySections.impossible)
    let about = EnquirySections.about
    let free = service.isFreeCall == .yes ? " (free or low-cost)" : ""
    add(about, "Phone", service.phone + free)
    add(about, "Hours", service.hours)
    add(about, "Who may use it", service.eligibility)
    add(about, "How to refer", service.referralRoute)
    add(about, "Age group", service.ageGroup)
    add(about, "Type", service.type.words)
    add(about, "Area", service.area)
    add(about, "Address", service.address)
    add(about, "Last checked", service.lastChecked?.ukWithWeekday ?? "Never")
  }
}
