package import CaseRules

/// Everybody on file, in the order of names; a window that goes along with the hand.
package struct PeopleList: ListPlace {
  package var listing = Listing<PersonLine>(.window(.init()))

  package init() {}

  package var title: String { "People" }

  package func request(in context: AppContext) -> ReadRequest? {
    .people(PageRequest(narrow: listing.narrow))
  }

  package func request(for page: PageRequest) -> ReadRequest? { .people(page) }

  package func key(of line: PersonLine) -> PageKey? {
    PageKey(familyName: line.familyName, givenNames: line.givenNames, ref: line.ref)
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<PersonLine>? {
    guard case .people(let page) = answer else { return nil }
    return page
  }

  package var emptyWords: EmptyWords {
    listing.narrow.isEmpty
      ? EmptyWords("Nobody is on file yet.", .newPerson, does: "records a person")
      : EmptyWords(
        "Nobody's name starts like that.", .find,
        does: "finds by sound, alias, number or date of birth")
  }
}

extension PersonLine: ListLine {
  package var id: RecordRef { ref }
  package var opens: Opening { .record(ref) }
  package var subject: RecordRef? { ref }
  package var client: RecordRef? { ref }
  package var name: String { PersonName(family: familyName, given: givenNames).display }
  package var spelled: [String] { [name, born?.uk ?? "", ref.text, pnc ?? "", postcode ?? ""] }
}
