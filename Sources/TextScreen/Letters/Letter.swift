/// One letter as it is drawn: already safe, with its width in cells (1 or 2).
struct Letter {
  enum Shape: Equatable {
    case scalar(Unicode.Scalar)
    case cluster(String)
    case symbol(Symbol)
  }
  let shape: Shape
  let width: Int

  static let unsafe = Letter(shape: .symbol(.unsafe), width: 1)
  static let lineBreak = Letter(shape: .symbol(.lineBreak), width: 1)
  static let space = Letter(shape: .scalar(" "), width: 1)
}

/// Whether line breaks may stay.
package enum Lines: Hashable, Sendable {
  case one, many
}

/// More marks than this over one letter are left out, as terminals keep no more.
private let mostMarks = 4

/// Gives the safe letters of a text one after the other, until `body` answers false.
///
/// What must not reach a terminal (control characters, changes of direction, invisible characters)
/// comes as a visible mark. Emoji made of several parts come as `[]`, two cells whatever the terminal
/// thinks of them.
func forEachLetter(in text: String, lines: Lines, _ body: (Letter) -> Bool) {
  for character in text where !pass(character, lines, body) { return }
}

private func pass(_ character: Character, _ lines: Lines, _ body: (Letter) -> Bool) -> Bool {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return true }
  if scalars.count == 1 { return body(letter(first, lines)) }
  if character == "\r\n" { return body(.lineBreak) }
  if isBuiltEmoji(scalars) {
    return body(Letter(shape: .scalar("["), width: 1))
      && body(Letter(shape: .scalar("]"), width: 1))
  }
  if let composed = Composition.scalar(for: character) { return body(letter(composed, lines)) }
  return passCluster(scalars, lines, body)
}

/// Letters with marks: each scalar with a width starts a cell, those without join the one before.
private func passCluster(
  _ scalars: Character.UnicodeScalarView, _ lines: Lines, _ body: (Letter) -> Bool
) -> Bool {
  var cluster = ""
  var marks = 0
  var width = 0
  func flush() -> Bool {
    defer { cluster = "" }
    guard let only = cluster.unicodeScalars.first else { return true }
    if marks == 0 { return body(letter(only, lines)) }
    return body(Letter(shape: .cluster(cluster), width: width))
  }
  var base: Unicode.Scalar?
  for scalar in scalars {
    if scalar.value == 0xFE0E || scalar.value == 0xFE0F { continue }
    if isJoiner(scalar), let base, needsJoiners(base) {
      cluster.unicodeScalars.append(scalar)
      marks += 1
    } else if isCombining(scalar), base != nil {
      if marks < mostMarks { cluster.unicodeScalars.append(scalar) }
      marks += 1
    } else {
      if !flush() { return false }
      marks = 0
      let own = letter(scalar, lines)
      guard case .scalar = own.shape else {
        base = nil
        if !body(own) { return false }
        continue
      }
      base = scalar
      width = own.width
      cluster.unicodeScalars.append(scalar)
    }
  }
  return flush()
}

private func letter(_ scalar: Unicode.Scalar, _ lines: Lines) -> Letter {
  let value = scalar.value
  if value >= 0x20, value < 0x7F { return Letter(shape: .scalar(scalar), width: 1) }
  switch value {
  case 0x09: return .space
  case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .lineBreak
  case 0xA0: return .space
  case ..<0xA0: return .unsafe
  case 0xAD: return .unsafe
  case ..<0x300: return Letter(shape: .scalar(scalar), width: 1)
  default: break
  }
  if isHidden(scalar) || isCombining(scalar) { return .unsafe }
  return Letter(shape: .scalar(scalar), width: isWide(scalar) ? 2 : 1)
}

/// A family, a flag, a skin colour or a keycap: terminals disagree on how wide these are.
private func isBuiltEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
  scalars.contains { scalar in
    switch scalar.value {
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x20E3, 0xE0020...0xE007F: true
    case 0xFE0F: (scalars.first?.value ?? 0) >= 0xA9
    case 0x200D:
      (scalars.first?.value ?? 0) >= 0x2190 && !(scalars.first.map(needsJoiners) ?? false)
    default: false
    }
  }
}
