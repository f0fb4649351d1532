import CaseRules

/// Choosing a record from those that fit what stands in the field.
extension FormFeature.State {
  /// Looks up what stands in the field, to be chosen by Enter.
  mutating func openLinks(
    at place: FieldPlace, takingTheOnly: Bool = false, in context: AppContext
  ) {
    guard let kinds = sheet.kind(at: place)?.linkKinds else { return }
    var links = LinksPopup(place: place, hits: [], at: 0, isLooking: true)
    links.takesTheOnly = takingTheOnly
    popup = .links(links)
    // Whoever stands there already must not hide the others; people are found by name only.
    let isChosen = sheet.kind(at: place).map { isChosenLink(draft[place].trimmed, $0) } ?? false
    lookUp(at: place, kinds, for: isChosen && !kinds.contains(.person) ? "" : nil)
  }

  /// What was found, in the list that waits for it; the only record that fits may be taken by it.
  mutating func show(
    _ hits: [LookUpHit], in waiting: LinksPopup, in context: AppContext
  ) {
    let place = waiting.place
    var links = waiting
    links.hits = hits
    links.isLooking = false
    // An answer about everything says nothing about how many fit the words.
    lookUps.fitting[place] = links.missed == nil ? hits.count : 0
    let asTyped = hits.filter(\.isAsTyped)
    if links.takesTheOnly, asTyped.count == 1, let only = asTyped.first {
      noteSearch(at: place, found: hits.count)
      takeLink(only, at: place, in: context)
      return leave(.next, in: context)
    }
    if hits.isEmpty, links.missed == nil, showAll(insteadOf: links) { return }
    links.at =
      links.missed == nil ? hits.firstIndex { $0.ref == RecordRef(draft[place]) } ?? 0 : -1
    popup = .links(links)
  }

  /// Nobody and nothing fits: what there is to choose from is shown whole, where it can be; of
  /// people there are too many.
  private mutating func showAll(insteadOf links: LinksPopup) -> Bool {
    let typed = draft[links.place].trimmed
    guard !typed.isEmpty, let kinds = sheet.kind(at: links.place)?.linkKinds,
      !kinds.contains(.person)
    else { return false }
    var all = links
    all.missed = typed
    all.takesTheOnly = false
    all.isLooking = true
    popup = .links(all)
    lookUp(at: links.place, kinds, for: "")
    return true
  }

  mutating func takeInLinks(
    _ popup: LinksPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var links = popup
    switch action {
    case .typed, .pasted, .edited: return narrow(links, action, in: context)
    case .moved(.up): links.at = max(0, links.at - 1)
    case .moved(.down): links.at = max(0, min(links.hits.count - 1, links.at + 1))
    case .moved(.pageUp): links.at = 0
    case .moved(.pageDown): links.at = max(0, links.hits.count - 1)
    case .moved(.enter):
      if let hit = links.current {
        takeLink(hit, at: links.place, in: context)
        return goOn(from: links.place, in: context)
      }
    case .moved(.next): return closeAndLeave(.next, in: context)
    case .moved(.previous): return closeAndLeave(.previous, in: context)
    case .chose(.save): return closeAndLeave(.save, in: context)
    case .chose(.newRecord): return beginNewRecord()
    case .chose(.back), .chose(.choices): return self.popup = nil
    case .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.popup = .links(links)
  }

  private mutating func narrow(
    _ links: LinksPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    let before = box.text
    takeInField(action, in: context)
    guard box.text != before, let kinds = sheet.kind(at: links.place)?.linkKinds else { return }
    lookUp(at: links.place, kinds)
    var looking = LinksPopup(place: links.place, hits: links.hits, at: 0, isLooking: true)
    looking.isErased = before.hasPrefix(box.text)
    popup = .links(looking)
  }

  private mutating func takeLink(
    _ hit: LookUpHit, at place: FieldPlace, in context: AppContext
  ) {
    popup = nil
    facts.names[hit.ref] = hit.words
    chosen.insert(hit.ref)
    put(hit.ref.text, at: place, in: context)
  }
}
