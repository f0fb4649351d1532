import CaseRules

/// What a line is known by, so that it comes in once.
enum ImportMark {
  /// The source's own reference, or a fingerprint of what the line says.
  ///
  /// Answers count as they were read: "08:30" is another line tomorrow.
  static func mark(
    of reference: String?, _ reading: FormReading, _ draft: FormDraft, _ form: FormDefinition
  ) -> String {
    if let reference { return "r " + reference }
    var print = Fingerprint()
    for field in form.fields {
      guard let text = draft.texts[field.code], !text.isEmpty else { continue }
      print.add(field.code.text)
      print.add(reading.answer(field.code)?.raw ?? text)
    }
    return "f " + print.text
  }
}
