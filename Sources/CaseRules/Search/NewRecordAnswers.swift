/// What a search that found nobody already says of the record that is made instead.
package enum NewRecordAnswers {
  /// "smith john 3/4/85" becomes the family name, the given name and the birth of a new person.
  ///
  /// Empty for other forms, and for a search that was by number alone.
  package static func answers(
    to form: FormID, from typed: String, on today: CalendarDate
  ) -> FormDraft {
    if typed.trimmed.isEmpty { return FormDraft() }
    return switch form {
    case PersonForm.id: person(FindQuery(typed, on: today))
    case OfficerForm.id: officer(typed)
    case ServiceForm.id: FormDraft(texts: [ServiceForm.name: typed.trimmed])
    default: FormDraft()
    }
  }

  /// The family name stands first, as in every list.
  private static func person(_ query: FindQuery) -> FormDraft {
    var draft = FormDraft()
    let names = query.names.map(\.capitalisedName)
    if let family = names.first { draft[PersonForm.family] = family }
    draft[PersonForm.given] = names.dropFirst().joined(separator: " ")
    if let born = query.birth?.date { draft[PersonForm.born] = born.uk }
    return draft
  }

  /// "lowe 77": a word with a digit in it is the collar number.
  private static func officer(_ typed: String) -> FormDraft {
    let words = typed.split(separator: " ")
    let collar = words.first { $0.contains(where: \.isNumber) }
    var draft = FormDraft()
    draft[OfficerForm.name] =
      words.filter { $0 != collar }.map { String($0).capitalisedName }.joined(separator: " ")
    draft[OfficerForm.collar] = collar.map(String.init) ?? ""
    return draft
  }
}

extension String {
  /// A name typed in small letters as it is written; one with capitals stays as it was typed.
  fileprivate var capitalisedName: String {
    contains(where: \.isUppercase) ? self : prefix(1).uppercased() + dropFirst()
  }
}
