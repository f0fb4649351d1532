import CaseRules
import Testing

@Suite("The caseload's forms, by their rules alone")
struct CaseloadFormRulesTests {
  private static func episode(
    _ state: EpisodeState, attempts: Int = 3, joined: String? = "2007-09-03"
  ) -> Episode {
    Episode(
      id: EpisodeID(1), person: PersonID(1), state: state, entryPoint: .helpline,
      opened: .example("2007-09-01"), worker: WorkerID(2),
      joined: joined.map { CalendarDate.example($0) }, failedAttempts: attempts)
  }

  // MARK: Closing

  @Test(
    "PPL-026: a drop-out review ends with the client lost or dead, and with nothing else",
    arguments: ClosureReason.allCases)
  func agreedLost(reason: ClosureReason) {
    var facts = FormFacts()
    facts.episode = EpisodeFacts(episode: Self.episode(.dropOutReview))
    let said = CloseEpisodeForm.definition.said(
      [
        CloseEpisodeForm.reason: reason.code, CloseEpisodeForm.note: "As agreed",
        CloseEpisodeForm.closed: "05/10/2007",
      ], facts, in: .example(role: .sup))
    let isFitting = reason == .lostContact || reason == .deceased
    #expect(said.contains("PPL-026 blocks reason") == !isFitting)
  }

  @Test("PPL-012: what does not follow from the state is offered with the reason why not")
  func offered() {
    for state in EpisodeState.allCases {
      let forms = EpisodeActions.offered(
        for: Self.episode(state), pendingHandover: nil, in: .example(role: .cjit))
      let closing = forms.first { $0.form == CloseEpisodeForm.id }
      let isClosed = CloseEpisodeForm.event(in: state) == nil
      #expect((closing?.whyNot != nil) == isClosed, "\(state.title)")
      let prison = forms.first { $0.form == EnterPrisonForm.id }
      let canEnter = EpisodeMachine.next(state, .entersPrison) != nil
      #expect((prison?.whyNot == nil) == canEnter, "\(state.title)")
    }
  }

  // MARK: Handing over

  private static func handOver(_ count: Int, in facts: FormFacts) -> [String] {
    let people = (1...count).map { PersonID(Int64($0)).ref }
    let rows = people.enumerated().map { place, ref in
      FormDraft.Row(id: place + 1, texts: [HandOverSeveralForm.client: ref.text])
    }
    return HandOverSeveralForm.definition.said(
      [
        HandOverSeveralForm.worker: WorkerID(3).ref.text,
        HandOverSeveralForm.reason: "Leave from Monday",
      ], rows: [HandOverSeveralForm.clients: rows], facts, in: .example(role: .cjit))
  }

  @Test("PPL-012: a hundred clients are handed over at once, and no more")
  func most() {
    let people = (1...101).map { PersonID(Int64($0)).ref }
    #expect(HandOverSeveralForm.rows(for: people).count == 100)
  }

  @Test("PPL-007, PPL-009: whoever is to take clients must be able to")
  func namedWorker() {
    var facts = FormFacts()
    facts.names[WorkerID(3).ref] = "Tom Osei"
    facts.names[PersonID(1).ref] = "HALE Ann"
    facts.episode = EpisodeFacts(
      namedWorker: Worker(id: WorkerID(3), name: "Tom Osei", role: .cjit),
      clients: [
        PersonID(1).ref: EpisodeFacts.Standing(
          episode: Self.episode(.activeCommunity), pendingHandover: nil)
      ])
    #expect(Self.handOver(1, in: facts).isEmpty)
    facts.episode?.namedWorker = Worker(id: WorkerID(3), name: "Tom Osei", role: .adm)
    #expect(Self.handOver(1, in: facts).contains { $0.hasSuffix("blocks worker") })
  }
}
