/// Whether a theme can be read by everybody: contrast of each role, focus, opposites.
package struct ThemeCheck: Sendable {
  /// Contrast of one role, 1 to 21; nil where the terminal's own colours are used.
  package struct Row: Sendable {
    package let tone: Tone
    /// The least it needs.
    package let needed: Double
    package let trueColour: Double?
    package let indexed: Double?
    /// The worst of five common palettes.
    package let sixteen: Double?

    fileprivate var passes: Bool {
      [trueColour, indexed, sixteen].allSatisfy { $0 ?? needed >= needed }
    }
  }

  package let rows: [Row]
  /// In words; empty when the theme is fit to be shipped.
  package let problems: [String]

  package init(_ theme: Theme) {
    rows = Tone.allCases.map { ThemeCheck.row($0, theme) }
    problems =
      rows.filter { !$0.passes }.map(ThemeCheck.words) + ThemeCheck.focusProblems(theme)
      + ThemeCheck.backgroundProblems(theme) + ThemeCheck.oppositeProblems(theme)
      + ThemeCheck.plainProblems(theme)
  }

  // MARK: Contrast

  /// Lines, bars and words that are switched off need less than text.
  private static let weak: Set<Tone> = [
    .border, .borderFocus, .keyOff, .fieldOff, .buttonOff, .barDone, .barPlanned, .barMissing,
    .barLine,
  ]

  private static func row(_ tone: Tone, _ theme: Theme) -> Row {
    let looks = [theme.look(of: tone), theme.raisedLook(of: tone)]
    func worst(_ depth: ColourDepth) -> Double? {
      looks.compactMap { contrast($0, at: depth) }.min()
    }
    return Row(
      tone: tone, needed: weak.contains(tone) ? 3 : 4.5, trueColour: worst(.trueColour),
      indexed: worst(.indexed), sixteen: worst(.sixteen))
  }

  private static func words(_ row: Row) -> String {
    let ratios = [row.trueColour, row.indexed, row.sixteen].compactMap(\.self)
    let worst = ratios.min() ?? row.needed
    return "\(row.tone.name) has a contrast of \(ratio(worst)) and needs \(ratio(row.needed))"
  }

  /// A ratio with one decimal, rounded down: what is shown as enough is enough.
  package static func ratio(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func contrast(_ look: Theme.Look, at depth: ColourDepth) -> Double? {
    let (front, back) = (look.foreground.shown(at: depth), look.background.shown(at: depth))
    switch (front, back) {
    case (.terminal, _), (_, .terminal): return nil
    case (.rgb(let front), .rgb(let back)): return front.contrast(with: back)
    case (.indexed(let front), .indexed(let back)):
      let bright = look.attributes.contains(.bold) && front < 8 ? [front, front + 8] : [front]
      return bright.map { contrast($0, back) }.min()
    case (.rgb(let front), .indexed(let back)): return front.contrast(with: RGB(indexed: back))
    case (.indexed(let front), .rgb(let back)): return RGB(indexed: front).contrast(with: back)
    }
  }

  /// The worst over the palettes, for colours below 16; those above are the same everywhere.
  static func contrast(_ front: UInt8, _ back: UInt8) -> Double {
    Palette.all.map { palette in
      let (front, back) = (
        front < 16 ? palette.colours[Int(front)] : RGB(indexed: front),
        back < 16 ? palette.colours[Int(back)] : RGB(indexed: back)
      )
      return front.contrast(with: back)
    }.min() ?? 1
  }

  // MARK: Focus

  private static let focusPairs: [(focus: Tone, around: Tone)] = [
    (.listCursor, .listRow), (.listCursorTicked, .listTicked), (.fieldFocus, .fieldValue),
    (.fieldSelected, .fieldValue), (.fieldSelected, .fieldFocus), (.buttonFocus, .button),
    (.listCursor, .dialog),
  ]

  /// The focus must show by more than its hue.
  private static func focusProblems(_ theme: Theme) -> [String] {
    var problems: [String] = []
    for (focus, around) in focusPairs {
      let (one, other) = (theme.look(of: focus), theme.look(of: around))
      for depth in [ColourDepth.trueColour, .indexed, .sixteen]
      where !differ(one, other, at: depth) {
        problems.append(
          "\(focus.name) differs from \(around.name) only by hue (\(depth.name) colours)")
      }
    }
    return problems
  }

  private static func differ(
    _ one: Theme.Look, _ other: Theme.Look, at depth: ColourDepth
  ) -> Bool {
    if one.attributes != other.attributes { return true }
    let backs = Theme.Look(
      foreground: one.background, background: other.background, attributes: [])
    return (contrast(backs, at: depth) ?? 1) >= 1.5
  }

  /// Without colour only attributes are left to tell focus and meaning apart.
  private static func plainProblems(_ theme: Theme) -> [String] {
    focusPairs.compactMap { focus, around in
      guard theme.plainAttributes(of: focus) == theme.plainAttributes(of: around) else {
        return nil
      }
      return "without colour \(focus.name) looks like \(around.name)"
    }
  }

  /// What a theme says of itself is what the background of its text is, where it has one.
  private static func backgroundProblems(_ theme: Theme) -> [String] {
    guard case .rgb(let back) = theme.look(of: .text).background.shown(at: .trueColour) else {
      return []
    }
    let (black, white) = (RGB(indexed: 16), RGB(indexed: 231))
    let isLight = back.contrast(with: black) > back.contrast(with: white)
    guard isLight != (theme.background == .light) else { return [] }
    return [
      "background = \(theme.background.rawValue), but text stands on a \(isLight ? "light" : "dark") one"
    ]
  }

  // MARK: Opposites

  private static let opposites: [(Tone, Tone)] = [
    (.testNegative, .testPositive), (.scoreUp, .scoreDown), (.ok, .error), (.done, .dueOverdue),
    (.barDone, .barMissing), (.ok, .warn),
  ]

  private static func oppositeProblems(_ theme: Theme) -> [String] {
    opposites.compactMap { one, other in
      let hues = [hue(theme.look(of: one)), hue(theme.look(of: other))]
      guard hues.contains(.red), hues.contains(.green) else { return nil }
      return "\(one.name) and \(other.name) are told apart by red and green"
    }
  }

  private enum Hue {
    case red, green, other
  }

  /// What strikes the eye: the background when it has a colour, else the letters.
  private static func hue(_ look: Theme.Look) -> Hue {
    let back = hue(look.background)
    return back == .other ? hue(look.foreground) : back
  }

  private static func hue(_ colour: Theme.Colour) -> Hue {
    guard case .rgb(let rgb) = colour.shown(at: .trueColour) else { return .other }
    let (red, green, blue) = (Double(rgb.red), Double(rgb.green), Double(rgb.blue))
    if red > 1.6 * green, red > 1.4 * blue { return .red }
    if green > 1.2 * red, green > 1.2 * blue { return .green }
    return .other
  }
}
