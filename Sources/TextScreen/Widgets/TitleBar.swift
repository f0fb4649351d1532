/// The first row: where we are, the marking, and who we are.
///
/// Draw it last, so that nothing else can look like it. The marking is never cut.
package struct TitleBar: Sendable {
  package var left: String
  package var marking: String
  package var right: String

  package init(left: String, marking: String = "", right: String = "") {
    self.left = left
    self.marking = marking
    self.right = right
  }

  package func draw(in area: Area) {
    area.row(0).fill(tone: .title)
    let marked = marking.isEmpty ? "" : " \(marking) "
    let markWidth = displayWidth(marked)
    let rightWidth = min(displayWidth(right), max(0, area.columns - markWidth - 12))
    let rightStart = area.columns - rightWidth
    let middle = max(0, min(area.columns / 2 - 2, rightStart - markWidth - 1))
    area.write(right, column: rightStart, tone: .title, width: rightWidth)
    if !marking.isEmpty { area.write(marked, column: middle, tone: .titleMarking) }
    let room = (marking.isEmpty ? rightStart : middle) - 1
    area.write(left, tone: .title, width: max(0, room))
  }
}
