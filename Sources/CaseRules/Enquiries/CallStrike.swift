/// What striking a helpline call through means for what came of it (GEN-004).
///
/// An appointment and a referral are records of their own, which somebody may have acted on: they stay,
/// and it is said that they do.
package enum CallStrike {
  package static func follows(from file: CallFile, _ context: RuleContext) -> [Finding] {
    let noEdit = StrikeActions.whyNot(.helplineCall, context.worker)
      .map { Finding("GEN-003", .blocks, $0) }
    return [noEdit].compactMap(\.self)
      + notes(from: file).map { Finding("GEN-004", .shows, $0) }
  }

  package static func notes(from file: CallFile) -> [String] {
    [
      file.appointment.map {
        "The appointment \($0.text) stays in the diary; strike it through too if it was not agreed"
      },
      file.referral.map {
        "The referral \($0.text) stays in the queue; record an action there if nobody asked for it"
      },
    ].compactMap(\.self)
  }
}
