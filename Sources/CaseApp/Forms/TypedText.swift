/// A text being typed into, split at the caret, so that a key costs the same in a long text.
///
/// Whole letters only: an accent typed or pasted after its letter stays with it.
package struct TypedText: Equatable, Sendable {
  /// What stands before the caret.
  package private(set) var before: String
  /// What stands after the caret.
  package private(set) var after: String
  /// True on arrival: the next letter replaces everything, an arrow keeps it.
  package private(set) var isSelected: Bool

  /// The most a box holds, in bytes of UTF-8; more is never taken, and the worker is told.
  package static let mostBytes = 65_536

  /// A box as somebody arrives in it: the caret at the end, a text that was there selected.
  package init(arrivingAt text: String = "") {
    before = text
    after = ""
    isSelected = !text.isEmpty
  }

  package init(before: String, after: String = "") {
    self.before = before
    self.after = after
    isSelected = false
  }

  package var text: String { after.isEmpty ? before : before + after }
  package var isEmpty: Bool { before.isEmpty && after.isEmpty }
  package var bytes: Int { before.utf8.count + after.utf8.count }

  /// How many bytes more the box can take, once a selected text has made room.
  package var room: Int { TypedText.mostBytes - (isSelected ? 0 : bytes) }

  /// Keeps the text that was there on arrival; the caret stays where it is.
  package mutating func keep() { isSelected = false }

  /// Puts a text in at the caret, or in place of what is selected; false when it is too much.
  package mutating func insert(_ text: String) -> Bool {
    guard text.utf8.count <= room else { return false }
    if isSelected { clear() }
    before += text
    joinLetterAtCaret()
    return true
  }

  package mutating func clear() {
    before = ""
    after = ""
    isSelected = false
  }

  /// Backspace: the letter before the caret, or everything that is selected.
  package mutating func deleteBack() {
    if isSelected { return clear() }
    if !before.isEmpty { before.removeLast() }
    joinLetterAtCaret()
  }

  /// Delete: the letter after the caret, or everything that is selected.
  package mutating func deleteAhead() {
    if isSelected { return clear() }
    if !after.isEmpty { after.removeFirst() }
    joinLetterAtCaret()
  }

  package mutating func deleteWordBack() {
    if isSelected { return clear() }
    before = String(before[..<TypedText.wordStart(before)])
    joinLetterAtCaret()
  }

  package mutating func deleteWordAhead() {
    if isSelected { return clear() }
    after = String(after[TypedText.wordEnd(after)...])
    joinLetterAtCaret()
  }

  /// Everything from the caret on.
  package mutating func deleteToEnd() {
    if isSelected { return clear() }
    after = ""
  }

  package mutating func move(_ move: CaretMove) {
    isSelected = false
    switch move {
    case .left:
      if let letter = before.popLast() { after.insert(letter, at: after.startIndex) }
    case .right:
      if let letter = after.first {
        after.removeFirst()
        before.append(letter)
      }
    case .wordLeft: split(at: TypedText.wordStart(before), of: before, rest: after)
    case .wordRight:
      let end = TypedText.wordEnd(after)
      before += after[..<end]
      after = String(after[end...])
    case .start:
      after = before + after
      before = ""
    case .end:
      before += after
      after = ""
    }
  }

  /// Puts the caret after so many letters, or at the end of a shorter text.
  package mutating func place(after letters: Int) {
    let whole = text
    let index =
      whole.index(whole.startIndex, offsetBy: max(0, letters), limitedBy: whole.endIndex)
      ?? whole.endIndex
    before = String(whole[..<index])
    after = String(whole[index...])
    isSelected = false
  }

  private mutating func split(at index: String.Index, of whole: String, rest: String) {
    before = String(whole[..<index])
    after = whole[index...] + rest
  }

  /// An accent left alone at the start of what follows belongs to the letter before the caret.
  private mutating func joinLetterAtCaret() {
    while let last = before.last, let next = after.first, (String(last) + String(next)).count == 1 {
      after.removeFirst()
      before += String(next)
    }
  }

  /// Back over spaces, then over the word.
  private static func wordStart(_ text: String) -> String.Index {
    var index = text.endIndex
    while index > text.startIndex, text[text.index(before: index)].isWhitespace {
      index = text.index(before: index)
    }
    while index > text.startIndex, !text[text.index(before: index)].isWhitespace {
      index = text.index(before: index)
    }
    return index
  }

  /// On over the word, then over the spaces after it.
  private static func wordEnd(_ text: String) -> String.Index {
    var index = text.startIndex
    while index < text.endIndex, !text[index].isWhitespace { index = text.index(after: index) }
    while index < text.endIndex, text[index].isWhitespace { index = text.index(after: index) }
    return index
  }
}

/// A step of the caret inside one box.
package enum CaretMove: Equatable, Sendable, CaseIterable {
  case left, right, wordLeft, wordRight, start, end
}

extension TypedText {
  /// The keys of a plain line of text.
  mutating func take(_ action: FormFeature.Action) {
    switch action {
    case .typed(let text), .pasted(let text): if !insert(PastedText.oneLine(text)) { return }
    case .edited(.deletedBack): deleteBack()
    case .edited(.deletedAhead): deleteAhead()
    case .edited(.deletedWordBack): deleteWordBack()
    case .edited(.deletedWordAhead): deleteWordAhead()
    case .edited(.deletedToEnd): deleteToEnd()
    case .edited(.cleared): clear()
    case .edited(.caret(let move)): self.move(move)
    case .edited(.lineBroken), .edited(.caretPlaced): break
    case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
  }
}
