/// A line of a wrapped text and where it comes from.
package struct WrappedLine: Hashable, Sendable {
  package let text: String
  /// Position of its first letter in the whole text, counted in characters.
  package let start: Int
  /// How many characters of the text it stands for, the blank or line break it was cut at left out.
  package let count: Int

  package var end: Int { start + count }
}

/// The text in lines of at most `width` cells, cut at blanks where there are any.
///
/// Line breaks in the text start new lines. Always at least one line; every character of the text
/// belongs to a line or is the blank or break between two.
package func wrapped(_ text: String, to width: Int) -> [WrappedLine] {
  let width = max(1, width)
  var lines: [WrappedLine] = []
  var position = 0
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if let count = wrapPlain(paragraph, from: position, width, into: &lines) {
      position += count + 1
      continue
    }
    let letters = Array(paragraph)
    wrap(letters, from: position, width, into: &lines)
    position += letters.count + 1
  }
  return lines
}

/// Nearly all text is printable ASCII: one byte is one letter and one cell, so bytes are counted.
///
/// Answers with the number of letters; nil, having done nothing, for any other text.
private func wrapPlain(
  _ paragraph: Substring, from position: Int, _ width: Int, into lines: inout [WrappedLine]
) -> Int? {
  paragraph.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
    guard isPrintableASCII(bytes) else { return nil }
    var start = 0
    repeat {
      var end = min(start + width, bytes.count)
      var next = end
      if end < bytes.count {
        if bytes[end] == 0x20 {
          next = end + 1
        } else if let blank = bytes[start..<end].lastIndex(of: 0x20), blank > start {
          end = blank
          next = blank + 1
        }
      }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      lines.append(WrappedLine(text: text, start: position + start, count: end - start))
      start = next
    } while start < bytes.count
    return bytes.count
  } ?? nil
}

private func wrap(
  _ letters: [Character], from position: Int, _ width: Int, into lines: inout [WrappedLine]
) {
  var start = 0
  repeat {
    let fitting = fit(letters, from: start, width)
    var end = fitting
    var next = fitting
    if fitting < letters.count {
      if letters[fitting] == " " {
        next = fitting + 1
      } else if let blank = letters[start..<fitting].lastIndex(of: " "), blank > start {
        end = blank
        next = blank + 1
      }
    }
    lines.append(
      WrappedLine(
        text: String(letters[start..<end]), start: position + start, count: end - start))
    start = next
  } while start < letters.count
}

/// The end of the letters from `start` that fit; at least one.
private func fit(_ letters: [Character], from start: Int, _ width: Int) -> Int {
  var (end, used) = (start, 0)
  while end < letters.count {
    used += displayWidth(String(letters[end]))
    if used > width { break }
    end += 1
  }
  return max(end, min(start + 1, letters.count))
}
