import CaseRules

/// GEN-003: choosing a person in a form by typing is a look at people like any other search.
extension FormFeature.State {
  /// A search for people that is being shown.
  struct Search {
    let place: FieldPlace
    let text: String
    let found: Int
    let isErased: Bool
  }

  var search: Search? {
    guard case .links(let links) = popup, !links.isLooking, namesPeople(links.place) else {
      return nil
    }
    let text = draft[links.place].trimmed
    return text.isEmpty
      ? nil
      : Search(
        place: links.place, text: text, found: links.hits.count, isErased: links.isErased)
  }

  /// A search is noted once its hits have been looked at.
  ///
  /// That is when the list closes, and when something else is typed instead. Each letter on the way
  /// there is no search of its own.
  mutating func noteSearch(_ search: Search?) {
    guard let search else { return }
    if case .links(let links) = popup, links.place == search.place {
      if search.isErased || draft[links.place].trimmed.hasPrefix(search.text) { return }
    }
    ask(.noteSearch(search.text, found: search.found))
  }

  /// What was typed into a field that was left is told as a number of people, or as a name.
  mutating func noteSearch(at place: FieldPlace, found: Int) {
    let text = draft[place].trimmed
    guard namesPeople(place), !text.isEmpty else { return }
    ask(.noteSearch(text, found: found))
  }

  /// Those who may be on file already are named beside the form while somebody is typed.
  mutating func noteLikenesses(in facts: FormFacts, instead before: FormFacts) {
    func people(_ facts: FormFacts) -> [PersonFacts.Match] {
      (facts.person?.sameNameAndBirth ?? []) + (facts.person?.possible ?? [])
    }
    let found = people(facts)
    guard !found.isEmpty, found != people(before) else { return }
    notice = .mayBeOnFile(found)
    let typed = [PersonForm.given, PersonForm.family, PersonForm.born].map { draft[$0].trimmed }
    ask(.noteSearch(typed.filter { !$0.isEmpty }.joined(separator: " "), found: found.count))
  }

  private func namesPeople(_ place: FieldPlace) -> Bool {
    sheet.kind(at: place)?.linkKinds?.contains(.person) == true
  }
}
