/// A one-time password for a worker who has none, or has forgotten it.
package enum ResetPasswordForm {
  package static let id: FormID = "reset-password"
  package static let why: FieldCode = "why"

  package static let definition = FormDefinition(
    id, title: "One-time password",
    purpose: "Makes a password to be read out once, which the worker changes when they sign in",
    about: [.worker], function: .settings, requiredBy: "GEN-006",
    action: .behind(.office, "p"),
    sections: [
      FormSection(
        "One-time password",
        [
          FormField(why, "Why", .text(max: 100)).required()
            .help("New here, forgotten; how you know that it is they who ask")
        ])
    ],
    rules: [worksHere]
  ).makingPassword()
    .askingPassword { _, facts in
      second(facts).map { _ in "This password needs yours" }
    }
    .needingSecond { _, facts in second(facts) }

  /// Whoever hands it out could sign in with it: for a powerful role that takes two people.
  private static func second(_ facts: FormFacts) -> String? {
    guard let role = facts.office?.roleBefore, role.needsTwoPeople else { return nil }
    return "A password for the \(role.titleInSentence) is given out by two people"
  }

  private static let worksHere = FormRule { _, facts, _ in
    guard let office = facts.office, !office.isAtWork else { return [] }
    return [Finding("GEN-006", .blocks, "Somebody who no longer works here has no password")]
  }
}
