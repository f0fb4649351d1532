/// One asking for authorisation, with what came of it.
package struct BronzeSubmission: Equatable, Sendable {
  package var number: Int
  package var parts: BronzeLetter.Parts
  package var drafter: Worker
  package var submitter: Worker
  package var at: Moment
  /// INT-022: with whom the youth offending team was consulted, and when.
  package var yot: String
  package var yotOn: CalendarDate?
  package var recommendation: Recommendation?
  package var decision: Decision?

  package struct Recommendation: Equatable, Sendable {
    package var by: String
    package var at: Moment
    package var words: String

    package init(by: String, at: Moment, words: String) {
      self.by = by
      self.at = at
      self.words = words
    }
  }

  package struct Decision: Equatable, Sendable {
    package var kind: BronzeDecisionKind
    /// Who decided, which is not always who keyed it.
    package var name: String
    package var rank: PoliceRank?
    package var on: CalendarDate
    /// INT-024: the written reference, where another keyed it.
    package var reference: String
    package var reason: String
    package var keyedBy: String
    package var at: Moment
    /// INT-031: the letter as it was authorised, word for word; empty unless granted.
    package var letter: String

    package init(
      kind: BronzeDecisionKind, name: String, rank: PoliceRank?, on: CalendarDate,
      reference: String = "", reason: String = "", keyedBy: String, at: Moment,
      letter: String = ""
    ) {
      self.kind = kind
      self.name = name
      self.rank = rank
      self.on = on
      self.reference = reference
      self.reason = reason
      self.keyedBy = keyedBy
      self.at = at
      self.letter = letter
    }
  }

  package init(
    number: Int, parts: BronzeLetter.Parts, drafter: Worker, submitter: Worker, at: Moment,
    yot: String = "", yotOn: CalendarDate? = nil, recommendation: Recommendation? = nil,
    decision: Decision? = nil
  ) {
    self.number = number
    self.parts = parts
    self.drafter = drafter
    self.submitter = submitter
    self.at = at
    self.yot = yot
    self.yotOn = yotOn
    self.recommendation = recommendation
    self.decision = decision
  }

  /// INT-024: whose hands must not be the decider's.
  package var hands: [SeparationOfDuties.Hand] {
    [.init(.submitter, submitter), .init(.drafter, drafter)]
  }
}
