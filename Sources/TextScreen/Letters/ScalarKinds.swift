/// Whether the scalar stands over, under or around the letter before it and takes no cell.
func isCombining(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x300 && WidthTable.combining.holds(scalar.value)
}

/// Whether the scalar takes two cells.
func isWide(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x1100 && WidthTable.wide.holds(scalar.value)
}

/// Zero-width joiner and non-joiner.
func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

/// Arabic, Syriac, Mongolian and the scripts of India join their letters with invisible characters.
func needsJoiners(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x600...0x8FF, 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x18AF, 0xA8E0...0xA8FF: true
  default: false
  }
}

/// Characters that show nothing or change the order of others: names must not hide behind them.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300: false
  case 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
  case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: true
  case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
  case 0xFFFE...0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0x10FFFF: true
  case 0x10000...: scalar.properties.generalCategory == .unassigned
  default: false
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether a range holds the value; the ranges are in order.
  func holds(_ value: UInt32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].lowerBound <= value
  }
}
