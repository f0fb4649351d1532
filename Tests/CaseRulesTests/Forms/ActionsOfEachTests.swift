import CaseRules
import Testing

@Suite("What can be done with each of several records")
struct ActionsOfEachTests {
  private static let refs = (1...3).map { RecordRef(.person, Int64($0)) }

  private static let names = ["SMITH John", "LEE Daniel", "P-0003"]

  private static func each(_ whyNot: [Int: String] = [:]) -> ActionsOfEach {
    ActionsOfEach(
      refs.enumerated().map { place, ref in
        (names[place], [OfferedForm("offer", about: ref, title: "Offer", whyNot: whyNot[place])])
      })
  }

  @Test("What all allow is offered about all of them, in their order")
  func all() {
    #expect(Self.each().offered.map(\.whyNot) == [nil])
    #expect(Self.each().abouts == ["offer": Self.refs])
  }

  @Test("PPL-012: what one of them refuses is refused, and says which")
  func one() {
    let each = Self.each([1: "PPL-012: A handover waits"])
    #expect(each.offered.map(\.whyNot) == ["LEE Daniel: PPL-012: A handover waits"])
  }

  @Test("GEN-003: a refusal of all is said without a name")
  func shared() {
    let why = "You can read but not change"
    #expect(Self.each([0: why, 1: why, 2: why]).offered.map(\.whyNot) == [why])
  }

  @Test("What only some have is listed with the name of the first without it")
  func missing() {
    let other = OfferedForm("departure", about: Self.refs[1], title: "Departure")
    let each = ActionsOfEach([(Self.names[0], []), (Self.names[1], [other])])
    #expect(each.offered.map(\.whyNot) == ["SMITH John: this is not offered"])
  }

  @Test("Of one form offered twice the one that can be done counts")
  func best() {
    let (page, row) = (RecordRef(.person, 1), RecordRef(.consent, 4))
    let each = ActionsOfEach([
      (
        "SMITH John",
        [
          OfferedForm("strike", about: page, title: "Strike", whyNot: "No"),
          OfferedForm("strike", about: row, title: "Strike"),
        ]
      )
    ])
    #expect(each.offered.map(\.about) == [row])
    #expect(each.abouts == ["strike": [row]])
  }
}
