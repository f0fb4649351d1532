/// One of two records that are held against each other.
package struct MatchSide: Equatable, Sendable {
  /// So many records of a kind, as of a person: "appointments 3".
  package struct Holding: Equatable, Sendable {
    package let title: String
    package let count: Int

    package init(_ title: String, _ count: Int) {
      self.title = title
      self.count = count
    }
  }

  package var person: Person
  package var gpName: String?
  package var openEpisode: Episode?
  package var openPrescribing: RecordRef?
  /// The care co-ordinator among the agencies involved.
  package var coordinator: String?
  package var holdings: [Holding]

  package init(
    person: Person, gpName: String? = nil, openEpisode: Episode? = nil,
    openPrescribing: RecordRef? = nil, coordinator: String? = nil, holdings: [Holding] = []
  ) {
    self.person = person
    self.gpName = gpName
    self.openEpisode = openEpisode
    self.openPrescribing = openPrescribing
    self.coordinator = coordinator
    self.holdings = holdings
  }

  package var ref: RecordRef { person.id.ref }

  /// "2 appointments, 1 consent"; "nothing".
  package var holdingWords: String {
    let words = holdings.filter { $0.count > 0 }.map { "\($0.title) \($0.count)" }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }

  package func count(of title: String) -> Int {
    holdings.first { $0.title == title }?.count ?? 0
  }
}

/// Everything the page of a possible record shows.
package struct PossibleRecordFile: Equatable, Sendable {
  package var pair: PossibleRecord
  package var older: MatchSide
  package var newer: MatchSide
  /// Earlier answers about the same two, newest first.
  package var earlier: [PossibleRecord]
  /// The merge of the two, while it stands.
  package var merge: PersonMergeRecord?

  package init(
    pair: PossibleRecord, older: MatchSide, newer: MatchSide, earlier: [PossibleRecord] = [],
    merge: PersonMergeRecord? = nil
  ) {
    self.merge = merge
    self.pair = pair
    self.older = older
    self.newer = newer
    self.earlier = earlier
  }

  package var responsible: [WorkerID] { [older, newer].compactMap { $0.openEpisode?.worker } }
}
