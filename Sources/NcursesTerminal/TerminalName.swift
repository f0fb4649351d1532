/// Which description of a terminal to use.
enum TerminalName {
  /// The name itself when it is fit to be one, then what is like it, then the plainest.
  static func candidates(for name: String) -> [String] {
    var names: [String] = []
    if isFit(name) { names.append(name) }
    let modern = ["xterm", "putty", "tmux", "screen", "256", "konsole", "gnome", "rxvt", "kitty"]
    if modern.contains(where: name.lowercased().contains) { names.append("xterm-256color") }
    names.append("vt100")
    return names
  }

  /// Names are letters, digits and a few signs: nothing that could be a path.
  static func isFit(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count < 64 && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "+-._".utf8.contains(byte)
      }
  }
}
