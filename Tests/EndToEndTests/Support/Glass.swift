/// What a terminal would show for the bytes a program has written.
///
/// It knows the sequences that ncurses sends to the terminals of these tests, and keeps the ordinary
/// and the alternate screen apart, as terminals do.
struct Glass {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var isAlternate = false
  private(set) var isCursorShown = true
  private(set) var hasPasteMarks = false
  /// The colours that were asked for, by their numbers: `31`, `48;5;16`.
  private(set) var colours: Set<String> = []
  /// How often everything that can be scrolled back to was erased.
  private(set) var scrollbackErasures = 0

  private var ordinary: [[Character]]
  private var alternate: [[Character]]
  private var row = 0
  private var column = 0
  private var kept = (row: 0, column: 0)
  private var region: ClosedRange<Int>
  private var letters: [UInt8] = []
  private var sequence: [UInt8]?

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    ordinary = Glass.blank(columns, rows)
    alternate = ordinary
    region = 0...(rows - 1)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows on show, without the blanks at their ends.
  var lines: [String] { Glass.lines(isAlternate ? alternate : ordinary) }
  var text: String { lines.joined(separator: "\n") }
  /// The words on the ordinary screen, where a shell goes on.
  var ordinaryWords: String { Glass.words(ordinary) }
  /// The words on the alternate screen, on show or not.
  var alternateWords: String { Glass.words(alternate) }

  private static func lines(_ cells: [[Character]]) -> [String] {
    cells.map { row in
      var text = String(row)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private static func words(_ cells: [[Character]]) -> String {
    lines(cells).joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    region = 0...(rows - 1)
    for screen in [\Glass.ordinary, \Glass.alternate] {
      var cells = self[keyPath: screen].prefix(rows).map { row in
        Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
      }
      cells += Glass.blank(columns, max(0, rows - cells.count))
      self[keyPath: screen] = cells
    }
    row = min(row, rows - 1)
    column = min(column, columns - 1)
  }

  // MARK: Bytes

  mutating func write(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    if byte == 0x1B {
      sequence = []
    } else if sequence != nil {
      sequence?.append(byte)
      if isComplete { obey() }
    } else if byte < 0x20 || byte == 0x7F {
      control(byte)
    } else {
      letters.append(byte)
      let needed = letters[0] >= 0xF0 ? 4 : letters[0] >= 0xE0 ? 3 : letters[0] >= 0xC0 ? 2 : 1
      guard letters.count >= needed else { return }
      for letter in String(decoding: letters, as: UTF8.self) { put(letter) }
      letters = []
    }
  }

  private var isComplete: Bool {
    guard let sequence, let first = sequence.first, let last = sequence.last else { return false }
    switch first {
    case UInt8(ascii: "["): return sequence.count > 1 && (0x40...0x7E).contains(last)
    case UInt8(ascii: "]"): return last == 0x07
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"): return sequence.count == 2
    default: return true
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: column = max(0, min(column, columns) - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: feed()
    case 0x0D: column = 0
    default: break
    }
  }

  private mutating func put(_ letter: Character) {
    let isMark = letter.unicodeScalars.first.map {
      $0.properties.generalCategory == .nonspacingMark
    }
    if isMark == true { return }
    if column >= columns {
      column = 0
      feed()
    }
    let (place, cell) = (row, column)
    change { $0[place][cell] = letter }
    column += 1
  }

  private mutating func change(_ body: (inout [[Character]]) -> Void) {
    if isAlternate { body(&alternate) } else { body(&ordinary) }
  }

  private mutating func feed() {
    if row == region.upperBound { scroll(1) } else { row = min(rows - 1, row + 1) }
  }

  private mutating func scroll(_ count: Int) { shift(from: region.lowerBound, count) }

  /// Moves the rows from there to the end of the region up, or down when negative.
  private mutating func shift(from start: Int, _ count: Int) {
    guard region.contains(start) else { return }
    let (end, empty) = (region.upperBound, Array(repeating: Character(" "), count: columns))
    change { cells in
      for _ in 0..<min(abs(count), end - start + 1) {
        cells.remove(at: count > 0 ? start : end)
        cells.insert(empty, at: count > 0 ? end : start)
      }
    }
  }

  // MARK: Sequences

  private mutating func obey() {
    guard let bytes = sequence, let first = bytes.first else { return }
    sequence = nil
    switch first {
    case UInt8(ascii: "["): bracket(bytes.dropFirst())
    case UInt8(ascii: "7"): kept = (row, column)
    case UInt8(ascii: "8"): (row, column) = kept
    case UInt8(ascii: "D"): feed()
    case UInt8(ascii: "E"):
      column = 0
      feed()
    case UInt8(ascii: "M"):
      if row == region.lowerBound { scroll(-1) } else { row = max(0, row - 1) }
    default: break
    }
  }

  private mutating func bracket(_ bytes: ArraySlice<UInt8>) {
    guard let last = bytes.last else { return }
    let text = String(decoding: bytes.dropLast(), as: UTF8.self)
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let given = numbers.first.flatMap(\.self)
    let count = max(1, given ?? 1)
    switch Character(Unicode.Scalar(last)) {
    case "A": row = max(0, row - count)
    case "B", "e": row = min(rows - 1, row + count)
    case "C", "a": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns) - count)
    case "G", "`": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H", "f":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] ?? 1 : 1)) - 1
    case "J": eraseScreen(given ?? 0)
    case "K": eraseRow(given ?? 0)
    case "X": fill(column..<(column + count))
    case "@": insert(count)
    case "P": delete(count)
    case "L": shift(from: row, -count)
    case "M": shift(from: row, count)
    case "S": scroll(count)
    case "T": scroll(-count)
    case "b": repeatLast(count)
    case "r":
      let end = min(rows, numbers.count > 1 ? numbers[1] ?? rows : rows)
      region = (min(count, end) - 1)...(end - 1)
      (row, column) = (0, 0)
    case "m": note(text)
    case "h", "l": mode(text, isOn: last == UInt8(ascii: "h"))
    default: break
    }
  }

  private mutating func mode(_ text: String, isOn: Bool) {
    for number in text.split(whereSeparator: { $0 == ";" || $0 == "?" }) {
      switch number {
      case "25": isCursorShown = isOn
      case "2004": hasPasteMarks = isOn
      case "47", "1047": isAlternate = isOn
      case "1049":
        isAlternate = isOn
        if isOn { kept = (row, column) } else { (row, column) = kept }
      default: break
      }
    }
  }

  /// Remembers colours, not bold and the like.
  private mutating func note(_ text: String) {
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    if let first = numbers.first, first == 38 || first == 48 { colours.insert(text) }
    for number in numbers
    where (30...37).contains(number) || (40...47).contains(number)
      || (90...97).contains(number) || (100...107).contains(number)
    {
      colours.insert(String(number))
    }
  }

  private mutating func fill(_ range: Range<Int>) {
    let (place, end) = (row, min(range.upperBound, columns))
    change { for cell in min(range.lowerBound, end)..<end { $0[place][cell] = " " } }
  }

  private mutating func eraseRow(_ kind: Int) {
    switch kind {
    case 0: fill(min(column, columns - 1)..<columns)
    case 1: fill(0..<(min(column, columns - 1) + 1))
    default: fill(0..<columns)
    }
  }

  private mutating func eraseScreen(_ kind: Int) {
    if kind == 3 {
      scrollbackErasures += 1
      return
    }
    let here = row
    if kind != 2 { eraseRow(kind) }
    let (columns, rows) = (columns, rows)
    change { cells in
      for place in 0..<rows where kind == 2 || (kind == 0 ? place > here : place < here) {
        cells[place] = Array(repeating: " ", count: columns)
      }
    }
  }

  private mutating func insert(_ count: Int) {
    let (place, start) = (row, min(column, columns - 1))
    change { cells in
      for _ in 0..<min(count, cells[place].count - start) {
        cells[place].insert(" ", at: start)
        cells[place].removeLast()
      }
    }
  }

  private mutating func delete(_ count: Int) {
    let (place, start) = (row, min(column, columns - 1))
    change { cells in
      for _ in 0..<min(count, cells[place].count - start) {
        cells[place].remove(at: start)
        cells[place].append(" ")
      }
    }
  }

  private mutating func repeatLast(_ count: Int) {
    guard column > 0 else { return }
    let letter = (isAlternate ? alternate : ordinary)[row][column - 1]
    for _ in 0..<count { put(letter) }
  }
}
