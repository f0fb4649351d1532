import CaseApp
import CaseRules
import TextScreen

/// The line above a list: what it is, what narrows it, and how much of it there is.
struct ListHead {
  let title: String
  let narrow: String
  /// "only State: In prison".
  let only: String?
  /// What is said beside the title, the fullest first.
  let wordings: [String]
  let isFocused: Bool

  init(list: some ListPlace, isFocused: Bool) {
    title = list.title
    narrow = list.narrow
    only = list.onlyWords
    self.isFocused = isFocused
    wordings = list.headWordings.isEmpty ? [ListHead.counts(list)] : list.headWordings
  }

  private static func counts(_ list: some ListPlace) -> String {
    var parts: [String] = []
    if list.changedCount > 0 { parts.append("\(list.changedCount) changed *") }
    if list.tickedCount > 0 { parts.append("\(list.tickedCount) ticked") }
    let isNarrowed = (!list.narrow.isEmpty || list.onlyWords != nil) && !list.isWindow
    parts.append(isNarrowed ? "\(list.shownCount) of \(list.total.text)" : list.total.text)
    return parts.joined(separator: "   ")
  }

  /// The fullest wording that there is room for; of the shortest as many parts as fit, and that there
  /// are more.
  private static func fitting(_ wordings: [String], to room: Int) -> String {
    if let whole = wordings.first(where: { displayWidth($0) <= room }) { return whole }
    let words = wordings.last ?? ""
    var parts = words.split(separator: ", ")[...]
    while parts.count > 1 {
      parts = parts.dropLast()
      let shorter = parts.joined(separator: ", ") + " ..."
      if displayWidth(shorter) <= room { return shorter }
    }
    return words
  }

  func draw(in area: Area) {
    let tone: Tone = isFocused ? .borderFocus : .border
    area.horizontalLine(row: 0, tone: tone, symbol: isFocused ? .focusHorizontal : .horizontal)
    let right = ListHead.fitting(
      wordings, to: area.columns - displayWidth(title) - (isFocused ? 11 : 9))
    let width = displayWidth(right)
    let start = max(2, area.columns - width - 4)
    area.write(" \(right) ", column: start, tone: tone)
    let room = max(0, start - 3)
    var end = area.write(
      isFocused ? " > \(title) " : " \(title) ", column: 1, tone: isFocused ? .textStrong : tone,
      width: min(room, displayWidth(title) + 4))
    if let only, end + 6 < start {
      let words = truncated(only, to: max(0, start - end - 4))
      end = area.write(" \(words) ", column: end + 1, tone: .textMatch)
    }
    guard !narrow.isEmpty, end + 6 < start else { return }
    area.write(
      " Narrow: \(narrow)_ ", column: end + 1, tone: .textMatch, width: max(0, start - end - 2))
  }
}
