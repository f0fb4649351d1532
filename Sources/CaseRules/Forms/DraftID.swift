/// The number of a kept, unsaved form.
package struct DraftID: Hashable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }
}
