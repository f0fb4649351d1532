import CaseRules
import CaseStore
import SQLite

/// F14: two to sixteen people change one record at once, each another mix of its answers.
struct EditorsTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    for editors in plan.isLarge ? [2, 4, 8, 16] : isControl ? [8] : [2, 16] {
      let share = plan.isLarge ? 4 : 2
      try round(editors, edits: plan.count(20_000 / share, least: 160), &chance, &result)
    }
    return result
  }

  private func round(
    _ editors: Int, edits: Int, _ chance: inout Chance, _ result: inout TrialResult
  ) throws {
    let file = try TrialFile(workers: editors + 1)
    let person = try personOnFile(file)
    let processes = try (0..<editors).map { number in
      try SessionProcess(
        [
          EditingSession.command, file.path, "\(person.number)",
          "\(TrialFile.account)-\(number + 2)", "\(edits / editors)", "\(chance.next() >> 1)",
        ] + (isControl ? ["blind"] : []))
    }
    for process in processes { _ = process.waits(for: "ready") }
    for process in processes { process.say() }
    for process in processes where process.finish() != 0 {
      result.complain("an editor ended: \(process.lines.last ?? "")")
    }
    try look(at: file, person, processes.flatMap(\.lines), &result)
  }

  private func look(
    at file: TrialFile, _ person: RecordRef, _ lines: [String], _ result: inout TrialResult
  ) throws {
    let opened = try form(of: person, in: file)
    for field in EditingSession.fields {
      let told = EditorsTrial.sum(of: "edits \(field.text) ", in: lines)
      let found = EditingSession.number(in: opened.draft[field])
      result.count("edits", told)
      if found != told {
        result.complain("\(told - found) of \(told) edits of \(field.text) are lost")
      }
    }
    for line in lines where line.contains("passed over") || line.contains("nobody named") {
      result.complain(line)
    }
    let shown = EditorsTrial.sum(of: "shown ", in: lines)
    result.count("shown to the later", shown)
    result.count("joined", EditorsTrial.sum(of: "joined ", in: lines))
    if isControl { return }
    if shown == 0 { result.complain("no two met: nothing was tried") }
    for trouble in try file.troubles() { result.complain(trouble) }
  }

  private static func sum(of word: String, in lines: [String]) -> Int {
    lines.filter { $0.hasPrefix(word) }.compactMap { Int($0.dropFirst(word.count)) }
      .reduce(0, +)
  }

  private func personOnFile(_ file: TrialFile) throws -> RecordRef {
    let store = try file.open()
    defer { store.close() }
    let who = try file.signedIn(store, account: "\(TrialFile.account)-2")
    let context = try store.read { try $0.practice() }.context(at: TrialFile.now, for: who.worker)
    var draft = try store.read {
      try FormDesk.open(PersonForm.id, about: nil, on: $0, in: context)
    }.draft
    for (field, text) in EditorsTrial.answers { draft[field] = text }
    for field in EditingSession.fields { draft[field] = "0" }
    let outcome = try store.save(
      FormSubmission(form: PersonForm.id, about: nil, draft: draft), in: context,
      by: try Attribution(by: who, at: TrialFile.now))
    switch outcome {
    case .saved(let person, _, _): return person
    case .refused(let findings): throw StoreError.refused(findings)
    case .changedElsewhere, .needsPassword: throw StoreError.notFound
    }
  }

  private static let answers: [FieldCode: String] = [
    PersonForm.family: "Hughes", PersonForm.given: "Megan", PersonForm.born: "02/03/1985",
    PersonForm.sex: "F", PersonForm.ethnicity: "W1", PersonForm.interpreter: "no",
    PersonForm.risks: "other",
  ]

  private func form(of person: RecordRef, in file: TrialFile) throws -> OpenedForm {
    let store = try file.open()
    defer { store.close() }
    let who = try file.signedIn(store, account: "\(TrialFile.account)-2")
    let context = try store.read { try $0.practice() }.context(at: TrialFile.now, for: who.worker)
    return try store.read { try FormDesk.open(PersonForm.id, about: person, on: $0, in: context) }
  }
}
