import CaseRules
import Testing

@Suite("Numbers one slip away")
struct NearNumbersTests {
  @Test("One digit other, or two neighbours swapped; letters stay")
  func near() {
    let near = NearNumbers.of("A12")
    #expect(near.count == 9 * 2 + 1)
    #expect(near.contains("A21") && near.contains("A02") && near.contains("A19"))
    #expect(!near.contains("A12") && near.allSatisfy { $0.hasPrefix("A") })
    #expect(Set(near).count == near.count)
    #expect(NearNumbers.of("").isEmpty)
  }
}
