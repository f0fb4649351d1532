import CNcurses
import TextScreen

/// Attributes and colour pairs of all tones, as ncurses wants them.
struct Ink {
  struct Entry {
    let attributes: attr_t
    let pair: Int32
    /// A blank that looks like this: other letters are put in its place.
    let blank: cchar_t

    init(attributes: attr_t, pair: Int32) {
      self.attributes = attributes
      self.pair = pair
      var blank = cchar_t()
      shim_cell(&blank, [0x20, 0], attributes, pair)
      self.blank = blank
    }
  }

  /// Plain, emphasised, raised, raised and emphasised; each tone by its number.
  private var entries: [Entry] = []
  private let tones = Tone.allCases.count
  /// Added to letters that are shown as plainer ones.
  let simplified: attr_t

  /// Sets up the colours of a theme.
  init(_ theme: Theme, depth: ColourDepth, capabilities: Capabilities) {
    simplified = shim_attributes(0, 1, 0)
    var pairs = ColourPairs(isDirect: capabilities.isTrueColour)
    let styles = theme.styles(at: depth)
    if depth != .none { pairs.startFrom(styles[.text, isEmphasised: false]) }
    for kind in 0..<4 {
      for tone in Tone.allCases {
        let style = styles[tone, isEmphasised: kind & 1 != 0, isRaised: kind & 2 != 0]
        entries.append(Ink.entry(style, depth, &pairs))
      }
    }
  }

  private static func entry(
    _ style: Style, _ depth: ColourDepth, _ pairs: inout ColourPairs
  ) -> Entry {
    Entry(
      attributes: shim_attributes(
        style.attributes.contains(.bold) ? 1 : 0, style.attributes.contains(.underline) ? 1 : 0,
        style.attributes.contains(.reverse) ? 1 : 0),
      pair: depth == .none ? 0 : pairs.pair(style.foreground, style.background))
  }

  func entry(of cell: Cell) -> Entry {
    let kind = (cell.isEmphasised ? 1 : 0) + (cell.isRaised ? 2 : 0)
    return entries[kind * tones + Int(cell.toneIndex)]
  }
}

/// Hands out pairs of colours, one for each combination in use.
private struct ColourPairs {
  private struct Combination: Hashable {
    let foreground: TerminalColour
    let background: TerminalColour
  }

  /// Colour numbers are red, green and blue values themselves.
  let isDirect: Bool
  private var pairs: [Combination: Int32] = [:]

  init(isDirect: Bool) { self.isDirect = isDirect }

  /// Makes plain text the pair that ncurses goes back to after every picture.
  ///
  /// Otherwise each key would cost two changes of colour more.
  mutating func startFrom(_ text: Style) {
    let (foreground, background) = (number(text.foreground), number(text.background))
    guard assume_default_colors(foreground, background) == OK else { return }
    pairs[Combination(foreground: text.foreground, background: text.background)] = 0
  }

  mutating func pair(_ foreground: TerminalColour, _ background: TerminalColour) -> Int32 {
    let wanted = Combination(foreground: foreground, background: background)
    if let known = pairs[wanted] { return known }
    let pair = Int32(pairs.count + 1)  // 0 is the terminal's, or plain text
    init_extended_pair(pair, number(foreground), number(background))
    pairs[wanted] = pair
    return pair
  }

  private func number(_ colour: TerminalColour) -> Int32 {
    switch colour {
    case .terminal: -1
    case .indexed(let index): Int32(index)
    case .rgb(let rgb):
      isDirect
        ? Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
        : Int32(rgb.nearestIndex)
    }
  }
}
