import CaseRules

@testable import CaseStore

/// The forms of what takes two people, saved at the desk of either.
extension TemporaryStore {
  /// When both are at work.
  static let twoAtWork = Moment(seconds: 1_795_338_000)

  /// Saves a form; the worker has just typed the password, unless it says otherwise.
  func save(
    _ form: FormID, _ answers: [FieldCode: String], about: RecordRef? = nil, as worker: Worker,
    at now: Moment = twoAtWork, password: Bool = true
  ) throws -> SaveOutcome {
    let context = try store.read { try $0.practice() }.context(at: now, for: worker)
    let opened = try store.read { try FormDesk.open(form, about: about, on: $0, in: context) }
    var draft = opened.draft
    draft.texts.merge(answers) { _, new in new }
    let confirmation = password ? Confirmation(worker: worker.id, session: "5e55", at: now) : nil
    return try store.save(
      FormSubmission(form: form, about: about, draft: draft, revision: opened.revision),
      in: context,
      by: try Attribution(by: worker.id, as: worker.role, at: now, confirmed: confirmation),
      cost: .cheap)
  }
}
