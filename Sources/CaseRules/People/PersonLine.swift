/// One person in a list or among the hits of a search.
package struct PersonLine: Equatable, Sendable {
  package var ref: RecordRef
  package var familyName: String
  package var givenNames: String
  package var born: CalendarDate?
  /// Estimated age in years when no date of birth is known.
  package var estimatedAge: Int?
  package var pnc: String?
  package var postcode: String?
  package var worker: String?
  package var episode: EpisodeState?
  package var riskWords: [String]
  package var isYoung: Bool
  /// Why it was found: "name", "PNC 2007/0001234X", "alias SMYTH".
  package var because: String?

  package init(
    ref: RecordRef, familyName: String, givenNames: String, born: CalendarDate? = nil,
    estimatedAge: Int? = nil, pnc: String? = nil, postcode: String? = nil, worker: String? = nil,
    episode: EpisodeState? = nil, riskWords: [String], isYoung: Bool, because: String? = nil
  ) {
    self.ref = ref
    self.familyName = familyName
    self.givenNames = givenNames
    self.born = born
    self.estimatedAge = estimatedAge
    self.pnc = pnc
    self.postcode = postcode
    self.worker = worker
    self.episode = episode
    self.riskWords = riskWords
    self.isYoung = isYoung
    self.because = because
  }
}
