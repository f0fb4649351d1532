/// How many slips lie between two spellings.
package enum EditDistance {
  /// A letter put in, left out or changed, or two neighbours swapped, count as one slip each.
  ///
  /// nil when there are more than `most`; it stops as soon as that is certain.
  package static func slips(_ one: String, _ other: String, most: Int) -> Int? {
    let (short, long) = (Array(one.utf8), Array(other.utf8))
    return short.count <= long.count
      ? slips(short, long, most) : slips(long, short, most)
  }

  private static func slips(_ short: [UInt8], _ long: [UInt8], _ most: Int) -> Int? {
    guard long.count - short.count <= most else { return nil }
    if short.isEmpty { return long.count }
    var before: [Int] = []
    var last = Array(0...short.count)
    for (row, letter) in long.enumerated() {
      var now = [row + 1]
      now.reserveCapacity(short.count + 1)
      for column in short.indices {
        let same = short[column] == letter
        var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, now[column] + 1)
        if row > 0, column > 0, letter == short[column - 1], long[row - 1] == short[column] {
          best = min(best, before[column - 1] + 1)
        }
        now.append(best)
      }
      guard now.contains(where: { $0 <= most }) else { return nil }
      (before, last) = (last, now)
    }
    return last[short.count] <= most ? last[short.count] : nil
  }

  /// The word with each of its letters left out in turn, each spelling once.
  ///
  /// Two words with one slip between them share one of these, or one of them is among the other's.
  package static func cuts(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count > 1 else { return [] }
    var cuts: [String] = []
    for index in bytes.indices where index == 0 || bytes[index] != bytes[index - 1] {
      var cut = bytes
      cut.remove(at: index)
      cuts.append(String(decoding: cut, as: UTF8.self))
    }
    return cuts
  }
}
