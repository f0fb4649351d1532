/// What lies over the work and has the keys until it is closed.
package enum Popup: Equatable, Sendable {
  /// The letters behind a key; `keys` opened it.
  case menu(MenuID, keys: [String])
  case actions(ActionsMenu)
  case palette(Palette)
  case find(FindBox)
  case filter(FilterBox)
  case chooser(Chooser)
  case help(HelpBox)
  case reader(Reader)
  case question(Question)
}

/// A key for what lies over the work, besides moving and typing.
package enum PopupKey: Equatable, Sendable {
  case enter, next, previous, erase
}

/// A long text to be read, or the first steps for somebody new.
package struct Reader: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case text(String)
    /// What to try first on the demo file, told with the keys in use.
    case firstSteps
    /// Where a team begins whose file is still empty.
    case newFile
    /// What to say and do when somebody rings about an overdose.
    case overdoseCard
  }

  package var title: String
  package var content: Content
  package var top = 0

  package init(title: String, content: Content) {
    self.title = title
    self.content = content
  }
}

/// Help: this place at first, every key on the second page, or whatever fits what is typed.
package struct HelpBox: Equatable, Sendable {
  package enum Page: Equatable, Sendable {
    case here, allKeys
  }

  package var page = Page.here
  package var search = ""
  package var top = 0
  /// What was said when the help was asked for: a row may not have held all of it.
  package let said: Message?
  /// The box of searching it was asked for in, with what was typed there; closing goes back to it.
  package var find: FindBox?

  package init(said: Message? = nil, find: FindBox? = nil) {
    self.said = said
    self.find = find
  }
}

/// Which of several looks or keymaps is in use; each is shown while the cursor is on it.
package struct Chooser: Equatable, Sendable {
  package let kind: ChooserKind
  package let options: [String]
  /// What was in use before; back returns to it.
  package let before: String
  package var at: Int

  package var current: String? { options.indices.contains(at) ? options[at] : nil }
}

package enum ChooserKind: Equatable, Sendable {
  case theme, keymap, role
}
