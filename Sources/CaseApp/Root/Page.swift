package import CaseRules

/// The number of a page in the stack above the panes.
package struct PageID: Hashable, Sendable {
  package let number: Int
}

/// Something opened above the panes: a work list, a record, a form.
package struct Page: Equatable, Sendable, Identifiable {
  /// Indirect, so that a page is as light as its number wherever it is only looked at.
  package indirect enum Content: Equatable, Sendable {
    case list(WorkList)
    case form(FormFeature.State)
  }

  package let id: PageID
  package var content: Content
  /// Whether what it makes is for a field of the form beneath, which asked for it.
  var isForField = false

  /// The record whose page this is; nil for lists and forms.
  package var record: RecordRef? {
    guard case .list(.record(let page)) = content else { return nil }
    return page.ref
  }
}
