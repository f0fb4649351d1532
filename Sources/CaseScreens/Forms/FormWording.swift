import CaseApp
import CaseRules
import TextScreen

/// What a form says besides its questions.
enum FormWording {
  // Buttons; their first letters press them.
  static let discard = "Discard"
  static let keep = "Keep"
  static let paste = "Paste"
  static let leaveOut = "Leave out"

  // MARK: Marks

  static func mark(of force: Finding.Force) -> String {
    switch force {
    case .blocks: "!"
    case .warns: "?"
    case .flags: "+"
    case .shows: "i"
    }
  }

  static func tone(of force: Finding.Force) -> Tone {
    switch force {
    case .blocks: .fieldError
    case .warns, .flags: .fieldWarn
    case .shows: .info
    }
  }

  static func mark(of problem: FieldRow.Problem) -> String {
    switch problem {
    case .none: ""
    case .error: "!"
    case .warning: "?"
    case .changedByOther: "#"
    }
  }

  static func tone(of problem: FieldRow.Problem) -> Tone {
    switch problem {
    case .none: .fieldLabel
    case .error: .fieldError
    case .warning: .fieldWarn
    case .changedByOther: .fieldChanged
    }
  }

  /// The sign in the margin; what is being typed is not judged before it is left.
  static func problem(at place: FieldPlace, in state: FormFeature.State) -> FieldRow.Problem {
    if state.place == place, state.isEditing { return .none }
    let forces = state.shownFindings(at: place).map(\.force)
    if forces.contains(.blocks) { return .error }
    if forces.contains(.warns) { return .warning }
    return state.changedByOthers.contains(place) ? .changedByOther : .none
  }

  // MARK: Beside the answer

  /// What stands to the right of an answer: what is wrong, how it was read, where it comes from.
  static func note(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State, _ keys: FormKeyNames,
    room: Int = .max
  ) -> (words: String, tone: Tone?) {
    if state.place == place, state.popup != nil { return ("", nil) }
    if state.lookUps.isLooking(at: place) { return ("...", .textQuiet) }
    if state.place == place, state.isEditing { return (counter(kind, in: state), .fieldWarn) }
    if let finding = state.shownFindings(at: place).min(by: { $0.force < $1.force }) {
      if finding.force == .blocks, let words = linkWords(at: place, kind, in: state, keys) {
        return (words, .fieldError)
      }
      return (words(of: finding, at: place, in: state), tone(of: finding.force))
    }
    let words = readBack(at: place, kind, in: state)
    if state.carried.contains(place), let source = state.opened.sources[place.field] {
      return (words.isEmpty ? source : words + "   " + source, .fieldCarried)
    }
    if case .value(.link(let ref), _)? = state.reading(at: place) {
      return (fitting(words, ref, to: room), nil)
    }
    return (words, nil)
  }

  /// Past the length limit the letters too many are counted, nothing is refused.
  private static func counter(_ kind: FieldKind, in state: FormFeature.State) -> String {
    let most: Int
    switch kind {
    case .text(let max), .longText(let max), .identifier(let max): most = max
    case .name, .date, .dateTime, .time, .duration, .money, .number, .decimal, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone:
      return ""
    }
    guard most > 0, state.box.bytes > most else { return "" }
    let count = state.box.before.count + state.box.after.count
    return count > most ? "\(count - most) too many" : ""
  }

  /// A text that cannot be read is said in plain words; a rule is named with its ID (GEN-009).
  static func isAboutReading(
    _ finding: Finding, at place: FieldPlace, in state: FormFeature.State
  ) -> Bool {
    guard finding.rule == state.form.requiredBy, finding.force == .blocks else { return false }
    switch state.reading(at: place) {
    case .problem, .choices: return true
    case .value, .empty, nil: return false
    }
  }

  static func words(
    of finding: Finding, at place: FieldPlace, in state: FormFeature.State
  ) -> String {
    isAboutReading(finding, at: place, in: state) ? finding.words : finding.display
  }

  /// Links say how many records fit, and how to choose one.
  static func linkWords(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State, _ keys: FormKeyNames
  ) -> String? {
    guard kind.linkKinds != nil, let count = state.lookUps.fitting[place] else { return nil }
    switch count {
    case 0: return "Nothing on file fits"
    case 1: return "1 fits: \(Key.enter.spelling) there chooses it"
    default: return "\(count) fit: \(Key.enter.spelling) shows them"
    }
  }

  /// The same with room for what to do.
  static func linkHint(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State, _ keys: FormKeyNames
  ) -> String? {
    guard let words = linkWords(at: place, kind, in: state, keys) else { return nil }
    guard state.lookUps.fitting[place] == 0 else { return words + ". Check it is the right one" }
    return words + ". Type other words" + (newRecordWords(state, keys).map { ", or \($0)" } ?? "")
  }

  /// "Nobody on file fits “xqzzy”", of what was typed into a link.
  static func noneFits(_ popup: LinksPopup, _ state: FormFeature.State) -> String {
    let kinds = state.sheet.kind(at: popup.place)?.linkKinds ?? []
    let who = kinds.contains { $0 == .person || $0 == .worker || $0 == .officer }
    let typed = truncated((popup.missed ?? state.box.text).trimmed, to: 16)
    return (who ? "Nobody" : "Nothing") + " on file fits “\(typed)”"
  }

  /// "Nothing fits “xqzzy”", of what was typed into a list of answers.
  static func noneFits(_ typed: String) -> String {
    "Nothing fits “\(truncated(typed.trimmed, to: 16))”"
  }

  /// People are found by what is typed, never listed: a field without words has asked for nobody.
  static func isUnasked(_ popup: LinksPopup, _ state: FormFeature.State) -> Bool {
    isOfPeople(popup, state) && popup.hits.isEmpty && !popup.isLooking
      && state.box.text.trimmed.isEmpty
  }

  /// "Type name, birth or number": what a record is found by.
  static func askedFor(_ popup: LinksPopup, _ state: FormFeature.State) -> String {
    isOfPeople(popup, state) ? "Type name, birth or number" : "Type name or number"
  }

  static func isOfPeople(_ popup: LinksPopup, _ state: FormFeature.State) -> Bool {
    state.sheet.kind(at: popup.place)?.linkKinds?.contains(.person) ?? false
  }

  /// "Ctrl+N adds a person", where the field may need one that is not on file.
  static func newRecordWords(_ state: FormFeature.State, _ keys: FormKeyNames) -> String? {
    guard let form = state.formForNewRecord.flatMap(FormCatalogue.form) else { return nil }
    if state.isAnsweredByRecord {
      return "\(keys.name("new")) records it and comes back (\(form.title.lowercasedFirst))"
    }
    return "\(keys.name("new")) adds a new one (\(form.title.lowercasedFirst))"
  }

  /// The answer as it was understood, without what the brackets say already.
  static func readBack(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State
  ) -> String {
    guard case .value(let answer, let words)? = state.reading(at: place) else { return "" }
    if case .link(let ref) = answer { return state.facts.names[ref] ?? "" }
    let raw = answer.raw
    if words.lowercased() == raw.lowercased() { return "" }
    switch answer {
    case .code: return label(of: raw, in: words)
    case .date, .dateTime: return without(raw, words)
    case .text, .partialDate, .time, .number, .decimal, .money, .minutes, .yesNo, .codes, .link:
      return words
    }
  }

  /// "Sun, today" of "Sun 29/11/2026 16:38, today": the rest stands in the brackets.
  private static func without(_ raw: String, _ words: String) -> String {
    guard let found = words.firstRange(of: " " + raw) else { return words }
    return String(words[..<found.lowerBound] + words[found.upperBound...])
  }

  /// A record's name where there is little room: the number stands in the brackets, and the birth
  /// date is the last thing to go.
  static func fitting(_ name: String, _ ref: RecordRef, to room: Int) -> String {
    guard displayWidth(name) > room else { return name }
    var words = name
    if words.hasSuffix(", \(ref.text)") { words.removeLast(ref.text.count + 2) }
    if displayWidth(words) > room, words.hasSuffix(")"), let age = words.lastIndex(of: "(") {
      words = String(words[..<age].dropLast())
    }
    guard displayWidth(words) > room, let birth = words.firstRange(of: ", born ") else {
      return words
    }
    let rest = ", " + words[birth.upperBound...]
    return truncated(String(words[..<birth.lowerBound]), to: max(4, room - displayWidth(rest)))
      + rest
  }

  /// "Heroin" of "HER  Heroin".
  private static func label(of code: String, in words: String) -> String {
    guard words.hasPrefix(code) else { return words }
    return String(words.dropFirst(code.count).drop { $0 == " " })
  }

  /// The answer in words alone: for cells, for checking, for comparing.
  static func words(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State
  ) -> String {
    let text = state.draft[place]
    guard case .value(let answer, let words)? = state.reading(at: place) else { return text }
    switch answer {
    case .link(let ref): return state.facts.names[ref] ?? text
    case .yesNo(let answer): return answer.words
    case .code(let code):
      let label = label(of: code, in: words)
      return label.lowercased() == code.lowercased() ? label : code + " " + label
    case .codes, .minutes: return words
    case .text, .date, .partialDate, .dateTime, .time, .number, .decimal, .money: return text
    }
  }

  /// The answer with everything it was read as, for the page that shows all answers.
  static func fullWords(
    at place: FieldPlace, _ kind: FieldKind, in state: FormFeature.State
  ) -> String {
    let words = words(at: place, kind, in: state)
    guard case .value(let answer, let readBack)? = state.reading(at: place) else { return words }
    switch answer {
    case .date, .dateTime, .partialDate: return readBack
    case .number, .decimal, .money: return readBack.isEmpty ? words : readBack
    case .text, .time, .minutes, .yesNo, .code, .codes, .link: return words
    }
  }

  // MARK: Sections

  static func status(_ status: SectionStatus) -> (words: String, tone: Tone) {
    switch status {
    case .notStarted: ("not started", .textQuiet)
    case .lookedAt: ("looked at", .textQuiet)
    case .begun(0): ("to look at", .info)
    case .begun(let missing): ("\(missing) to answer", .info)
    case .toFix(let count): ("\(count) to fix", .fieldError)
    case .done: ("done", .ok)
    }
  }

  /// "done 1 2", "to fix 3", "not started 5 6": the sections by how far they are.
  static func statusGroups(_ state: FormFeature.State) -> [(words: String, tone: Tone)] {
    let statuses = state.form.sections.indices.map { state.status(ofSection: $0) }
    let groups: [(String, Tone, (SectionStatus) -> Bool)] = [
      ("done", .ok, { $0 == .done }),
      ("to fix", .fieldError, { if case .toFix = $0 { true } else { false } }),
      ("begun", .info, { if case .begun = $0 { true } else { false } }),
      ("looked at", .text, { $0 == .lookedAt }),
      ("not started", .text, { $0 == .notStarted }),
    ]
    return groups.compactMap { words, tone, belongs in
      let numbers = statuses.indices.filter { belongs(statuses[$0]) }.map { String($0 + 1) }
      return numbers.isEmpty ? nil : ([words] + numbers).joined(separator: " ").toned(tone)
    }
  }
}

extension String {
  fileprivate func toned(_ tone: Tone) -> (words: String, tone: Tone) { (self, tone) }
}
