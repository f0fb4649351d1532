import CaseApp
import CaseRules

/// Entries of the trail as the records would give them; Mon 08/10/2007 is today.
enum HistoryExamples {
  static func answer(_ ask: TrailAsk, _ page: PageRequest) -> TrailAnswer {
    guard !page.narrow.hasPrefix("xyz") else {
      return TrailAnswer(page: RowPage(whole: []), understood: [], unknown: ["xyzzy"])
    }
    let rows = ask.about == nil ? lines : lines.filter { $0.person != nil }
    return TrailAnswer(
      page: RowPage(whole: rows.map(wording.row)),
      understood: page.narrow.isEmpty ? [] : ["looks", "last month"], unknown: [])
  }

  private static let wording = HistoryWording(
    codes: .seeded, workers: [WorkerID(3): "Callum Rees", WorkerID(2): "Amina Begum"])

  private static func line(
    _ number: Int64, _ minutesAgo: Int, _ who: String, _ role: Role, _ kind: String,
    _ ref: RecordRef? = nil, person: Int64? = nil
  ) -> HistoryLine {
    var line = HistoryLine(
      number: number, at: Examples.now.adding(minutes: -minutesAgo), worker: WorkerID(3),
      workerName: who, role: role, kind: kind)
    line.ref = ref
    line.record = ref?.text
    line.person = person.map { PersonID($0) }
    line.personName = person.map { _ in "O'CONNOR Siân" }
    return line
  }

  static var lines: [HistoryLine] {
    var change = line(
      4711, 25, "Callum Rees", .cjit, "record.change", RecordRef(.appointment, 341), person: 1042)
    change.changes = [
      .init("state", from: "booked", to: "missed"), .init("place", from: "Quay", to: "By phone"),
    ]
    change.revisionBefore = 1
    change.revisionAfter = 2
    change.terminal = "pts/3"
    change.session = "5e55"
    let look = line(
      4709, 90, "Amina Begum", .arw, "person.view", RecordRef(.person, 1042), person: 1042)
    var refused = line(
      4702, 1_600, "Niall Tierney", .aud, "permission.refused", RecordRef(.dir, 7), person: 1042)
    refused.rule = "GEN-003"
    refused.reason = "As auditor you do not see the custody board and DIRs"
    var passed = line(
      4698, 2_900, "Callum Rees", .cjit, "rule.overridden", RecordRef(.appointment, 341),
      person: 1042)
    passed.rule = "PPL-021"
    passed.reason = "Nothing else was free before the court date"
    var listed = line(4690, 4_400, "Fiona Haldane", .sup, "list.view")
    listed.facts = [.init("what", "caseload"), .init("rows", "233")]
    var exported = line(4688, 4_500, "Fiona Haldane", .sup, "export")
    exported.facts = [.init("what", "caseload"), .init("rows", "233")]
    return [change, look, refused, passed, listed, exported]
  }
}
