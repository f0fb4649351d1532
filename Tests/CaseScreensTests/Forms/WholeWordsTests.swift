import CaseApp
import CaseRules
import CaseScreens
import Testing
import TextScreen

@Suite("What is said below a form can be read whole")
struct WholeWordsTests {
  @Test("the help of every question fits the two rows there are at 80 columns")
  func help() {
    let long = FormCatalogue.all.flatMap { form in
      form.fields.flatMap { field -> [FormField] in
        guard case .rows(let columns, _) = field.content else { return [field] }
        return [field] + columns
      }.filter { wrapped($0.help, to: Size.design.columns - 2).count > 2 }
        .map { "\(form.id.text) \($0.code.text): \($0.help)" }
    }
    #expect(long == [])
  }

  @Test(
    "PPL-044: what is wrong stands whole under its answer, also once the caret has gone on",
    arguments: [Size.design, Size.smallest])
  func findings(size: Size) {
    var picture = FormPicture(FirstDoseForm.definition)
    picture.size = size
    picture.go(to: "medicine")
    picture.type("met")
    picture.go(to: "mg")
    picture.type("60")
    picture.send(.moved(.next))
    let finding = DoseRules.planned(60, of: .methadone, field: "mg", settings: Settings())
    let words = finding.map(\.display)?.split(separator: " ") ?? []
    let shown = picture.frame.text().split { $0 == " " || $0 == "\n" }
    #expect(words.count > 20)
    #expect(
      shown.indices.contains { shown[$0...].starts(with: words) }, "\(picture.frame.text())")
  }

  @Test("a hint that is longer than a row goes on in the row above, and loses nothing")
  func overTwoRows() throws {
    let words = FormCatalogue.all.flatMap(\.fields).map(\.help).filter {
      displayWidth($0) > Size.design.columns - 2
    }
    #expect(!words.isEmpty)
    for help in words {
      let both = try #require(HintRow(help).overTwoRows(columns: Size.design.columns))
      #expect(both.upper.text + " " + both.lower.text == help)
    }
  }
}
