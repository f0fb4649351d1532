/// Every code list of the partnership, by name.
package struct CodeBook: Hashable, Sendable {
  private var lists: [CodeListID: CodeList]
  private var order: [CodeListID]

  /// The lists the program ships with.
  package static let seeded = CodeBook(
    lists: [
      .offences, .sourceGrades, .informationGrades, .handlingCodes, .drugs, .routes, .ethnicity,
      .accommodation, .outcomes, .modalities, .oasysDrugItems,
    ])

  package init(lists: [CodeList]) {
    self.lists = Dictionary(lists.map { ($0.id, $0) }) { _, last in last }
    order = lists.map(\.id)
  }

  /// The list; nil when nobody has defined it.
  package subscript(_ id: CodeListID) -> CodeList? { lists[id] }

  /// Every list in the order in which it is shown.
  package var all: [CodeList] { order.compactMap { lists[$0] } }

  /// The book with a changed or further list.
  package func replacing(_ list: CodeList) -> CodeBook {
    var book = self
    if book.lists[list.id] == nil { book.order.append(list.id) }
    book.lists[list.id] = list
    return book
  }

  /// The words of a stored code, or the code itself when it is not known.
  package func words(of code: String, in id: CodeListID) -> String {
    lists[id]?.words(of: code) ?? code
  }
}
