import CaseRules
import SQLite

/// INT-020: what was asked of agencies, what they said, and that it is enough.
enum BronzeResearchHandlers {
  static let all: [FormHandler] = [request, reply, complete]

  static let request = FormHandler(
    bronze: ResearchRequestForm.id,
    known: { _, context in
      var known = KnownAnswers()
      known.set(ResearchFields.asked, .date(context.today), from: "today")
      known.set(ResearchFields.reply, code: ResearchReply.noneYet.code, from: "until they answer")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let number = (record.research.map(\.number).max() ?? 0) + 1
    let agency: BlueBoxAgency = try needed(reading.choice(ResearchFields.agency))
    let said: [BronzeScribe.Column] =
      [
        .init("number", number), .init("agency", agency),
        .init("office", reading.text(ResearchFields.office) ?? ""),
        .init("asked", try needed(reading.date(ResearchFields.asked))),
      ] + answer(reading)
    try scribe.add(said, to: "bronze_research", of: record)
    try scribe.note(said, of: record, rule: "INT-020")
    return SavedForm(record.action.ref, notes: ["Request \(number): \(agency.words)"])
  }

  private static func answer(_ reading: FormReading) -> [BronzeScribe.Column] {
    let reply: ResearchReply = reading.choice(ResearchFields.reply) ?? .noneYet
    let has = reply != .noneYet
    return [
      .init("reply", reply), .init("replied", has ? reading.date(ResearchFields.replied) : nil),
      .init("facts", has ? reading.text(ResearchFields.facts) ?? "" : ""),
    ]
  }

  static let reply = FormHandler(
    bronze: ResearchReplyForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let waiting = scope.record.research.filter { $0.reply == .noneYet }
      known.set(
        ResearchReplyForm.number, waiting.first.map { .number($0.number) },
        from: waiting.count == 1 ? "the one that waits" : "the oldest that waits")
      known.set(ResearchFields.replied, .date(context.today), from: "today")
      return known
    }
  ) { scribe, scope, reading, facts in
    let record = scope.record
    let request = try needed(ResearchReplyForm.request(reading, facts))
    let said = answer(reading)
    try scribe.transaction.connection.execute(
      """
      UPDATE bronze_research SET reply = ?, replied = ?, facts = ? WHERE bronze = ? AND number = ?
      """, values: said.map(\.value) + [record.action.id, request.number])
    try scribe.note(
      [.init("number", request.number)] + said, of: record, rule: "INT-020",
      from: [
        .init("reply", request.reply), .init("replied", request.replied),
        .init("facts", request.facts),
      ])
    return SavedForm(record.action.ref)
  }

  static let complete = FormHandler(bronze: CompleteResearchForm.id) {
    scribe, scope, reading, _ in
    let words = reading.text(CompleteResearchForm.summary) ?? ""
    try scribe.take(
      .researchComplete, of: scope.record, words: words,
      said: words.isEmpty ? [] : [.init("summary", words)])
    return SavedForm(scope.record.action.ref)
  }
}
