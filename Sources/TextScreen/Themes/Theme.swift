/// How every meaning looks, read from a theme file.
package struct Theme: Sendable {
  /// A colour of the theme in the three forms it was given in.
  package struct Colour: Hashable, Sendable {
    package let basic: ColourName
    package let indexed: UInt8?
    package let rgb: RGB?
  }

  /// Colours and attributes of a role.
  package struct Look: Hashable, Sendable {
    package var foreground: Colour
    package var background: Colour
    package var attributes: Attributes
  }

  package enum Background: String, Hashable, Sendable {
    case dark, light
  }

  package let name: String
  package let background: Background
  /// One for each tone, in the order of the tones.
  let looks: [Look]
  /// The same for displays without colour.
  let plain: [Attributes]
  /// One for each symbol, in the order of the symbols.
  private let symbols: [Unicode.Scalar]

  init(
    name: String, background: Background, looks: [Look], plain: [Attributes],
    symbols: [Unicode.Scalar] = Symbol.allCases.map(\.unicode)
  ) {
    self.name = name
    self.background = background
    self.looks = looks
    self.plain = plain
    self.symbols = symbols
  }

  package func look(of tone: Tone) -> Look { looks[Int(tone.rawValue)] }
  package func plainAttributes(of tone: Tone) -> Attributes { plain[Int(tone.rawValue)] }

  /// The character for a symbol where every character can be shown.
  package func character(for symbol: Symbol) -> Unicode.Scalar { symbols[Int(symbol.rawValue)] }

  package func styles(at depth: ColourDepth) -> StyleTable {
    // Found letters must show on every row, so they are underlined at least.
    let found = depth == .none ? plainAttributes(of: .textMatch) : look(of: .textMatch).attributes
    return StyleTable(foundLetters: found.union(.underline)) {
      style(of: $0, at: depth, isRaised: $1)
    }
  }

  /// How a tone looks on a box that lies over the page.
  package func raisedLook(of tone: Tone) -> Look {
    var look = look(of: tone)
    if look.background == self.look(of: .text).background {
      look.background = self.look(of: .dialog).background
    }
    return look
  }

  package func style(
    of tone: Tone, at depth: ColourDepth, isRaised: Bool = false
  ) -> Style {
    if depth == .none { return Style(attributes: plainAttributes(of: tone)) }
    let look = isRaised ? raisedLook(of: tone) : look(of: tone)
    let style = Style(
      foreground: look.foreground.shown(at: depth), background: look.background.shown(at: depth),
      attributes: look.attributes)
    return depth == .eight ? brightened(style, look) : style
  }

  /// Eight colours become sixteen by bold; a bright background by reversing bright letters.
  private func brightened(_ style: Style, _ look: Look) -> Style {
    var style = style
    if look.foreground.isBright {
      style.attributes.insert(.bold)
    } else if look.background.isBright {
      swap(&style.foreground, &style.background)
      style.attributes.formSymmetricDifference(.reverse)
      style.attributes.insert(.bold)
    }
    return style
  }

  /// Used when there is no theme file at all: only attributes, the terminal's own colours.
  package static let builtIn: Theme = {
    let own = Colour(basic: .terminal, indexed: nil, rgb: nil)
    let attributes: [Attributes] = Tone.allCases.map(builtInAttributes)
    return Theme(
      name: "Built in", background: .dark,
      looks: attributes.map { Look(foreground: own, background: own, attributes: $0) },
      plain: attributes)
  }()

  private static func builtInAttributes(_ tone: Tone) -> Attributes {
    let reversed: Set<Tone> = [
      .title, .listCursor, .fieldFocus, .fieldSelected, .buttonFocus, .tabCurrent, .status,
      .titleMarking, .listCursorTicked, .fieldError, .dialogDanger,
    ]
    let bold: Set<Tone> = [
      .textStrong, .textMatch, .listHeader, .listTicked, .error, .warn, .risk, .restricted,
      .dueOverdue, .dueToday, .dialogTitle, .borderFocus, .statusKind, .message, .titleMarking,
      .listCursorTicked, .fieldError, .dialogDanger, .fieldSelected,
    ]
    var attributes: Attributes = tone == .fieldValue ? [.underline] : []
    if reversed.contains(tone) { attributes.insert(.reverse) }
    if bold.contains(tone) { attributes.insert(.bold) }
    return attributes
  }
}

extension Theme.Colour {
  var isBright: Bool {
    basic.rawValue >= ColourName.darkGrey.rawValue && basic != .terminal
  }

  package func shown(at depth: ColourDepth) -> TerminalColour {
    if basic == .terminal, indexed == nil, rgb == nil { return .terminal }
    switch depth {
    case .none: return .terminal
    case .eight: return basic == .terminal ? .terminal : .indexed(basic.rawValue & 7)
    case .sixteen: return basic == .terminal ? .terminal : .indexed(basic.rawValue)
    case .indexed: return .indexed(indexed ?? basic.rawValue & 15)
    case .trueColour:
      if let rgb { return .rgb(rgb) }
      return .rgb(RGB(indexed: indexed ?? basic.rawValue & 15))
    }
  }
}
