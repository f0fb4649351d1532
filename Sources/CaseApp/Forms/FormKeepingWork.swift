import CaseRules

extension FormFeature.State {
  /// Keeps what is not yet on its way to be kept.
  mutating func keepIfNeeded() {
    if keeping.editsUnkept > 0 { keep() }
  }

  /// Keeps the draft, unless there is nothing in it.
  ///
  /// One at a time is on its way: the first answer brings the number the next is kept under.
  mutating func keep() {
    guard keeping.waiting == nil, !keeping.discards, saving == nil || keeping.isUrgent else {
      return
    }
    let ticket = newTicket()
    keeping.waiting = FormKeeping.Waiting(ticket: ticket, edits: keeping.edits)
    ask(.keepDraft(keeping.id, keptDraft, ticket))
  }

  private var keptDraft: KeptDraft {
    KeptDraft(
      form: form.id, about: opened.about, draft: answers(in: draft),
      base: answers(in: opened.draft),
      revision: opened.revision, reasons: reasons, lastPlace: place)
  }

  mutating func rest() {
    if ending == nil, saving == nil { keepIfNeeded() }
  }

  /// Everything typed is kept, also what is being saved: better an offer too many than a word lost.
  mutating func hangUp() {
    guard ending == nil, isTouched else { return }
    keeping.isUrgent = true
    keepIfNeeded()
  }

  /// Leaves the form; what was typed is kept, and nothing typed leaves nothing behind.
  mutating func close(in context: AppContext) {
    settle(in: context)
    if saving != nil { return notice = .saving }
    keeping.isUrgent = true
    ending = .left(kept: isTouched)
    if isTouched { keepIfNeeded() } else { dropDraft() }
  }

  /// The draft has no use any more; one that is still on its way goes when its number is known.
  mutating func dropDraft() {
    keeping.discards = true
    guard keeping.waiting == nil, let id = keeping.id else { return }
    keeping.id = nil
    ask(.discardDraft(id, newTicket()))
  }

  mutating func askToDiscard() {
    popup = .discard(DiscardQuestion(discards: false))
    ask(.discardTypedAhead)
  }

  mutating func takeInDiscard(_ question: DiscardQuestion, _ action: FormFeature.Action) {
    switch DialogKey(action) {
    case .other: break
    case .turn: popup = .discard(DiscardQuestion(discards: !question.discards))
    case .no: popup = nil
    case .yes: discard()
    case .press: if question.discards { discard() } else { popup = nil }
    }
  }

  private mutating func discard() {
    popup = nil
    if saving != nil { return notice = .saving }
    ending = .discarded
    dropDraft()
  }

  // MARK: Answers

  mutating func take(_ reply: Reply, for ticket: Ticket, in context: AppContext) {
    switch reply {
    case .draftKept(let id, let moment): noteKept(id, at: moment, for: ticket)
    case .facts(let facts): take(facts, for: ticket, in: context)
    case .lookedUp(let hits): take(hits, for: ticket, in: context)
    case .saved(let outcome): take(outcome, for: ticket, in: context)
    case .failed(let trouble): take(trouble, for: ticket)
    case .read, .formOpened, .draftDiscarded, .draftResumed: break
    }
  }

  private mutating func noteKept(_ id: DraftID, at moment: Moment, for ticket: Ticket) {
    guard let waiting = keeping.waiting, waiting.ticket == ticket else { return }
    keeping.id = id
    keeping.keptAt = moment
    keeping.trouble = nil
    keeping.editsKept = waiting.edits
    keeping.waiting = nil
    if keeping.discards { return dropDraft() }
    if keeping.editsUnkept > 0, keeping.isUrgent || keeping.editsUnkept >= FormKeeping.keysBetween {
      keep()
    }
  }

  private mutating func take(_ trouble: Trouble, for ticket: Ticket) {
    if keeping.waiting?.ticket == ticket {
      keeping.waiting = nil
      keeping.isUrgent = false
      keeping.trouble = trouble
      if case .left = ending { ending = nil }
      notice = .trouble(trouble)
    } else if saving?.ticket == ticket {
      saving = nil
      notice = .trouble(trouble)
      keepIfNeeded()
    } else if factsTicket == ticket {
      factsTicket = nil
      // The next answer may come much later, when the hand is elsewhere.
      recorded = nil
      notice = .trouble(trouble)
    } else if lookUps.waiting.removeValue(forKey: ticket) != nil {
      savesOnceFound = false
      if case .links(var links) = popup {
        links.isLooking = false
        popup = .links(links)
      }
      notice = .trouble(trouble)
    }
  }

  // MARK: Facts

  /// Asks what other records say now, where an answer has to do with them.
  mutating func askFactsIfNeeded(for place: FieldPlace, in context: AppContext) {
    let table = sheet.item(place.field)?.field.changesFacts ?? false
    guard table || sheet.field(at: place)?.changesFacts == true else { return }
    askFacts()
  }

  mutating func askFacts() {
    let ticket = newTicket()
    factsTicket = ticket
    ask(.askFacts(form.id, about: opened.about, draft.applying(to: form, reading), ticket))
  }

  private mutating func take(_ facts: FormFacts, for ticket: Ticket, in context: AppContext) {
    guard factsTicket == ticket else { return }
    factsTicket = nil
    let known = self.facts.names
    noteLikenesses(in: facts, instead: self.facts)
    self.facts = facts
    self.facts.names.merge(known) { new, _ in new }
    takeRecorded(in: context)
    refreshFindings(in: context)
  }
}
