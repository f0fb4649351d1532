/// The number of a page in the stack above the panes.
package struct PageID: Hashable, Sendable {
  package let number: Int
}

/// Something opened above the panes: a work list, a record, a form.
package struct Page: Equatable, Sendable, Identifiable {
  package enum Content: Equatable, Sendable {
    case list(WorkList)
  }

  package let id: PageID
  package var content: Content
}
