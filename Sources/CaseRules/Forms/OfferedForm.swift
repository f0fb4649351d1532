/// Something that can be done with a record now, or the reason why it cannot.
///
/// Menus list what is switched off together with the reason, so that nobody hunts for a missing key.
package struct OfferedForm: Equatable, Sendable {
  package let form: FormID
  /// What the form is filled in about.
  package let about: RecordRef?
  /// As a verb: "Record the offer".
  package let title: String
  /// nil when it can be done; otherwise why not, with the rule ID.
  package let whyNot: String?

  /// Whether it has its letter here.
  ///
  /// One from another part of the work may stand in front without, so that the letters of this menu
  /// stay what they are.
  package let hasLetter: Bool

  package init(
    _ form: FormID, about: RecordRef?, title: String, whyNot: String? = nil,
    hasLetter: Bool = true
  ) {
    self.hasLetter = hasLetter
    self.form = form
    self.about = about
    self.title = title
    self.whyNot = whyNot
  }

  /// Its place in the actions menu, as the form declares it.
  package var action: ActionKey? { hasLetter ? FormCatalogue.form(form)?.action : nil }

  package func withoutLetter() -> OfferedForm {
    OfferedForm(form, about: about, title: title, whyNot: whyNot, hasLetter: false)
  }
}
