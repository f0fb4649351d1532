import CaseRules

/// Texts that a form shows to be read: nobody types into them, and they are nobody's answer.
extension FormFeature.State {
  var forReading: [FieldCode] { sheet.items.map(\.field).filter(\.isForReading).map(\.code) }

  func isForReading(_ place: FieldPlace) -> Bool {
    sheet.field(at: place)?.isForReading == true
  }

  /// A text is read once the caret has come to its last line.
  mutating func noteReading() {
    guard let place, isForReading(place), !readToEnd.contains(place.field),
      !box.after.contains("\n")
    else { return }
    readToEnd.insert(place.field)
  }

  /// What has to be read before the form is saved as it stands.
  var unread: [Finding] {
    sheet.items.map(\.field).filter {
      $0.isForReading && $0.mustBeRead(reading) && !readToEnd.contains($0.code)
    }.map {
      Finding(
        form.requiredBy, .blocks, field: $0.code.text,
        "Read it to its end first: it goes on below what is shown")
    }
  }

  /// A draft without what is only shown: it is neither kept nor saved.
  func answers(in draft: FormDraft) -> FormDraft {
    var answers = draft
    for code in forReading { answers.texts[code] = nil }
    return answers
  }
}
