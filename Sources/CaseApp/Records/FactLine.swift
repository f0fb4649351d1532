package import CaseRules

/// One line of a record's page: a fact, an event, a deadline, something that can be done.
package struct FactLine: ListLine {
  /// How a line is to be taken, always said in its words as well.
  package enum Weight: Equatable, Sendable {
    case plain, strong, quiet, warning, overdue, today, soon, done, struck
  }

  package struct ID: Hashable, Sendable {
    let section: String
    let label: String
    let number: Int
  }

  package let section: RecordSection
  /// Counts lines of the same label, so that each keeps its identity.
  package internal(set) var number = 0
  package let label: String
  /// The letters of the actions menu, where the line is something that can be done.
  package let keys: String?
  package let text: String
  /// At the right: a state, a name.
  package let note: String
  package let weight: Weight
  /// The whole of it, where a row is too short: the working of a deadline, a long answer.
  package let detail: String
  package let opens: Opening
  package let subject: RecordRef?
  /// The appointment the line is, while it waits for an outcome.
  package let booked: RecordRef?
  /// The form that meets it, where the line is something that is due.
  package let dueForm: FormID?
  /// What can be done with this line alone.
  package let actions: [OfferedForm]
  /// What is printed while the cursor is on the line, before what the page has for paper.
  package let paper: PaperRef?

  package init(
    _ section: RecordSection, _ label: String, _ text: String, note: String = "",
    weight: Weight = .plain, detail: String = "", keys: String? = nil, opens: Opening? = nil,
    subject: RecordRef? = nil, booked: RecordRef? = nil, dueForm: FormID? = nil,
    actions: [OfferedForm] = [],
    paper: PaperRef? = nil
  ) {
    self.section = section
    self.label = label
    self.keys = keys
    self.text = text
    self.note = note
    self.weight = weight
    self.detail = detail
    let words = [text, note, detail == note ? "" : detail].filter { !$0.isEmpty }
    self.opens = opens ?? .text(title: label, words.joined(separator: "\n"))
    self.subject = subject
    self.booked = booked
    self.dueForm = dueForm
    self.actions = actions
    self.paper = paper
  }

  /// The page knows the person; a line need not.
  package var client: RecordRef? { nil }
  /// What can be done goes by its place, so that the hand stays on the next step when one is taken.
  package var id: ID {
    ID(section: section.title, label: keys == nil ? label : "", number: number)
  }
  package var group: ListGroup? { ListGroup(section.order, section.title) }
  package var title: String { keys == nil ? label : text }
  package var spelled: [String] { [label, text, note] }
}

/// A part of a record's page.
package struct RecordSection: Equatable, Sendable {
  package let order: Int
  package let title: String

  package init(_ order: Int, _ title: String) {
    self.order = order
    self.title = title
  }
}

extension [FactLine] {
  /// Numbers lines that would otherwise be taken for each other.
  func numbered() -> [FactLine] {
    var seen: [FactLine.ID: Int] = [:]
    return map { line in
      var line = line
      let count = seen[line.id, default: 0]
      seen[line.id] = count + 1
      line.number = count
      return line
    }
  }
}
