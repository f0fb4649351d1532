import CaseRules
import Testing

@Suite("Slips of the hand")
struct EditDistanceTests {
  @Test(
    "A letter more, less or other, or two swapped, is one slip",
    arguments: [
      ("smith", "smith", 0), ("smith", "smiht", 1), ("smith", "smth", 1), ("smith", "smiith", 1),
      ("smith", "snith", 1), ("smith", "smyht", 2), ("ab", "ba", 1), ("", "ab", 2), ("a", "", 1),
      ("kowalski", "kovalsky", 2), ("okafor", "okfaro", 2),
    ])
  func counts(one: String, other: String, slips: Int) {
    #expect(EditDistance.slips(one, other, most: 3) == slips)
    #expect(EditDistance.slips(other, one, most: 3) == slips)
  }

  @Test("More slips than were asked for are not counted")
  func bounded() {
    #expect(EditDistance.slips("smith", "jones", most: 3) == nil)
    #expect(EditDistance.slips("smith", "smithson", most: 2) == nil)
    #expect(EditDistance.slips("smith", "smyht", most: 1) == nil)
  }

  @Test("Words one slip apart share a cut, or one is a cut of the other")
  func cuts() {
    #expect(EditDistance.cuts(of: "lloyd") == ["loyd", "llyd", "llod", "lloy"])
    #expect(EditDistance.cuts(of: "a") == [])
    for (one, other) in [("smith", "snith"), ("smith", "smiht"), ("smith", "smth"), ("ab", "ba")] {
      let cuts = Set(EditDistance.cuts(of: one) + [one])
      #expect(!cuts.isDisjoint(with: EditDistance.cuts(of: other) + [other]), "\(one) \(other)")
    }
  }
}
