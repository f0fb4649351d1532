import CaseRules
import Testing

@Suite("High spend on drugs")
struct HighSpendTests {
  private let today = CalendarDate.on(1, 11, 2007)

  private func dir(
    _ number: Int64, _ assessed: Moment, pounds: Int, isComplete: Bool = true
  ) -> DIRSummary {
    DIRSummary(
      ref: RecordRef(.dir, number), person: RecordRef(.person, 1), assessed: assessed,
      place: .custody, worker: "B.COLE", completed: isComplete ? assessed : nil,
      weeklySpend: pounds * 100)
  }

  private func words(_ dirs: [DIRSummary]) -> String? {
    HighSpend.finding(in: dirs, on: today, Settings())?.display
  }

  @Test("ANB-010: from the partnership's figure on, as the newest complete DIR has it")
  func figure() {
    #expect(words([dir(1, .at(5, 10, 2007, 10, 0), pounds: 349)]) == nil)
    #expect(
      words([dir(1, .at(5, 10, 2007, 10, 0), pounds: 350)])
        == "ANB-010: High spend: £350 a week on drugs, as the DIR of 05/10/2007 has it")
    let newer = dir(2, .at(20, 10, 2007, 10, 0), pounds: 20)
    #expect(words([newer, dir(1, .at(5, 10, 2007, 10, 0), pounds: 400)]) == nil)
    let begun = dir(3, .at(25, 10, 2007, 10, 0), pounds: 20, isComplete: false)
    #expect(words([begun, dir(1, .at(5, 10, 2007, 10, 0), pounds: 400)]) != nil)
  }

  @Test("ANB-010: a DIR of more than twelve months ago says nothing any more")
  func age() {
    #expect(words([dir(1, .at(1, 11, 2006, 10, 0), pounds: 400)]) != nil)
    #expect(words([dir(1, .at(31, 10, 2006, 10, 0), pounds: 400)]) == nil)
  }

  @Test("ANB-010: the figure is a setting")
  func setting() {
    var settings = Settings()
    #expect(settings.set(.highSpendWeek, to: "£200") == nil)
    let dirs = [dir(1, .at(5, 10, 2007, 10, 0), pounds: 200)]
    #expect(HighSpend.finding(in: dirs, on: today, settings) != nil)
    #expect(HighSpend.finding(in: dirs, on: today, Settings()) == nil)
  }
}
