/// A detail of two records side by side.
package struct ComparedDetail: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    case agrees, differs
    /// Only one of the two says anything.
    case onlyFirst, onlySecond
  }

  package let detail: PersonDetail
  package let first: String
  package let second: String
  package let outcome: Outcome

  package init(_ detail: PersonDetail, _ first: String, _ second: String, _ outcome: Outcome) {
    self.detail = detail
    self.first = first
    self.second = second
    self.outcome = outcome
  }
}

/// Two records of people, detail by detail.
package enum PersonComparison {
  /// Every detail that one of them at least says something of.
  package static func details(
    _ first: MatchSide, _ second: MatchSide, in context: RuleContext
  ) -> [ComparedDetail] {
    PersonDetail.allCases.compactMap { detail in
      let one = detail.text(of: first, in: context)
      let other = detail.text(of: second, in: context)
      switch (one.isEmpty, other.isEmpty) {
      case (true, true): return nil
      case (false, true): return ComparedDetail(detail, one, other, .onlyFirst)
      case (true, false): return ComparedDetail(detail, one, other, .onlySecond)
      case (false, false):
        let same = detail.isSame(first.person, second.person)
        return ComparedDetail(detail, one, other, same ? .agrees : .differs)
      }
    }
  }

  /// Which record a detail is best taken from, where the other stays; the worker may say otherwise.
  ///
  /// What only one of them knows is kept, and a date of birth counts before an estimate.
  package static func suggested(
    _ detail: ComparedDetail, keeping kept: RecordChoice, _ first: MatchSide, _ second: MatchSide
  ) -> RecordChoice {
    switch detail.outcome {
    case .onlyFirst: return .first
    case .onlySecond: return .second
    case .agrees, .differs: break
    }
    guard detail.detail == .born else { return kept }
    switch (first.person.birth.date, second.person.birth.date) {
    case (.some, nil): return .first
    case (nil, .some): return .second
    case (nil, nil), (.some, .some): return kept
    }
  }
}

/// One of two records, as a form asks for it.
package enum RecordChoice: String, CaseIterable, Hashable, Sendable {
  case first = "1"
  case second = "2"
}

extension RecordChoice: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .first: "First"
    case .second: "Second"
    }
  }

  package var other: RecordChoice {
    switch self {
    case .first: .second
    case .second: .first
    }
  }
}
