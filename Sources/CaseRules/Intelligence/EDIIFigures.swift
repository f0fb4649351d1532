/// What a period of early intervention came to, by strand and by aim: counts, and nobody's name.
package struct EDIIFigures: Equatable, Sendable {
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case strand, kind, aim, session, warrant, referral

    package var words: String {
      switch self {
      case .strand: "By strand (INT-050)"
      case .kind: "What was done"
      case .aim: "By aim (INT-052)"
      case .session: "Parents' and teachers' sessions (INT-051)"
      case .warrant: "Warrants executed (INT-053)"
      case .referral: "Referrals from anybody (INT-054)"
      }
    }
  }

  package struct Line: Hashable, Sendable {
    package let part: Part
    package let label: String
    package let count: Int
    /// nil where nobody is reached, or nobody was counted.
    package let reached: Int?
    /// The count as it is shown: what would tell of a few people is not told (ANB-003).
    package private(set) var shown: String

    package init(_ part: Part, _ label: String, _ count: Int, reached: Int? = nil) {
      self.part = part
      self.label = label
      self.count = count
      self.reached = reached
      shown = String(count)
    }

    fileprivate func shown(as words: String) -> Line {
      var line = self
      line.shown = words
      return line
    }
  }

  package let from: CalendarDate
  package let to: CalendarDate
  package let lines: [Line]

  /// Every strand and aim has a figure, if only 0; kinds of which there were none are left out.
  package init(
    from: CalendarDate, to: CalendarDate, activities: [EDIIActivity], warrants: [Warrant],
    referrals: [EDIIReferral] = [], hidingBelow least: Int
  ) {
    self.from = from
    self.to = to
    let counted = activities.filter { $0.struckBecause == nil }
    let executed = warrants.filter { $0.struckBecause == nil }
    lines =
      EDIIStrand.allCases.map { strand in
        Self.line(.strand, strand.words, counted.filter { $0.kind.strand == strand })
      }
      + EDIIKind.allCases.map { kind in
        Self.line(.kind, kind.words, counted.filter { $0.kind == kind })
      }.filter { $0.count > 0 }
      + EDIIAim.allCases.map { aim in
        Self.line(.aim, aim.words, counted.filter { $0.aim == aim })
      } + Self.sessions(counted)
      + [
        Line(.warrant, "All", executed.count),
        Line(.warrant, "Followed up with letter and visit", executed.count { !$0.isOpen }),
        Line(.warrant, "Follow-up still to do", executed.count { $0.isOpen }),
      ] + Self.hidden(Self.lines(of: referrals), below: least)
  }

  /// ANB-003: the first line is the total of the others; each referral is a person.
  ///
  /// A total that would give away what is hidden is rounded to five.
  private static func hidden(_ lines: [Line], below least: Int) -> [Line] {
    let isFew = { (line: Line) in line.count > 0 && line.count < least }
    let hidesPart = lines.dropFirst().contains(where: isFew)
    return lines.enumerated().map { place, line in
      if isFew(line) { return line.shown(as: "<\(least)") }
      guard place == 0, hidesPart else { return line }
      return line.shown(as: "about \((line.count + 2) / 5 * 5)")
    }
  }

  private static func lines(of referrals: [EDIIReferral]) -> [Line] {
    let counted = referrals.filter { $0.struckBecause == nil }
    func became(_ isIt: (EDIIReferral.Outcome) -> Bool) -> Int {
      counted.count { $0.outcome.map(isIt) ?? false }
    }
    return [
      Line(.referral, "All", counted.count),
      Line(
        .referral, "Became an intelligence report",
        became { if case .report = $0 { true } else { false } }),
      Line(
        .referral, "Became a treatment referral",
        became { if case .treatment = $0 { true } else { false } }),
      Line(.referral, "To be answered", counted.count { $0.isOpen }),
    ]
  }

  private static func line(_ part: Part, _ label: String, _ some: [EDIIActivity]) -> Line {
    let known = some.compactMap(\.reached)
    return Line(part, label, some.count, reached: known.isEmpty ? nil : known.reduce(0, +))
  }

  private static func sessions(_ counted: [EDIIActivity]) -> [Line] {
    let sessions = counted.filter { $0.session != nil }
    return [
      line(.session, "All", sessions),
      line(
        .session, "As they are to be", sessions.filter { $0.session?.deviations.isEmpty == true }),
      line(
        .session, "Otherwise in some way",
        sessions.filter { $0.session?.deviations.isEmpty == false }),
    ]
  }
}
