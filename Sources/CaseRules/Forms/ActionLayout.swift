/// How the actions menu of one kind of record is laid out, whatever is possible now.
///
/// Hands learn letters: one that leads to an action in one state of a record leads to no other action
/// in the next. So letters and groups hang on the kind of record alone.
package struct ActionLayout: Hashable, Sendable {
  /// The parts of the work whose letters work at once.
  private let open: Set<ActionGroup>
  /// Forms of other parts that stand in front as well, with the letters they have there.
  private let letters: [FormID: Character]

  private init(_ open: Set<ActionGroup> = [], letters: [FormID: Character] = [:]) {
    self.open = open
    self.letters = letters
  }

  /// Only what is done every day stands in front: for records with many actions, and for rows of
  /// several kinds at once.
  package static let grouped = ActionLayout()

  /// The one layout of each kind of record.
  package init(of kind: RecordRef.Kind) {
    switch kind {
    case .person, .episode, .carePlan, .handover, .appointment: self = .grouped
    case .custodyEntry: self = .custody
    case .helplineCall: self.init([.enquiries])
    case .custodyFact: self.init([.custody])
    case .incomingReferral: self.init([.enquiries])
    case .dir: self.init([.assessment])
    case .consent: self.init([.assessment, .record])
    case .referral: self.init([.carePlan, .record])
    case .modality, .prescribing: self.init([.treatment])
    case .contact, .possibleRecord, .merge: self.init([.record])
    case .agency: self.init([.enquiries, .record])
    case .worker: self.init([.caseload, .office])
    case .suite: self.init([.office, .custody])
    case .officer, .proposal, .exceptionalAccess: self.init([.office])
    case .ediiActivity, .warrant: self.init([.edii])
    case .ediiReferral: self.init([.edii], letters: [CorrectSourceForm.id: "o"])
    case .intelligenceReport, .intelligenceSubject: self.init([.intelligence])
    case .bronzeAction: self.init([.bronze])
    }
  }

  /// The board has letters of its own for approaches and calls, so that what comes after the DIR is
  /// given over and booked by others than on the client's page.
  private static let custody = ActionLayout(
    [.custody],
    letters: [HandoverForm.id: "g", AppointmentForm.id: "b", NextDayAppointmentForm.id: "n"])

  /// The letter that works at once; nil for what is behind its group, or has no place in menus.
  package func frontLetter(of form: OfferedForm) -> Character? {
    guard let key = form.action else { return nil }
    return letters[form.form] ?? (key.isNear || open.contains(key.group) ? key.letter : nil)
  }

  /// The letters that lead to it: `k`, or `l t` behind a group.
  package func keys(of form: OfferedForm) -> String? {
    form.action.map { key in
      frontLetter(of: form).map(String.init) ?? "\(key.group.rawValue) \(key.letter)"
    }
  }
}
