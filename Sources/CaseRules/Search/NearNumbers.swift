/// Numbers that differ from a typed one by a single slip, for when the typed one is nobody's.
package enum NearNumbers {
  /// The text with one digit changed, or two digits side by side swapped.
  package static func of(_ text: String) -> [String] {
    let signs = Array(text.utf8)
    var near: [String] = []
    for place in signs.indices where isDigit(signs[place]) {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != signs[place] {
        var changed = signs
        changed[place] = digit
        near.append(String(decoding: changed, as: UTF8.self))
      }
    }
    for place in signs.indices.dropLast()
    where isDigit(signs[place]) && isDigit(signs[place + 1]) && signs[place] != signs[place + 1] {
      var changed = signs
      changed.swapAt(place, place + 1)
      near.append(String(decoding: changed, as: UTF8.self))
    }
    return near
  }

  private static func isDigit(_ sign: UInt8) -> Bool { (48...57).contains(sign) }
}
