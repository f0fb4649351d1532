/// How many cells the text takes when it is drawn in one line.
package func displayWidth(_ text: String) -> Int {
  let ascii = text.utf8.withContiguousStorageIfAvailable { isPrintableASCII($0) ? $0.count : nil }
  if let count = ascii ?? nil { return count }
  var width = 0
  forEachLetter(in: text, lines: .one) {
    width += $0.width
    return true
  }
  return width
}

/// The text without anything that could act on a terminal or hide in it.
///
/// Control characters, changes of direction and invisible characters become `¿`, a line break in a
/// place of one line `¶`. Everything printed outside the screen (messages, print-outs, lists) goes
/// through here; what is drawn in an `Area` is treated the same way by itself.
package func displaySafe(_ text: String, lines: Lines) -> String {
  let isPlain = text.utf8.withContiguousStorageIfAvailable { isPrintableASCII($0) }
  if isPlain == true { return text }
  var result = ""
  forEachLetter(in: text, lines: lines) { letter in
    switch letter.shape {
    case .scalar(let scalar): result.unicodeScalars.append(scalar)
    case .cluster(let cluster): result += cluster
    case .symbol(.lineBreak) where lines == .many: result += "\n"
    case .symbol(let symbol): result.unicodeScalars.append(symbol.unicode)
    }
    return true
  }
  return result
}

/// The text cut to a width, with an ellipsis where something is missing.
package func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  if displayWidth(text) <= width { return text }
  let room = width - displayWidth(ellipsis)
  if room < 0 { return String(repeating: ".", count: max(0, width)) }
  var (result, used) = ("", 0)
  for character in text {
    let own = displayWidth(String(character))
    if used + own > room { break }
    result.append(character)
    used += own
  }
  return result + ellipsis
}

/// The text cut or filled up to exactly this width.
package func padded(_ text: String, to width: Int, align: Alignment = .left) -> String {
  let cut = truncated(text, to: width)
  let spare = max(0, width - displayWidth(cut))
  let before =
    switch align {
    case .left: 0
    case .right: spare
    case .centre: spare / 2
    }
  return String(repeating: " ", count: before) + cut
    + String(repeating: " ", count: spare - before)
}
