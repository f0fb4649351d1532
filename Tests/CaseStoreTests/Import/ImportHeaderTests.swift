import CaseRules
import CaseStore
import Testing

@Suite("Headings of an import")
struct ImportHeaderTests {
  static let form = FormDefinition(
    "parcel", title: "Parcel", purpose: "Invented for this test", function: .settings,
    requiredBy: "GEN-001",
    sections: [
      FormSection(
        "One",
        [
          FormField("place", "Place", .text(max: 20)).required(),
          FormField("came", "Came in", .dateTime(direction: .past)).required(),
          FormField("note", "Note", .text(max: 20)),
        ])
    ])

  static func header(
    _ headings: String, mapping: [(field: String, heading: String)] = []
  ) throws -> ImportHeader {
    try ImportHeader(
      headings.split(separator: ",").map(String.init), for: form,
      names: ["came": ["arrival time"]], mapping: mapping)
  }

  @Test("Columns are found by code, label or known name, whatever the capitals and blanks")
  func found() throws {
    let header = try Self.header("NOTE,Arrival-Time,name, Place ,Ref")
    #expect(header.columns == ["note": [0], "came": [1], "place": [3]])
    #expect(header.referenceColumn == 4)
    #expect(header.unread == ["name"])
    let draft = header.draft(["n", "03/04/2026", "nobody", " NPT ", "7"])
    #expect(draft.texts == ["note": "n", "came": "03/04/2026", "place": "NPT"])
    #expect(header.reference(of: ["", "", "", "", " 7 "]) == "7")
    #expect(header.reference(of: ["", "", "", "", " "]) == nil)
  }

  @Test("A mapping stands above what would be found, and joins two columns")
  func mapped() throws {
    let header = try Self.header(
      "Place,Site,Date,Time",
      mapping: [("place", "site"), ("came", "Date+Time"), ("reference", "place")])
    #expect(header.columns["place"] == [1])
    #expect(header.columns["came"] == [2, 3])
    #expect(header.referenceColumn == 0)
    #expect(header.draft(["P", "NPT", "03/04/2026", "09:30"])["came"] == "03/04/2026 09:30")
  }

  @Test("A missing column is named together with the columns there are")
  func missing() {
    let problem = #expect(throws: ImportHeader.Problem.self) { try Self.header("Place,When") }
    #expect(problem?.words.contains("no column for came") == true)
    #expect(problem?.words.contains("\"When\"") == true)
    for wrong in [("cell", "Place"), ("came", "Elsewhere")] {
      #expect(throws: ImportHeader.Problem.self) {
        try Self.header("Place,Came in", mapping: [wrong])
      }
    }
  }

  @Test("A line with more or fewer values is told apart, the column of problems may be missing")
  func widths() throws {
    let header = try Self.header("place,came,problem")
    #expect(header.problem(with: ["a", "b", "c"]) == nil)
    #expect(header.problem(with: ["a", "b"]) == nil)
    #expect(header.problem(with: ["a"]) != nil)
    #expect(header.problem(with: ["a", "b", "c", "d"]) != nil)
  }

  @Test("An answer for all lines fills what they leave open, and stands in for a column")
  func constants() throws {
    let header = try ImportHeader(
      ["Place", "Note"], for: Self.form, constants: ["came": "today", "note": "none"])
    #expect(header.draft(["NPT", ""]).texts == ["place": "NPT", "came": "today", "note": "none"])
    #expect(header.draft(["NPT", "own"])["note"] == "own")
    #expect(throws: ImportHeader.Problem.self) {
      try ImportHeader(["Place"], for: Self.form, constants: ["cell": "1"])
    }
  }

  @Test("A line brings the first row of a table, by the names its columns are known by")
  func rows() throws {
    let form = FormDefinition(
      "crate", title: "Crate", purpose: "Invented for this test", function: .settings,
      requiredBy: "GEN-001",
      sections: [
        FormSection(
          "One",
          [FormField("labels", "Labels", .rows([FormField("ink", "Ink", .text(max: 9))], most: 3))])
      ])
    let header = try ImportHeader(["Colour"], for: form, names: ["ink": ["colour"]])
    #expect(header.draft(["red"]).rows["labels"] == [FormDraft.Row(id: 1, texts: ["ink": "red"])])
    #expect(header.draft([""]).rows.isEmpty)
    for heading in ["ink", "labels.ink", "labels"] {
      let same = try ImportHeader([heading], for: form)
      #expect(same.rowColumns == ["labels": ["ink": 0]], "\(heading)")
    }
  }
}
