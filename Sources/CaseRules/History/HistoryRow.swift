/// An entry of the trail in words, as lists show it.
package struct HistoryRow: Equatable, Sendable {
  /// A line of the whole entry.
  package struct Detail: Equatable, Sendable {
    package let label: String
    package let text: String
  }

  package let number: Int64
  package let at: Moment
  /// "A.BEGUM".
  package let who: String
  package let whoInFull: String
  package let what: String
  package let group: EventKind.Group?
  package let person: RecordRef?
  package let personName: String?
  package let ref: RecordRef?
  /// Of a look at a person: whose client they were.
  package var relation: ClientRelation?
  /// What from and to, and why.
  package let summary: String
  package let details: [Detail]
}

extension HistoryWording {
  package func row(_ line: HistoryLine) -> HistoryRow {
    let worker = Worker(id: line.worker, name: line.workerName, role: line.role)
    var row = HistoryRow(
      number: line.number, at: line.at, who: worker.initials,
      whoInFull: "\(line.workerName), \(line.role.titleInSentence)", what: what(line),
      group: EventKind.of(line.kind)?.group, person: line.person?.ref,
      personName: line.personName, ref: line.ref, summary: summary(line),
      details: lines(line).map { HistoryRow.Detail(label: $0.label, text: $0.text) })
    row.relation = line.facts.first { $0.name == "as" }
      .flatMap { ClientRelation(rawValue: $0.value) }
    return row
  }
}
