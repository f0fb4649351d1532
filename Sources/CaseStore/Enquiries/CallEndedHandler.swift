import CaseRules
import SQLite

/// The end of a call, given afterwards.
enum CallEndedHandler {
  static let handler = FormHandler(
    CallEndedForm.id,
    open: { records, about, context in
      let file = try CallFiles.load(needed(about), in: records, context)
      var known = KnownAnswers()
      known.set(CallEndedForm.ended, at: context.now.startOfMinute, from: "now")
      let source = "from the call"
      known.set(CallEndedForm.emergency, file.isEmergency, from: source)
      known.set(HelplineCallForm.ambulance, file.ambulance, from: source)
      if !file.advice.isEmpty {
        known.set(
          HelplineCallForm.advice, text: file.advice.map(\.code).joined(separator: ", "),
          from: source)
      }
      return OpenedForm(
        form: CallEndedForm.id, about: about, heading: file.heading, draft: known.draft,
        sources: known.sources, facts: CallFiles.facts(of: file))
    },
    facts: { records, about, _, context in
      CallFiles.facts(of: try CallFiles.load(needed(about), in: records, context))
    },
    save: { transaction, about, reading, _, _ in
      guard let about, let id = HelplineCallID(about) else { throw StoreError.notFound }
      // The rules have seen that an emergency which was noted is answered for.
      let emergency = reading.isYes(CallEndedForm.emergency)
      let advice =
        emergency ? HelplineCall.Advice.stored(reading.choices(HelplineCallForm.advice)) : nil
      let ambulance = emergency ? reading.tick(HelplineCallForm.ambulance) : nil
      try HelplineCallRecords.change(
        id,
        """
        UPDATE helpline_call SET ended_at = ?, emergency = ?, advice = ?, ambulance = ?
        WHERE id = ?
        """, reading.moment(CallEndedForm.ended), emergency, advice,
        ambulance, in: transaction)
      return SavedForm(about)
    })
}
