/// A theme file as it was read, or what is wrong with it.
package struct ThemeLoad: Sendable {
  /// Nil when there is a problem: the program then keeps the theme it has.
  package let theme: Theme?
  package let problems: [FileProblem]
}

extension Theme {
  /// Reads a theme file; `base` gives the text of another theme by its name, for `based-on`.
  package static func load(_ text: String, base: (String) -> String?) -> ThemeLoad {
    var builder = ThemeBuilder()
    builder.add(text, base: base, depth: 0)
    return builder.finish()
  }
}

/// Puts a theme together from a file and the files it is based on.
private struct ThemeBuilder: BasedFile {
  static let noun = "theme"

  private struct Role {
    var foreground: String?
    var background: String?
    var attributes: Attributes
    /// Nil for the roles of the base, which are checked with it.
    var line: Int?

    var colours: [String] { [foreground, background].compactMap(\.self) }
  }

  private var name = ""
  private var background = Theme.Background.dark
  private var colours: [String: Theme.Colour] = [:]
  private var roles: [String: Role] = [:]
  private var plain: [String: Attributes] = [:]
  private var symbols = Symbol.allCases.map(\.unicode)
  var problems: [FileProblem] = []

  // MARK: Reading

  mutating func add(_ text: String, base: (String) -> String?, depth: Int) {
    let file = LineFile(text: text)
    problems += file.problems
    let parts = ["colours", "roles", "no-colour", "lines"]
    for part in file.parts where !parts.contains(part.name) {
      let hint = nearest(to: part.name, among: parts).map { " Did you mean [\($0)]?" } ?? ""
      report(part.line, "there is no part [\(shortened(part.name))] in a theme." + hint)
    }
    readHead(file, base: base, depth: depth)
    var seen: [String: [String: Int]] = [:]
    for entry in file.entries where !entry.part.isEmpty {
      if let line = seen[entry.part]?[entry.name] {
        report(entry.line, "'\(shortened(entry.name))' is already given in line \(line)")
        continue
      }
      seen[entry.part, default: [:]][entry.name] = entry.line
      read(entry)
    }
    checkColours()
  }

  private mutating func read(_ entry: LineFile.Entry) {
    switch entry.part {
    case "colours": colour(entry)
    case "roles": role(entry)
    case "no-colour": plainRole(entry)
    case "lines": symbol(entry)
    default: break
    }
  }

  mutating func head(_ entry: LineFile.Entry) {
    switch entry.name {
    case "name": name = displaySafe(entry.value, lines: .one)
    case "background":
      if let wanted = Theme.Background(rawValue: entry.value.lowercased()) {
        background = wanted
      } else {
        report(entry.line, "background is 'dark' or 'light', not '\(shortened(entry.value))'")
      }
    default:
      report(
        entry.line,
        "'\(shortened(entry.name))' stands before the first [part]; known here are name, based-on "
          + "and background")
    }
  }

  mutating func forgetLineNumbers() {
    for name in roles.keys { roles[name]?.line = nil }
  }

  /// Reads a line such as `ink = grey ; 252 ; #d0d0d0`.
  private mutating func colour(_ entry: LineFile.Entry) {
    if ColourName(name: entry.name) != nil {
      report(entry.line, "'\(entry.name)' is one of the sixteen names and cannot be changed")
      return
    }
    let forms = LineFile.pieces(of: entry.value, at: ";", keepingEmpty: true)
    guard (1...3).contains(forms.count), let basic = basicName(forms[0], entry) else {
      if forms.count > 3 {
        report(entry.line, "a colour has three forms: name ; 0-255 ; #rrggbb")
      }
      return
    }
    var indexed: UInt8?
    if forms.count > 1, !forms[1].isEmpty {
      guard let number = UInt8(forms[1]) else {
        report(entry.line, "'\(shortened(forms[1]))' is not a number from 0 to 255")
        return
      }
      indexed = number
    }
    var rgb: RGB?
    if forms.count > 2, !forms[2].isEmpty {
      guard let value = RGB(hex: forms[2]) else {
        report(entry.line, "'\(shortened(forms[2]))' is not a colour of the form #d0d0d0")
        return
      }
      rgb = value
    }
    colours[entry.name] = Theme.Colour(basic: basic, indexed: indexed, rgb: rgb)
  }

  private mutating func basicName(_ name: String, _ entry: LineFile.Entry) -> ColourName? {
    if let basic = ColourName(name: name) { return basic }
    let hint = nearest(to: name.lowercased(), among: ColourName.names)
    report(
      entry.line,
      "no colour is called '\(shortened(name))'."
        + (hint.map { " Did you mean '\($0)'?" }
          ?? " Known are \(ColourName.names.joined(separator: " "))."))
    return nil
  }

  /// Reads a line such as `list.cursor = paper on calm, bold`.
  private mutating func role(_ entry: LineFile.Entry) {
    guard isRole(entry) else { return }
    var role = Role(foreground: nil, background: nil, attributes: [], line: entry.line)
    for (index, part) in LineFile.pieces(of: entry.value, at: ",").enumerated() {
      let words = part.lowercased()
      if let attribute = Attributes(name: words) {
        role.attributes.formUnion(attribute)
      } else if index == 0 {
        let pair = LineFile.pieces(of: words, at: " ")
        guard pair.count == 1 || (pair.count == 3 && pair[1] == "on") else {
          report(entry.line, "write a role as: colour on colour, bold")
          return
        }
        role.foreground = pair[0]
        role.background = pair.count == 3 ? pair[2] : nil
      } else {
        report(entry.line, "'\(shortened(words))' is not bold, underline, reverse or plain")
        return
      }
    }
    roles[entry.name] = role
  }

  private mutating func plainRole(_ entry: LineFile.Entry) {
    guard isRole(entry) else { return }
    var attributes: Attributes = []
    for part in LineFile.pieces(of: entry.value, at: ",") {
      let word = part.lowercased()
      guard let attribute = Attributes(name: word) else {
        report(
          entry.line,
          "'\(shortened(word))' is not bold, underline, reverse or plain; without colour "
            + "there is nothing else")
        return
      }
      attributes.formUnion(attribute)
    }
    plain[entry.name] = attributes
  }

  private mutating func isRole(_ entry: LineFile.Entry) -> Bool {
    let name = entry.name.hasSuffix(".*") ? String(entry.name.dropLast(2)) : entry.name
    if Tone.givenNames.contains(name) { return true }
    let hint = nearest(to: name, among: Tone.allCases.map(\.name))
    report(
      entry.line,
      "no role '\(shortened(entry.name))'." + (hint.map { " Did you mean '\($0)'?" } ?? ""))
    return false
  }

  private mutating func symbol(_ entry: LineFile.Entry) {
    guard let symbol = Symbol(name: entry.name) else {
      let hint = nearest(to: entry.name, among: Symbol.allCases.map(\.name))
      report(
        entry.line,
        "no line or mark '\(shortened(entry.name))'."
          + (hint.map { " Did you mean '\($0)'?" } ?? ""))
      return
    }
    let scalars = entry.value.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, ThemeBuilder.isCommon(scalar) else {
      report(
        entry.line,
        "'\(shortened(entry.value))' is not a line character that every terminal font has")
      return
    }
    symbols[Int(symbol.rawValue)] = scalar
  }

  /// One cell wide, and in the fonts of PuTTY and of the Linux console.
  private static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    if (0x21...0x7E).contains(scalar.value) { return true }
    return "─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬█▀▄▌▐░▒▓■▲▼►◄↑↓←→•·…¿¶§×»«¦"
      .unicodeScalars.contains(scalar)
  }

  // MARK: Putting together

  mutating func finish() -> ThemeLoad {
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    if !problems.isEmpty { return ThemeLoad(theme: nil, problems: problems) }
    let chains = Tone.allCases.map(ThemeBuilder.chain)
    let theme = Theme(
      name: name, background: background, looks: chains.map(look),
      plain: chains.map(plainAttributes), symbols: symbols)
    return ThemeLoad(theme: theme, problems: [])
  }

  private mutating func checkColours() {
    let wrong = roles.filter { role in
      role.value.line != nil && role.value.colours.contains { found($0) == nil }
    }
    for (name, role) in wrong.sorted(by: { $0.key < $1.key }) {
      for colour in role.colours where found(colour) == nil {
        let known = colours.keys.sorted() + ColourName.names
        let hint = nearest(to: colour, among: known).map { " Did you mean '\($0)'?" } ?? ""
        report(
          role.line,
          "'\(shortened(name))' uses the colour '\(shortened(colour))', which is not given."
            + hint)
      }
    }
  }

  private func found(_ colour: String) -> Theme.Colour? {
    colours[colour]
      ?? ColourName(name: colour).map { Theme.Colour(basic: $0, indexed: nil, rgb: nil) }
  }

  private func plainAttributes(of chain: [String]) -> Attributes {
    chain.lazy.compactMap { plain[$0] }.first ?? []
  }

  /// The names that may say how a tone looks, the nearest first.
  private static func chain(_ tone: Tone) -> [String] {
    var names = [tone.name]
    for ancestor in tone.ancestors { names += [ancestor + ".*", ancestor] }
    return names + ["text"]
  }

  /// The attributes of the nearest role that is given; each colour from the nearest that names it.
  private func look(of chain: [String]) -> Theme.Look {
    let given = chain.compactMap { roles[$0] }
    let own = Theme.Colour(basic: .terminal, indexed: nil, rgb: nil)
    return Theme.Look(
      foreground: given.lazy.compactMap(\.foreground).first.flatMap(found) ?? own,
      background: given.lazy.compactMap(\.background).first.flatMap(found) ?? own,
      attributes: given.first?.attributes ?? [])
  }
}
