import CaseRules

/// Looking up whom the words in a field mean, while the worker goes on.
extension FormFeature.State {
  mutating func lookUp(
    at place: FieldPlace, _ kinds: [RecordRef.Kind], for typed: String? = nil,
    takingTheOnly: Bool = false
  ) {
    lookUps.forget(place)
    let ticket = newTicket()
    let words = typed ?? draft[place].trimmed
    lookUps.waiting[ticket] = FormLookUps.Waiting(
      place: place, typed: words, takesTheOnly: takingTheOnly)
    ask(.lookUp(words, kinds: kinds, ticket))
  }

  /// The name of a record that was chosen without being looked up.
  mutating func lookUpName(of ref: RecordRef, at place: FieldPlace) {
    lookUp(at: place, [ref.kind])
  }

  /// A link field left with words in it: the only colleague or service that fits is taken, and how
  /// many clients fit is told beside it; one that was emptied asks for nobody any more.
  mutating func lookUpIfNeeded(_ place: FieldPlace, _ kind: FieldKind) {
    guard let kinds = kind.linkKinds else { return }
    if box.text.trimmed.isEmpty { return lookUps.forget(place) }
    if isChosenLink(box.text, kind) { return }
    lookUp(at: place, kinds, takingTheOnly: kinds.allSatisfy(\.mayBeTakenAlone))
  }

  mutating func take(_ hits: [LookUpHit], for ticket: Ticket, in context: AppContext) {
    guard let waiting = lookUps.waiting.removeValue(forKey: ticket) else { return }
    let place = waiting.place
    if case .links(let links) = popup, links.place == place {
      show(offered(hits, at: place), in: links, in: context)
    } else {
      lookUps.fitting[place] = hits.count
      noteSearch(at: place, found: hits.count)
      if waiting.takesTheOnly, waiting.typed == draft[place].trimmed {
        takeTheOnly(offered(hits, at: place), at: place, in: context)
      }
      takeExact(hits, at: place, in: context)
    }
    saveOnceFound(in: context)
  }

  /// Whoever alone has the words that were typed and left stands in the field, by name.
  private mutating func takeTheOnly(
    _ hits: [LookUpHit], at place: FieldPlace, in context: AppContext
  ) {
    let asTyped = hits.filter(\.isAsTyped)
    guard asTyped.count == 1, let only = asTyped.first, RecordRef(draft[place]) == nil,
      place != self.place || !isEditing
    else { return }
    facts.names[only.ref] = only.words
    chosen.insert(only.ref)
    put(only.ref.text, at: place, in: context)
    history.close(draft)
    if place == self.place { arrived = box.text }
    readAgain(place, in: context)
    refreshFindings(in: context)
    askFactsIfNeeded(for: place, in: context)
    keepIfNeeded()
  }

  /// Without workers who cannot be named here; one who was typed by number is told why.
  private func offered(_ hits: [LookUpHit], at place: FieldPlace) -> [LookUpHit] {
    guard sheet.field(at: place)?.namesWhoTakesClients == true else { return hits }
    return hits.filter { hit in
      hit.role.map(CaseloadRules.takesClients) ?? true || hit.ref == RecordRef(draft[place])
    }
  }

  /// A whole number, typed and left, is its record, which is then named beside it; words never are.
  private mutating func takeExact(
    _ hits: [LookUpHit], at place: FieldPlace, in context: AppContext
  ) {
    guard let ref = typedLink(at: place), let hit = hits.first(where: { $0.ref == ref }) else {
      return
    }
    facts.names[ref] = hit.words
    chosen.insert(ref)
    lookUps.fitting[place] = nil
    refreshFindings(in: context)
  }

  /// The record whose number stands in a field that is left.
  private func typedLink(at place: FieldPlace) -> RecordRef? {
    guard place != self.place || !isEditing,
      case .value(.link(let ref), _)? = reading(at: place), draft[place] == ref.text
    else { return nil }
    return ref
  }

  /// Whether a record that was typed is still being looked up and may be taken.
  package var awaitsLinks: Bool {
    lookUps.waiting.values.contains { waiting in
      waiting.takesTheOnly
        || typedLink(at: waiting.place).map { !chosen.contains($0) } ?? false
    }
  }

  private mutating func saveOnceFound(in context: AppContext) {
    guard savesOnceFound, !awaitsLinks else { return }
    savesOnceFound = false
    if page == .sheet, popup == nil { save(in: context) }
  }
}

extension RecordRef.Kind {
  /// A colleague, an officer, a service or a place is taken where one alone has the words, however the
  /// field is left; a client only by Enter or Tab, who says with them that they mean this one.
  fileprivate var mayBeTakenAlone: Bool {
    switch self {
    case .worker, .officer, .agency, .suite: true
    case .person, .intelligenceSubject, .custodyEntry, .dir, .episode, .appointment, .consent,
      .contact, .handover, .helplineCall, .incomingReferral, .custodyFact, .carePlan, .referral,
      .modality, .prescribing, .possibleRecord, .merge, .proposal, .exceptionalAccess,
      .ediiActivity, .ediiReferral, .warrant, .intelligenceReport, .bronzeAction:
      false
    }
  }
}
