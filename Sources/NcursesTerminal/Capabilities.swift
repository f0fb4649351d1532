import CNcurses
import TextScreen

/// What the description of the terminal says.
struct Capabilities {
  let colours: Int
  let isTrueColour: Bool
  let canPlaceCursor: Bool
  /// The sequences of its keys.
  let keys: [[UInt8]: Key]
  /// Erases what can be scrolled back to; empty where there is no such thing.
  let eraseScrollback: [UInt8]
  /// Puts everything back and blanks the screen, without ncurses: for faults.
  let farewell: [UInt8]
  /// Both empty where the terminal cannot do it.
  let saveCursor: [UInt8]
  let restoreCursor: [UInt8]

  /// What the system's description of that name says; nil when there is none.
  init?(of name: String) {
    guard shim_describe(name, 1) > 0 else { return nil }
    self.init()
  }

  /// Reads the description set up last.
  init() {
    colours = Int(shim_number("colors"))
    isTrueColour = shim_flag("RGB") != 0
    canPlaceCursor = shim_string("cup") != nil
    eraseScrollback = Capabilities.bytes("E3")
    var table: [[UInt8]: Key] = [:]
    for (name, key) in Capabilities.keyNames {
      let sequence = Capabilities.bytes(name)
      if sequence.count > 2 { table[sequence] = key }
    }
    keys = table
    let canKeepCursor = shim_string("sc") != nil && shim_string("rc") != nil
    saveCursor = canKeepCursor ? Capabilities.bytes("sc") : []
    restoreCursor = canKeepCursor ? Capabilities.bytes("rc") : []
    farewell =
      PasteMarks.off + Capabilities.bytes("sgr0") + Capabilities.bytes("op")
      + Capabilities.bytes("clear") + eraseScrollback
      + Capabilities.bytes("rmcup") + Capabilities.bytes("rmkx") + Capabilities.bytes("cnorm")
  }

  /// The string of a capability without its padding marks.
  private static func bytes(_ name: String) -> [UInt8] {
    guard let string = shim_string(name) else { return [] }
    var bytes = Array(String(cString: string).utf8)
    while let start = bytes.firstIndex(of: UInt8(ascii: "$")), start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "<"),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }

  private static let keyNames: [(String, Key)] = [
    ("kf1", .function(1)), ("kf2", .function(2)), ("kf3", .function(3)), ("kf4", .function(4)),
    ("kf5", .function(5)), ("kf6", .function(6)), ("kf7", .function(7)), ("kf8", .function(8)),
    ("kf9", .function(9)), ("kf10", .function(10)), ("khome", .home), ("kend", .end),
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kdch1", .delete),
    ("knp", .pageDown), ("kpp", .pageUp), ("kcbt", .shiftTab), ("kent", .enter),
  ]
}

/// Switching the marking of pasted text.
enum PasteMarks {
  static let on = Array("\u{1B}[?2004h".utf8)
  static let off = Array("\u{1B}[?2004l".utf8)
}
