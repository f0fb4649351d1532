import CaseRules
import Testing

@Suite("What a detention offers next")
struct EntryActionsTests {
  private func whyNot(
    _ form: FormID, _ entry: CustodyEntry, assessment: AssessmentFacts? = nil,
    assessments: [DIRSummary] = [], role: Role = .arw
  ) -> String? {
    let file = EntryFile(
      entry: entry, revision: 1, assessments: assessments, assessment: assessment)
    let actions = EntryActions.offered(for: file, in: .example(role: role))
    return actions.first { $0.form == form }?.whyNot
  }

  @Test("Each action has a letter of its own")
  func letters() {
    let file = EntryFile(entry: .example(), revision: 1)
    let order = Self.order(EntryActions.offered(for: file, in: .example()))
    #expect(Set(order.keys.compactMap(\.self)).count == order.offered.count)
    #expect(order.groups.isEmpty)
  }

  @Test(
    "PPL-007, PPL-012: after the DIR come what the role can do next and the first appointment",
    arguments: [
      (Role.arw, [HandoverForm.id, AppointmentForm.id]),
      (.cjit, [JoinCaseloadForm.id, HandoverForm.id, AppointmentForm.id]),
    ])
  func afterAssessment(role: Role, forms: [FormID]) {
    var file = Self.assessed
    #expect(file.state == .assessed)
    let offered = EntryActions.offered(for: file, in: .example(role: role))
    #expect(offered.prefix(forms.count).map(\.form) == forms)
    #expect(offered.prefix(forms.count).allSatisfy { $0.whyNot == nil })
    let order = Self.order(offered)
    #expect(order.groups.isEmpty, "the letters of the board stay what they are")
    #expect(order.keys.prefix(forms.count).suffix(2) == ["g", "b"])
    file.pendingHandover = Handover(
      id: HandoverID(1), episode: EpisodeID(3), person: PersonID(1), kind: .worker,
      from: WorkerID(1), to: WorkerID(2), receiver: "Cara Doyle", asked: .at(5, 10, 2007, 11, 0),
      reason: "Wants help")
    let waiting = EntryActions.offered(for: file, in: .example(role: role))
    #expect(waiting.first { $0.form == HandoverForm.id }?.whyNot?.hasPrefix("PPL-012") == true)
    #expect(waiting.first { $0.form == AppointmentForm.id }?.whyNot == nil)
  }

  @Test("CUS-012: what the day owes goes before what comes after the DIR")
  func dueBeforeHandover() {
    var file = Self.assessed
    file.entry.departure = Departure(
      kind: .bailedToReturn, at: .at(5, 10, 2007, 11, 30),
      next: .init(place: "Newport", at: .at(5, 10, 2007, 12, 30)))
    let offered = EntryActions.offered(for: file, in: .example())
    #expect(
      offered.prefix(3).map(\.form) == [ApproachForm.id, HandoverForm.id, AppointmentForm.id])
  }

  @Test("The note after a DIR says what the role can do next")
  func noteAfterAssessment() {
    func words(_ role: Role) -> String {
      CaseloadRules.nextAfterAssessment(for: RuleContext.example(role: role).worker)
    }
    #expect(words(.cjit).contains("PPL-007") && words(.sup).contains("PPL-007"))
    #expect(words(.arw).contains("PPL-012") && words(.arw).hasPrefix("hand over"))
  }

  @Test(
    "PPL-012: before the DIR handing over and booking say what they wait for, under their letters")
  func beforeAssessment() {
    let order = Self.order(
      EntryActions.offered(for: EntryFile(entry: .example(), revision: 1), in: .example()))
    for (form, letter) in [(HandoverForm.id, "g"), (AppointmentForm.id, "b")] {
      let at = order.offered.firstIndex { $0.form == form }
      #expect(at.flatMap { order.keys[$0] } == letter)
      #expect(
        at.flatMap { order.offered[$0].whyNot } == "Link the person first (custody details)")
    }
    #expect(order.offered.first?.form == OfferForm.id)
    var entry = CustodyEntry.example(permissions: [.example()])
    entry.details = CustodyDetails(person: RecordRef(.person, 1))
    #expect(whyNot(HandoverForm.id, entry)?.hasPrefix("PPL-012: Nobody has this client") == true)
    #expect(whyNot(AppointmentForm.id, entry) == nil)
  }

  private static func order(_ offered: [OfferedForm]) -> ActionOrder {
    ActionOrder(offered, in: ActionLayout(of: .custodyEntry))
  }

  /// Assessed, agreed to the caseload, and still the arrest referral worker's.
  private static let assessed: EntryFile = {
    var entry = CustodyEntry.example(
      offers: [.example()], approaches: [.example()], permissions: [.example()],
      dirStarted: .at(5, 10, 2007, 10, 20), dirCompleted: .at(5, 10, 2007, 11, 0))
    entry.details = CustodyDetails(person: RecordRef(.person, 1))
    var file = EntryFile(entry: entry, revision: 1)
    file.episode = Episode(
      id: EpisodeID(3), person: PersonID(1), state: .assessed, entryPoint: .arrest,
      opened: .on(5, 10, 2007), worker: WorkerID(1), workerName: "Amina Begum",
      workerRole: .arw)
    return file
  }()

  @Test("On arrival: offer, approach and permission; the rest says what it waits for")
  func arrived() {
    let entry = CustodyEntry.example()
    for form in [OfferForm.id, ApproachForm.id, PermissionForm.id, DepartureForm.id] {
      #expect(whyNot(form, entry) == nil, "\(form.text)")
    }
    #expect(whyNot(CustodyDetailsForm.id, entry)?.hasPrefix("CUS-010") == true)
    #expect(whyNot(DIRForm.id, entry)?.hasPrefix("CUS-016") == true)
    #expect(whyNot(CloseEntryForm.id, entry)?.hasPrefix("CUS-001") == true)
    #expect(whyNot(CourtAttendanceForm.id, entry)?.hasPrefix("CUS-013") == true)
    #expect(whyNot(ArrestTestForm.id, entry)?.hasPrefix("CUS-020") == true)
    #expect(whyNot(NextDayAppointmentForm.id, entry)?.hasPrefix("CUS-015") == true)
  }

  @Test("The next step stands first, and what was done last")
  func order() {
    var entry = CustodyEntry.example()
    #expect(first(entry) == OfferForm.id)
    entry.offers = [.example()]
    #expect(first(entry) == ApproachForm.id)
    entry.approaches = [.example()]
    #expect(first(entry) == PermissionForm.id)
    entry.permissions = [.example()]
    #expect(first(entry) == CustodyDetailsForm.id)
    entry.details = CustodyDetails(person: RecordRef(.person, 1))
    #expect(first(entry) == ConsentGivenForm.id)
  }

  @Test("CUS-012, CUS-013: on its day the return or the hearing stands first, until it is met")
  func owed() {
    let left = Moment.at(5, 10, 2007, 12, 0)
    var entry = CustodyEntry.example(offers: [.example()], approaches: [.example()])
    let today = Departure.NextPlace(place: "Newport", at: .at(5, 10, 2007, 13, 0))
    entry.departure = Departure(kind: .bailedToReturn, at: left, next: today)
    #expect(first(entry) == ApproachForm.id)
    entry.approaches.append(.example(2, at: .at(5, 10, 2007, 13, 10)))
    #expect(first(entry) == PermissionForm.id)
    entry.approaches = []
    entry.departure = Departure(kind: .chargedBailed, at: left, next: today)
    #expect(first(entry) == CourtAttendanceForm.id)
    entry.courtAttendances = [
      CourtAttendance(
        ref: RecordRef(.custodyFact, 9), hearing: today.at, attended: true, worker: WorkerID(1),
        workerInitials: "A.BEGUM")
    ]
    #expect(first(entry) == ApproachForm.id)
  }

  @Test("CUS-012: an approach after the departure and before the return is not the contact owed")
  func contactBeforeReturn() {
    let left = Moment.at(3, 10, 2007, 12, 0)
    var entry = CustodyEntry.example(
      arrived: .at(3, 10, 2007, 9, 0), offers: [.example()],
      approaches: [.example(at: .at(3, 10, 2007, 9, 40)), .example(2, at: .at(4, 10, 2007, 9, 0))])
    entry.departure = Departure(
      kind: .bailedToReturn, at: left,
      next: Departure.NextPlace(place: "Newport", at: .at(5, 10, 2007, 13, 0)))
    #expect(first(entry) == ApproachForm.id)
    entry.approaches.append(.example(3, at: .at(5, 10, 2007, 8, 0)))
    #expect(first(entry) == PermissionForm.id, "on the day of the return it is")
  }

  @Test("GEN-004: the details of a closed detention are not offered to be changed")
  func closedDetails() {
    var entry = CustodyEntry.example(offers: [.example()], permissions: [.example()])
    #expect(whyNot(CustodyDetailsForm.id, entry) == nil)
    entry.departure = Departure(kind: .noFurtherAction, at: .at(5, 10, 2007, 11, 0))
    entry.closed = .at(5, 10, 2007, 11, 30)
    for form in [CustodyDetailsForm.id, ArrivalForm.id, DepartureForm.id] {
      #expect(whyNot(form, entry)?.hasPrefix("GEN-004") == true, "\(form.text)")
    }
    #expect(whyNot(PermissionForm.id, entry) == nil, "permission can be refused at any time")
  }

  private func first(_ entry: CustodyEntry) -> FormID? {
    EntryActions.offered(for: EntryFile(entry: entry, revision: 1), in: .example()).first?.form
  }

  @Test("CUS-016: the DIR waits for sight, permission, person, age and consent, in that order")
  func assessment() {
    var entry = CustodyEntry.example(approaches: [.example()])
    #expect(whyNot(DIRForm.id, entry)?.hasPrefix("CUS-010") == true)
    entry.permissions = [.example()]
    #expect(whyNot(DIRForm.id, entry)?.contains("person") == true)
    entry.details = CustodyDetails(person: RecordRef(.person, 1))
    var known = AssessmentFacts(
      birth: .on(.on(6, 10, 1989)), hasConsent: false)
    #expect(whyNot(DIRForm.id, entry, assessment: known)?.contains("YOT") == true)
    known.birth = .on(.on(5, 10, 1989))
    #expect(whyNot(DIRForm.id, entry, assessment: known)?.contains("PPL-006") == true)
    known.hasConsent = true
    #expect(whyNot(DIRForm.id, entry, assessment: known) == nil)
  }

  @Test("An unfinished DIR is carried on, not started again")
  func unfinished() {
    let dir = DIRSummary(
      ref: RecordRef(.dir, 7), person: RecordRef(.person, 1), assessed: .at(5, 10, 2007, 10, 0),
      place: .custody, worker: "B.COLE")
    let file = EntryFile(entry: .example(), revision: 1, assessments: [dir])
    let action = EntryActions.offered(for: file, in: .example()).first { $0.form == DIRForm.id }
    #expect(action?.about == dir.ref)
    #expect(action?.whyNot == nil)
    #expect(action?.title == "Carry on with the DIR")
  }

  @Test(
    "GEN-003: a DIR, a suite and an officer are changed by those who may, a complete one is corrected"
  )
  func otherRecords() {
    let dir = DIRSummary(
      ref: RecordRef(.dir, 7), person: RecordRef(.person, 1), assessed: .at(5, 10, 2007, 10, 0),
      place: .custody, worker: "B.COLE")
    var complete = dir
    complete.completed = .at(5, 10, 2007, 11, 0)
    func offered(_ role: Role) -> [OfferedForm] {
      let context = RuleContext.example(role: role)
      return DIRActions.offered(for: dir, in: context)
        + PlaceActions.offered(forSuite: RecordRef(.suite, 1), in: context)
        + PlaceActions.offered(forOfficer: RecordRef(.officer, 1), in: context)
    }
    let titles = [
      "Carry on with the DIR", "Change the suite", "Start a cell sweep", "Change the officer",
    ]
    #expect(offered(.arw).filter { $0.whyNot == nil }.map(\.title) == titles)
    #expect(offered(.carat).allSatisfy { $0.whyNot != nil })
    #expect(
      offered(.adm).filter { $0.whyNot == nil }.map(\.title)
        == ["Change the suite", "Change the officer"], "an administrator keeps the lists")
    let ofComplete = DIRActions.offered(for: complete, in: .example(role: .arw))
    #expect(ofComplete.map(\.title) == ["Correct the DIR", "Record a consent"])
    #expect(ofComplete.allSatisfy { $0.whyNot == nil })
    let read = DIRActions.offered(for: complete, in: .example(role: .sup)).first?.whyNot
    #expect(read?.contains("can read") == true)
  }

  @Test("Readers are told that they read only", arguments: [Role.sup, .carat, .ppoc])
  func readers(_ role: Role) {
    #expect(whyNot(OfferForm.id, .example(), role: role) != nil)
  }

  @Test("CUS-022: police users are told why nothing is open to them", arguments: [Role.dio, .supt])
  func police(_ role: Role) {
    #expect(whyNot(OfferForm.id, .example(), role: role)?.hasPrefix("CUS-022") == true)
  }
}
