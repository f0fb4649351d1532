/// INT-008, INT-038: what a partner is told when somebody drops out of treatment.
///
/// That action is intended, and never its detail: every word of it is fixed, or a fact of the record.
package struct PartnerNotice: Equatable, Sendable {
  /// Counts the notices of one bronze action.
  package var number: Int
  package var partner: BronzePartner
  /// As it was made, word for word, as `FrozenText` stores it.
  package var text: String
  package var at: Moment
  package var by: String

  package init(number: Int, partner: BronzePartner, text: String, at: Moment, by: String) {
    self.number = number
    self.partner = partner
    self.text = text
    self.at = at
    self.by = by
  }

  /// What a notice has to say; nothing else has a place in it.
  package struct Content: Equatable, Sendable {
    package var reference: String
    package var on: CalendarDate
    /// nil for somebody who is only described: a description is a free text.
    package var name: String?
    package var birth: Birth?
    package var accepted: CalendarDate?
    package var droppedOut: CalendarDate?
    /// INT-038: when the risk assessment is due.
    package var assessedBy: CalendarDate?
    /// Who answers questions.
    package var officer: String
    package var phone: String?

    package init(of record: BronzeRecord, phone: String?, in context: RuleContext) {
      let action = record.action
      let dropOut = record.state == .dropOut ? action.since.date : nil
      reference = action.ref.text
      on = context.today
      name = action.isNamed ? action.subjectName : nil
      birth = action.birth
      accepted = record.accepted
      droppedOut = dropOut
      assessedBy = dropOut.flatMap {
        BronzeDeadlines.risk(dropOut: $0, settings: context.settings).due(in: context.calendar)
      }
      officer = "\(context.worker.name), \(context.worker.role.titleInSentence)"
      self.phone = phone
    }
  }

  // MARK: Composing

  /// Word for word; without a partner it is what each of them gets.
  package static func text(of content: Content, to partner: BronzePartner?) -> String {
    var notice = FrozenText(reference: content.reference, day: content.on.ukWithWeekday)
    notice.add(["To: \(partner?.words ?? "(each partner that is told)")"])
    notice.add(
      "Whom it is about",
      [
        [content.name ?? "(name)", content.birth?.words(on: content.on)].compactMap(\.self)
          .joined(separator: ", ")
      ])
    notice.add(
      "What has happened",
      [
        "Treatment was accepted on \(day(content.accepted)). On \(day(content.droppedOut)) it was "
          + "recorded that the person is not retained in it."
      ])
    notice.add(
      "What is intended",
      ["The police intend action. What it is, and when and where, is not part of this notice."])
    notice.add("What is asked of you", [asked(by: content.assessedBy)])
    notice.add(
      "Questions", [[content.officer, content.phone].compactMap(\.self).joined(separator: ", ")])
    return notice.text
  }

  private static func asked(by due: CalendarDate?) -> String {
    "A full risk assessment is made by \(day(due)), under four headings: offending behaviour; "
      + "drug(s) of choice; level of substance abuse; level of criminality. Please tell what your "
      + "own confidentiality policy lets you tell. Use this notice for the person's treatment and "
      + "safety alone, and pass it on to nobody."
  }

  private static func day(_ date: CalendarDate?) -> String { date?.ukWithWeekday ?? "(day)" }

  // MARK: Checking

  /// What is missing in a notice.
  package static func findings(on content: Content) -> [Finding] {
    var findings: [Finding] = []
    if content.name == nil {
      findings.append(
        Finding(
          "INT-008", .blocks,
          "Partners are told of somebody by name, and only a description is known. Give the subject "
            + "a name first"))
    }
    if content.accepted == nil || content.droppedOut == nil || content.assessedBy == nil {
      findings.append(
        Finding(
          "INT-038", .blocks,
          "A notice says when treatment was accepted, when the person dropped out and by when the "
            + "risk is assessed"))
    }
    if (content.phone ?? "").isEmpty {
      findings.append(
        Finding(
          "INT-038", .blocks, field: PartnerNoticeForm.phone.text,
          "A notice says whom the partner may ask back"))
    }
    return findings
  }

  /// INT-009: what is not for everybody is told to nobody new.
  ///
  /// Who treats the person has said so, and the programme is told by INT-008.
  package static func refusal(
    toTell partner: BronzePartner, about reports: [IntelligenceReport]
  ) -> Finding? {
    switch partner {
    case .treatment, .dip: nil
    case .probation, .prison, .yot, .health, .socialServices, .housing:
      reports.compactMap(\.grading?.grades.handling).lazy.compactMap {
        HandlingRules.refusal(
          toTellOutside: partner.words, under: $0, field: PartnerNoticeForm.partners)
      }.first
    }
  }
}
