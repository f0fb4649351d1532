/// The deadlines of the intelligence room, each made from its start fact.
package enum IntelligenceDeadlines {
  package static let reviewName = "Handling review"

  /// INT-009: on the day that was set with the conditions; given other grades, or the same with another
  /// day, it is reviewed.
  package static func review(on day: CalendarDate) -> Deadline {
    Deadline(
      name: reviewName, ruleID: "INT-009", startFact: "day of review set with the conditions",
      start: .day(day), length: .sameDay, owner: "intelligence officer",
      metBy: "the report graded anew")
  }
}
