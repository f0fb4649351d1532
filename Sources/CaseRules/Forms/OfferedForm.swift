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
  /// Its place in the actions menu, as the form declares it.
  package let action: ActionKey?

  package init(
    _ form: FormID, about: RecordRef?, title: String, whyNot: String? = nil
  ) {
    self.form = form
    self.about = about
    self.title = title
    self.whyNot = whyNot
    action = FormCatalogue.form(form)?.action
  }
}
