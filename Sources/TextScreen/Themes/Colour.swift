/// The sixteen names a theme may use for terminals of few colours, and the terminal's own colour.
package enum ColourName: UInt8, CaseIterable, Hashable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, grey
  case darkGrey, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, white
  case terminal

  package var name: String { ColourName.names[Int(rawValue)] }

  package init?(name: String) {
    guard let index = ColourName.names.firstIndex(of: name.lowercased()),
      let colour = ColourName(rawValue: UInt8(truncatingIfNeeded: index))
    else { return nil }
    self = colour
  }

  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "grey", "dark-grey", "b-red",
    "b-green", "b-yellow", "b-blue", "b-magenta", "b-cyan", "white", "default",
  ]
}

/// Red, green and blue, 0 to 255 each.
package struct RGB: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour written `#rrggbb`.
  package init?(hex: String) {
    let bytes = Array(hex.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    let digits = bytes.dropFirst().compactMap(hexDigit)
    guard digits.count == 6 else { return nil }
    self.init(
      digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
  }

  /// The usual colour of a place in the palette of 256.
  package init(indexed index: UInt8) {
    switch index {
    case 0..<16: self = Palette.xterm.colours[Int(index)]
    case 16..<232:
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      self.init(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    default:
      let level = 8 + (index - 232) * 10
      self.init(level, level, level)
    }
  }

  /// The place in the palette of 256 that comes nearest, the sixteen changeable ones left out.
  package var nearestIndex: UInt8 {
    var best: (index: UInt8, distance: Int) = (16, Int.max)
    for index in UInt8(16)...255 {
      let other = RGB(indexed: index)
      let red = Int(red) - Int(other.red)
      let green = Int(green) - Int(other.green)
      let blue = Int(blue) - Int(other.blue)
      let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  /// How bright it is to the eye, 0 to 1, as contrast is reckoned.
  private var luminance: Double {
    0.2126 * RGB.linear[Int(red)] + 0.7152 * RGB.linear[Int(green)]
      + 0.0722 * RGB.linear[Int(blue)]
  }

  /// Contrast of two colours, 1 to 21.
  package func contrast(with other: RGB) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  private static let linear: [Double] = (0...255).map { step in
    let value = Double(step) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, twelveFifths: ())
  }
}

/// `base` to the power of 2.4, for bases from 0 to 1: the fifth root of its twelfth power.
private func power(_ base: Double, twelveFifths: Void) -> Double {
  if base <= 0 { return 0 }
  let square = base * base
  let twelfth = square * square * square * square * square * square
  var root = base
  for _ in 0..<60 {
    let fourth = root * root * root * root
    root -= (fourth * root - twelfth) / (5 * fourth)
  }
  return root
}

/// The sixteen colours as one program or machine shows them.
package struct Palette: Sendable {
  /// In the order of `ColourName`.
  package let colours: [RGB]

  private init(_ values: [UInt32]) {
    colours = values.map {
      RGB(
        UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8),
        UInt8(truncatingIfNeeded: $0))
    }
  }

  private static let putty = Palette(
    [
      0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ])
  fileprivate static let xterm = Palette(
    [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ])
  private static let windows = Palette(
    [
      0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC,
      0x767676, 0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
    ])
  private static let vga = Palette(
    [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ])
  private static let tango = Palette(
    [
      0x000000, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF,
      0x555753, 0xEF2929, 0x8AE234, 0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
    ])
  package static let all = [putty, xterm, windows, vga, tango]
}
