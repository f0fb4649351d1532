/// Keys that come before what they are about.
extension AppState {
  /// Whether the action has to wait: what it is about was asked for, and is still on its way.
  ///
  /// Whoever types a name and Enter in one go, or pastes, or sits at a line that stutters, means the row
  /// that comes, not the one that happens to stand there; and after F9 the menu that comes.
  package func mustWait(_ action: AppAction) -> Bool {
    guard door == nil else { return false }
    switch action {
    case .pressed(let command, let rows): return isOpening || mustWait(command, rows: rows)
    case .typed: return isOpening || isMenuComing
    case .form(.chose(.back)): return isOpening
    case .form, .pasted: return isOpening || isRecordComing
    case .erased, .menuOpened: return isOpening
    case .started, .minutePassed, .woke, .handRested, .recordsChanged, .answered, .sessionChanged,
      .looksChanged, .idled, .idleWarned, .sessionEnded, .door, .endAsked, .keysPending, .keyCaught,
      .noticed:
      return false
    }
  }

  private var isMenuComing: Bool {
    if case .actions(let menu)? = popup { menu.isAsking } else { false }
  }

  /// Whether the field under the caret waits to hear whom its words name: what is typed behind Tab or
  /// Enter is for the question that follows.
  private var isRecordComing: Bool {
    guard popup == nil, case .form(let form)? = pages.last?.content,
      case .links(let links)? = form.popup
    else { return false }
    return links.isAboutToTake
  }

  private func mustWait(_ command: Command, rows: Int) -> Bool {
    switch command.meaning {
    case .popup: areChoicesComing || isChoiceAboutRow && areRowsComing
    case .moves(let move):
      popup == nil && isFrontAsked && frontPlace?.mustWait(move, rows: rows) == true
    case .begins, .does, .lists, .goes, .opens, .turns, .menu, .inForm, .app:
      isAboutRow(command) && areRowsComing
    }
  }

  /// Whether the row under the hand is not yet the one meant.
  var areRowsComing: Bool { isFrontAsked && frontPlace?.awaitsRows == true }

  /// Whether anything was asked for the list in front: a glance, where to look at the list itself is
  /// to copy it.
  private var isFrontAsked: Bool { tickets.awaitsRows(for: frontRoute(.fresh)) }

  private var areChoicesComing: Bool {
    switch popup {
    case .find(let find): find.isAsking
    case .palette(let palette): palette.isAsking && palette.current == nil
    case .actions(let menu): menu.isAsking
    case .menu, .filter, .chooser, .help, .reader, .question, nil: false
    }
  }

  /// A command by its name is as much about the row as one by its key.
  private var isChoiceAboutRow: Bool {
    guard case .palette(let palette)? = popup, case .command(let command, _)? = palette.current
    else { return false }
    return isAboutRow(command)
  }
}

extension ListPlace {
  fileprivate func mustWait(_ move: ListMove, rows: Int) -> Bool {
    awaitsRows || listing.isReadingOn && listing.runsOut(move, rows: rows)
  }
}

extension Listing {
  /// Whether a move goes beyond the rows that a long list has read so far.
  fileprivate func runsOut(_ move: ListMove, rows: Int) -> Bool {
    let down: Int
    switch move {
    case .down: down = 1
    case .up: down = -1
    case .pageDown: down = rows
    case .pageUp: down = -rows
    case .halfPageDown: down = rows / 2
    case .halfPageUp: down = -rows / 2
    case .top: return hasBefore
    case .bottom: return hasAfter
    }
    return down > 0 ? hasAfter && cursor + down >= count : hasBefore && cursor + down < 0
  }
}
