/// What the records say that the forms of the custody board need.
package struct CustodyFacts: Equatable, Sendable {
  /// The detention the form is about.
  package var entry: CustodyEntry?
  /// CUS-006: trigger detainees of the suite who have not been approached yet.
  package var waiting: [SweepRules.Waiting]
  /// CUS-004: the officer named in the form.
  package var officer: CustodyOfficer?
  /// The call the form is about, or the newest call of the detention.
  package var call: HelplineCall?
  /// GEN-004: what stands to be struck through, in words, and whether it has been already.
  package var struckAlready: Bool
  /// The offer the form is about, as it was recorded; nil where it is about none.
  package var offer: Offer?
  /// Another suite has this code, or another officer this collar number.
  package var isTaken: Bool
  /// Who is in the cell that is typed, of those who are in custody now.
  package var inCell: [OtherDetention] = []
  /// Where else the person who is linked is in custody now.
  package var sameElsewhere: [OtherDetention] = []

  package init(
    entry: CustodyEntry? = nil, waiting: [SweepRules.Waiting] = [],
    officer: CustodyOfficer? = nil, call: HelplineCall? = nil, struckAlready: Bool = false,
    isTaken: Bool = false
  ) {
    self.entry = entry
    self.waiting = waiting
    self.officer = officer
    self.call = call
    self.struckAlready = struckAlready
    self.isTaken = isTaken
  }
}
