package import CaseRules

/// What lies over a form and takes the keys until it is closed.
package enum FormPopup: Equatable, Sendable {
  case choices(ChoicesPopup)
  case calendar(CalendarPopup)
  case links(LinksPopup)
  case jump(JumpPopup)
  case paste(PasteQuestion)
  case discard(DiscardQuestion)
}

/// One answer of a list.
package struct AnswerOption: Equatable, Sendable {
  package let code: String
  package let label: String
  /// Other words that find it, told on request.
  package let synonyms: [String]

  init(_ code: Code) {
    self.code = code.code
    label = code.words
    synonyms = code.synonyms
  }
}

/// The answers of a list, narrowed by what is typed.
package struct ChoicesPopup: Equatable, Sendable {
  package let place: FieldPlace
  /// What typed words are looked for in, and the day that says what may be picked.
  let list: CodeList
  let day: CalendarDate
  /// Every answer that may be picked, in the order of the list.
  package let all: [AnswerOption]
  /// Those that fit, best first.
  package internal(set) var options: [AnswerOption]
  package internal(set) var at: Int
  /// Set where several answers may be ticked; otherwise the field's own text narrows.
  package internal(set) var several: Several?
  /// Whether the answer under the cursor is being explained.
  package internal(set) var explains = false
  /// The words that no answer fits; the whole list is shown instead, and nothing of it is under the
  /// hand before the worker moves there.
  package internal(set) var missed: String?
  /// Where the worker was going when the list opened by itself.
  let onward: FormMove?
  /// What the field said when it opened, in ticks and words.
  var opened = ""

  init(place: FieldPlace, of list: CodeList, on day: CalendarDate, onward: FormMove?) {
    self.place = place
    self.list = list
    self.day = day
    self.onward = onward
    all = list.pickable(on: day).map(AnswerOption.init)
    options = all
    at = 0
  }

  package struct Several: Equatable, Sendable {
    package internal(set) var query: TypedText
    /// Codes in the order of the list.
    package internal(set) var ticked: [String]
    /// What else stands in the field: words that cannot be read, and codes that are picked no more.
    var kept: [String] = []
    /// Whether something was ticked with these words: they have found what they were typed for.
    var isFound = false

    /// The words that were typed for an answer that is not ticked yet; nil where there are none.
    package var wanted: String? {
      let words = query.text.trimmed
      return words.isEmpty || isFound ? nil : words
    }

    /// What the field says: nothing that was typed is left out.
    var answer: String { (ticked + kept + [wanted].compactMap(\.self)).joined(separator: ", ") }
  }

  package var total: Int { all.count }
  /// What Enter ticks where several answers may be: the one that was typed for.
  package var wanted: AnswerOption? { several?.wanted == nil ? nil : current }
  package var current: AnswerOption? { options.indices.contains(at) ? options[at] : nil }
}

/// A month to pick a day from.
package struct CalendarPopup: Equatable, Sendable {
  package var place: FieldPlace
  package var day: CalendarDate
  package var today: CalendarDate
  /// The holidays of the month that is shown.
  package var holidays: [BankHoliday]
}

/// The records that fit what stands in a field.
package struct LinksPopup: Equatable, Sendable {
  package var place: FieldPlace
  package var hits: [LookUpHit]
  package var at: Int
  /// Still being looked up; nothing can be taken until it is there to be seen.
  package var isLooking: Bool
  /// What stands there is left of something longer.
  var isErased = false
  /// Opened by Enter or Tab behind words: the only record that they name is taken without being asked
  /// for again.
  package internal(set) var takesTheOnly = false
  /// The words that nothing on file fits; the whole list is shown instead, and nothing of it is
  /// under the hand before the worker moves there.
  package internal(set) var missed: String?

  /// Whether it is not yet known if the words name one record: keys that come now are for what follows.
  package var isAboutToTake: Bool { takesTheOnly && isLooking }

  package var current: LookUpHit? {
    !isLooking && hits.indices.contains(at) ? hits[at] : nil
  }
}

/// Finding a question by its number or its words.
package struct JumpPopup: Equatable, Sendable {
  package var query: TypedText
  package var matches: [FieldCode]
  package var at: Int
}

/// A long paste waits for a yes.
package struct PasteQuestion: Equatable, Sendable {
  package var text: String
  package var pastes: Bool

  /// Longer than this, in characters, is asked about.
  package static let askAbove = 2000
}

/// Throwing away a draft waits for a yes; the safe answer is chosen at first.
package struct DiscardQuestion: Equatable, Sendable {
  package var discards: Bool
}

/// A way on from a field.
package enum FormMove: Equatable, Sendable {
  case next, previous, enter, up, down
  case nextSection, previousSection
  case to(FieldPlace)
  case save
}
