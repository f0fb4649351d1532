package import CaseRules

/// A record that a link needs and that is not on file yet: its own form lies over this one, and the
/// link takes what it made.
extension FormFeature {
  /// Puts a record that was just made into the field it was made for; nil when none waits for one
  /// that this form makes.
  static func link(
    _ state: inout State, to ref: RecordRef, madeBy form: FormID, in context: AppContext
  ) -> [Effect]? {
    guard state.takeNew(ref, madeBy: form, in: context) else { return nil }
    let asked = state.asked
    state.asked = []
    return asked
  }
}

extension FormFeature.State {
  /// The form for a new record of the kind that the field under the caret links to, or for the record
  /// that its answer is.
  package var formForNewRecord: FormID? {
    guard page == .sheet, let place else { return nil }
    if let recorder = sheet.field(at: place)?.recorder {
      return recorder.about(facts) == nil ? nil : recorder.form
    }
    return sheet.kind(at: place)?.linkKinds?.compactMap(\.newForm).first
  }

  /// Whether the answer under the caret is a record of its own.
  package var isAnsweredByRecord: Bool {
    formForNewRecord != nil && place.flatMap { sheet.field(at: $0) }?.recorder != nil
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
    if let recorder = sheet.field(at: place)?.recorder {
      popup = nil
      newRecord = NewRecord(
        place: place, form: form, about: recorder.about(facts), typed: "", saying: recorder.saying)
      return
    }
    let typed =
      sheet.kind(at: place).map { isChosenLink(box.text.trimmed, $0) } == true ? "" : box.text
    popup = nil
    newRecord = NewRecord(place: place, form: form, typed: typed)
  }

  /// The form to be opened over this one and what is known for it, told once.
  mutating func takeNewRecordWanted() -> NewRecord? {
    guard let wanted = newRecord, !wanted.isOpen else { return nil }
    newRecord?.isOpen = true
    return wanted
  }

  fileprivate mutating func takeNew(
    _ ref: RecordRef, madeBy form: FormID, in context: AppContext
  ) -> Bool {
    guard let wanted = newRecord, wanted.form == form, wanted.place == place else { return false }
    if sheet.field(at: wanted.place)?.recorder?.form == wanted.form {
      newRecord = nil
      recorded = RecordedAnswer(place: wanted.place, before: draft[wanted.place])
      askFacts()
      return true
    }
    guard sheet.kind(at: wanted.place)?.linkKinds?.contains(ref.kind) == true else {
      return false
    }
    newRecord = nil
    chosen.insert(ref)
    put(ref.text, at: wanted.place, in: context)
    lookUpName(of: ref, at: wanted.place)
    goOn(from: wanted.place, in: context)
    return true
  }
}

extension FormFeature.State {
  /// The records know the answer now that was recorded for a field; the caret goes on from it.
  ///
  /// Whoever typed there meanwhile knows better.
  mutating func takeRecorded(in context: AppContext) {
    guard let waiting = recorded else { return }
    recorded = nil
    let place = waiting.place
    guard draft[place] == waiting.before,
      let answer = sheet.field(at: place)?.recorder?.answer(facts)
    else { return }
    put(answer.raw, at: place, in: context)
    guard place == self.place else { return readAgain(place, in: context) }
    goOn(from: place, in: context)
  }
}

/// A field whose answer is on record, and what stood there before.
struct RecordedAnswer: Equatable, Sendable {
  let place: FieldPlace
  let before: String
}

/// A record being made for a field.
struct NewRecord: Equatable, Sendable {
  let place: FieldPlace
  let form: FormID
  /// What it is made about; nil where it stands alone.
  var about: RecordRef?
  /// What was searched for, which is what the record is to be called.
  let typed: String
  /// What is known of it before anything is typed.
  var saying = FormDraft()
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
