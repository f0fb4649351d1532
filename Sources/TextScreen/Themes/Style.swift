/// Bold, underline and reverse, in any mixture.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let underline = Attributes(rawValue: 2)
  package static let reverse = Attributes(rawValue: 4)

  init?(name: String) {
    switch name {
    case "bold": self = .bold
    case "underline": self = .underline
    case "reverse": self = .reverse
    case "plain": self = []
    default: return nil
    }
  }
}

/// A colour as the terminal takes it.
package enum TerminalColour: Hashable, Sendable {
  /// The terminal's own.
  case terminal
  /// Of the palette: 0 to 7, 15 or 255 as the depth allows.
  case indexed(UInt8)
  case rgb(RGB)
}

/// How a cell looks, ready for the terminal.
package struct Style: Hashable, Sendable {
  package var foreground: TerminalColour
  package var background: TerminalColour
  package var attributes: Attributes

  package init(
    foreground: TerminalColour = .terminal, background: TerminalColour = .terminal,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// The styles of all tones at one depth, for looking up cell by cell.
package struct StyleTable: Sendable {
  /// Plain, emphasised, raised, raised and emphasised.
  private let styles: [[Style]]

  init(foundLetters: Attributes, _ style: (Tone, _ isRaised: Bool) -> Style) {
    var tables: [[Style]] = []
    for isRaised in [false, true] {
      let plain = Tone.allCases.map { style($0, isRaised) }
      tables.append(plain)
      tables.append(
        plain.map { style in
          var stronger = style
          stronger.attributes.formUnion(foundLetters)
          return stronger
        })
    }
    styles = tables
  }

  package subscript(
    tone: Tone, isEmphasised isEmphasised: Bool, isRaised isRaised: Bool = false
  ) -> Style {
    styles[(isRaised ? 2 : 0) + (isEmphasised ? 1 : 0)][Int(tone.rawValue)]
  }
}
