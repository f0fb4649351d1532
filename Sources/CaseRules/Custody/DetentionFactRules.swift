extension FactRules {
  /// GEN-004: what a closed detention was closed on stands; for every form that puts it right.
  static let recordsStand = FormRule { _, facts, _ in
    facts.custody?.entry?.recordsStand.map { [$0] } ?? []
  }

  /// GEN-007: what every fact of a detention is held to: not in the future, not before the arrival.
  package static func inDetention(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, context in
      let at = reading.moment(field)
      let arrived = facts.custody?.entry?.arrived
      return notInFuture(at, field: field, now: context.now)
        + notBefore(arrived, "the arrival", at, field: field)
    }
  }
}
