/// How many colours the terminal is trusted with.
package enum ColourDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256
  case trueColour = 16_777_216

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The name used in options and settings.
  package var name: String {
    switch self {
    case .none: "none"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .trueColour: "true"
    }
  }

  package init?(name: String) {
    guard let found = ColourDepth.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// What decides the depth, strongest first.
  package struct Circumstances: Sendable {
    /// The switch of the command line.
    package var asked: ColourDepth?
    package var noColour: String?
    /// The user's setting.
    package var setting: ColourDepth?
    /// The number of colours in the terminal's description.
    package var described: Int
    /// The terminal's description says colours are red, green and blue values.
    package var describesTrueColour: Bool
    package var colourTerm: String?

    package init(
      asked: ColourDepth? = nil, noColour: String? = nil, setting: ColourDepth? = nil,
      described: Int, describesTrueColour: Bool = false, colourTerm: String? = nil
    ) {
      self.asked = asked
      self.noColour = noColour
      self.setting = setting
      self.described = described
      self.describesTrueColour = describesTrueColour
      self.colourTerm = colourTerm
    }
  }

  /// The depth to use.
  package static func chosen(in around: Circumstances) -> ColourDepth {
    if let asked = around.asked { return asked }
    if let value = around.noColour, !value.isEmpty { return .none }
    if let setting = around.setting { return setting }
    if around.described < 8 { return .none }
    let saysTrue = around.colourTerm == "truecolor" || around.colourTerm == "24bit"
    if saysTrue, around.describesTrueColour { return .trueColour }
    if around.described >= 256 { return .indexed }
    return around.described >= 16 ? .sixteen : .eight
  }
}
