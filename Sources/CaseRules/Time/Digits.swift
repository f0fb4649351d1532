/// Reading and writing whole numbers without locales and without traps.
package enum Digits {
  /// A number of up to eighteen ASCII digits and nothing else; nil for an empty or longer text.
  package static func number(_ text: some StringProtocol) -> Int? {
    var total = 0
    var count = 0
    for byte in text.utf8 {
      guard byte >= 48, byte <= 57, count < 18 else { return nil }
      total = total * 10 + Int(byte - 48)
      count += 1
    }
    return count == 0 ? nil : total
  }

  /// A number whose thousands may be divided by commas: "1,200" and "1200", but not "12,00".
  package static func numberWithCommas(_ text: some StringProtocol) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count == 1 || (1...3).contains(first.utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return number(groups.joined())
  }

  /// True when the text is not empty and holds ASCII digits only, however many.
  package static func only(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// The number with leading zeros up to `width` digits.
  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }

  /// A short text of digits and signs, put together byte by byte: a screen shows a hundred dates.
  static func text(_ length: Int, _ write: (inout Pen) -> Void) -> String {
    String(unsafeUninitializedCapacity: length) { bytes in
      var pen = Pen(bytes: bytes)
      write(&pen)
      return pen.count
    }
  }

  /// Writes ASCII from left to right; what does not fit is left out.
  struct Pen {
    fileprivate let bytes: UnsafeMutableBufferPointer<UInt8>
    fileprivate var count = 0

    fileprivate init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    /// A number that is not negative, with leading zeros; digits beyond the width are left out.
    mutating func append(_ number: Int, width: Int) {
      guard count + width <= bytes.count else { return }
      var rest = number
      for place in stride(from: count + width - 1, through: count, by: -1) {
        bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      }
      count += width
    }

    mutating func append(_ sign: Unicode.Scalar) {
      guard count < bytes.count else { return }
      bytes[count] = UInt8(truncatingIfNeeded: sign.value)
      count += 1
    }
  }

  /// "1 day", "2 days": the count with its word in the right number.
  package static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count) " + (count == 1 ? singular : plural ?? singular + "s")
  }
}

extension Comparable {
  /// The value itself, or the nearer end of the range.
  package func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
