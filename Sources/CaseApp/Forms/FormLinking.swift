package import CaseRules

/// A record that a link needs and that is not on file yet: its own form lies over this one, and the
/// link takes what it made.
extension FormFeature {
  /// Puts a record that was just made into the field it was made for; nil when none waits for one.
  static func link(
    _ state: inout State, to ref: RecordRef, in context: AppContext
  ) -> [Effect]? {
    guard state.takeNew(ref, in: context) else { return nil }
    let asked = state.asked
    state.asked = []
    return asked
  }
}

extension FormFeature.State {
  /// The form for a new record of the kind that the field under the caret links to.
  package var formForNewRecord: FormID? {
    guard page == .sheet, let kinds = place.flatMap({ sheet.kind(at: $0) })?.linkKinds else {
      return nil
    }
    return kinds.compactMap(\.newForm).first
  }

  /// The record that a cell of a table names, where nothing can stand beside it to say so.
  package var linkInCell: RecordRef? { isEditing ? nil : linkArrivedAt }

  /// The record that stood in the cell before the letters that are being typed now.
  package var linkTypedOver: RecordRef? { isEditing ? linkArrivedAt : nil }

  private var linkArrivedAt: RecordRef? {
    guard let place, place.column != nil, let kind = sheet.kind(at: place),
      isChosenLink(arrived, kind)
    else { return nil }
    return RecordRef(arrived)
  }

  mutating func beginNewRecord() {
    guard let form = formForNewRecord, let place else { return notice = .notInTable }
    let typed =
      sheet.kind(at: place).map { isChosenLink(box.text.trimmed, $0) } == true ? "" : box.text
    popup = nil
    newRecord = NewRecord(place: place, form: form, typed: typed)
  }

  /// The form to be opened over this one and what was typed for it, told once.
  mutating func takeNewRecordWanted() -> (form: FormID, typed: String)? {
    guard let wanted = newRecord, !wanted.isOpen else { return nil }
    newRecord?.isOpen = true
    return (wanted.form, wanted.typed)
  }

  fileprivate mutating func takeNew(_ ref: RecordRef, in context: AppContext) -> Bool {
    guard let wanted = newRecord, wanted.place == place,
      sheet.kind(at: wanted.place)?.linkKinds?.contains(ref.kind) == true
    else { return false }
    newRecord = nil
    chosen.insert(ref)
    put(ref.text, at: wanted.place, in: context)
    lookUpName(of: ref, at: wanted.place)
    leave(.next, in: context)
    return true
  }
}

/// A record being made for a field.
struct NewRecord: Equatable, Sendable {
  let place: FieldPlace
  let form: FormID
  /// What was searched for, which is what the record is to be called.
  let typed: String
  var isOpen = false
}

extension RecordRef.Kind {
  /// The form that makes a record which may be missing when a link needs it.
  fileprivate var newForm: FormID? {
    switch self {
    case .person: PersonForm.id
    case .officer: OfficerForm.id
    case .agency: ServiceForm.id
    case .custodyEntry, .dir, .episode, .appointment, .consent, .contact, .handover,
      .helplineCall, .incomingReferral, .worker, .suite, .custodyFact, .carePlan, .referral,
      .modality, .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant,
      .intelligenceReport, .intelligenceSubject, .bronzeAction:
      nil
    }
  }
}
