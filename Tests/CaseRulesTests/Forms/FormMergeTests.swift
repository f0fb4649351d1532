import CaseRules
import Testing

@Suite("Joining two people's answers")
struct FormMergeTests {
  struct Case: Sendable {
    let before: String
    let theirs: String
    let mine: String
    let result: String
    let conflicts: Int
    let joined: Int
  }

  static let cases = [
    Case(before: "a", theirs: "a", mine: "a", result: "a", conflicts: 0, joined: 0),
    Case(before: "a", theirs: "b", mine: "a", result: "b", conflicts: 0, joined: 1),
    Case(before: "a", theirs: "a", mine: "b", result: "b", conflicts: 0, joined: 0),
    Case(before: "a", theirs: "b", mine: "b", result: "b", conflicts: 0, joined: 0),
    Case(before: "a", theirs: "b", mine: "c", result: "c", conflicts: 1, joined: 0),
    Case(before: "a", theirs: "", mine: "c", result: "c", conflicts: 1, joined: 0),
    Case(before: "", theirs: "b", mine: "", result: "b", conflicts: 0, joined: 1),
  ]

  @Test("Every way one answer can differ", arguments: cases.indices)
  func answers(index: Int) {
    let row = Self.cases[index]
    let merge = FormMerge(
      before: draft(row.before), theirs: draft(row.theirs), mine: draft(row.mine))
    #expect(merge.draft["a"] == row.result)
    #expect(merge.conflicts.count == row.conflicts)
    #expect(merge.joined.count == row.joined)
  }

  @Test("New rows of both stay, and never share a number")
  func newRows() {
    let merge = FormMerge(
      before: rows([1: "x"]), theirs: rows([1: "x", 2: "theirs"]), mine: rows([1: "x", 2: "mine"]))
    #expect(merge.draft.rows["t"]?.map(\.id) == [1, 2, 3])
    #expect(merge.draft.rows["t"]?.map { $0.texts["c"] ?? "" } == ["x", "theirs", "mine"])
    #expect(merge.conflicts.isEmpty)
    #expect(merge.joined.map(\.place.path) == ["t.2.c"])
  }

  @Test("A row one removed and nobody changed is gone")
  func removed() {
    let byThem = FormMerge(
      before: rows([1: "x", 2: "y"]), theirs: rows([1: "x"]), mine: rows([1: "x", 2: "y"]))
    let byMe = FormMerge(
      before: rows([1: "x", 2: "y"]), theirs: rows([1: "x", 2: "y"]), mine: rows([1: "x"]))
    #expect(byThem.draft.rows["t"]?.map(\.id) == [1])
    #expect(byMe.draft.rows["t"]?.map(\.id) == [1])
    #expect(byThem.conflicts.isEmpty && byMe.conflicts.isEmpty)
  }

  @Test(
    "A row one removed and the other changed is asked about as a whole",
    arguments: [FormMerge.Choice.before, .theirs, .mine])
  func removedAndChanged(choice: FormMerge.Choice) {
    let before = rows([1: "x"])
    let theyChanged = FormMerge(before: before, theirs: rows([1: "z"]), mine: FormDraft())
    #expect(theyChanged.conflicts.count == 1)
    let place = FieldPlace("t", row: 1, column: "c")
    let result = theyChanged.resolved([place: choice]).rows["t"]?.first?.texts["c"]
    switch choice {
    case .before: #expect(result == "x")
    case .theirs: #expect(result == "z")
    case .mine: #expect(result == nil)
    }
    let iChanged = FormMerge(before: before, theirs: FormDraft(), mine: rows([1: "z"]))
    let other = iChanged.resolved([place: choice]).rows["t"]?.first?.texts["c"]
    switch choice {
    case .before: #expect(other == "x")
    case .theirs: #expect(other == nil)
    case .mine: #expect(other == "z")
    }
  }

  @Test("Cells of one row are joined one by one")
  func cells() {
    let before = FormDraft(rows: ["t": [FormDraft.Row(id: 1, texts: ["c": "x", "d": "1"])]])
    let theirs = FormDraft(rows: ["t": [FormDraft.Row(id: 1, texts: ["c": "y", "d": "1"])]])
    let mine = FormDraft(rows: ["t": [FormDraft.Row(id: 1, texts: ["c": "x", "d": "2"])]])
    let merge = FormMerge(before: before, theirs: theirs, mine: mine)
    #expect(merge.draft.rows["t"]?.first?.texts == ["c": "y", "d": "2"])
    #expect(merge.conflicts.isEmpty)
  }

  @Test("Nothing of mine is lost where the others did nothing, and the other way round")
  func identities() {
    let one = rows([1: "x", 5: "y"])
    let two = rows([1: "z", 7: "w"])
    #expect(FormMerge(before: one, theirs: one, mine: two).draft.saysSame(as: two))
    #expect(FormMerge(before: one, theirs: two, mine: one).draft.saysSame(as: two))
  }

  private func draft(_ text: String) -> FormDraft { FormDraft(texts: ["a": text]) }

  private func rows(_ cells: [Int: String]) -> FormDraft {
    FormDraft(rows: [
      "t": cells.keys.sorted().map { FormDraft.Row(id: $0, texts: ["c": cells[$0] ?? ""]) }
    ])
  }
}

@Suite("Comparing drafts")
struct FormDraftComparingTests {
  @Test("What was never touched says the same as what was emptied")
  func empties() {
    var emptied = FormDraft(texts: ["a": ""])
    emptied.rows["t"] = [FormDraft.Row(id: 1, texts: ["c": ""])]
    #expect(emptied.saysSame(as: FormDraft()))
    #expect(emptied.places(differingFrom: FormDraft()).isEmpty)
    emptied["a"] = "x"
    #expect(!emptied.saysSame(as: FormDraft()))
    #expect(emptied.places(differingFrom: FormDraft()).map(\.path) == ["a"])
  }

  @Test("Cells that differ are named, those of rows that are gone included")
  func cells() {
    let one = FormDraft(rows: ["t": [FormDraft.Row(id: 1, texts: ["c": "x"])]])
    let two = FormDraft(rows: ["t": [FormDraft.Row(id: 2, texts: ["c": "x"])]])
    #expect(one.places(differingFrom: two).map(\.path) == ["t.1.c", "t.2.c"])
  }
}
