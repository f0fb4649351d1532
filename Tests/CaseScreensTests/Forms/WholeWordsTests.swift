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
