import CaseApp
import TextScreen

/// Something done with a list whatever its rows are.
protocol ListVisitor {
  associatedtype Result
  func visit<List: ListPlace>(_ list: List) -> Result where List.Line: DrawnLine
}

extension WorkList {
  func accept<Visitor: ListVisitor>(_ visitor: Visitor) -> Visitor.Result {
    switch self {
    case .today(let list): visitor.visit(list)
    case .board(let list): visitor.visit(list)
    case .caseload(let list): visitor.visit(list)
    case .diary(let list): visitor.visit(list)
    case .missed(let list): visitor.visit(list)
    case .people(let list): visitor.visit(list)
    case .court(let list): visitor.visit(list)
    case .bailReturns(let list): visitor.visit(list)
    case .flaggedOffers(let list): visitor.visit(list)
    case .due(let list): visitor.visit(list)
    case .unfinished(let list): visitor.visit(list)
    case .figures(let list): visitor.visit(list)
    case .settings(let list): visitor.visit(list)
    case .codes(let list): visitor.visit(list)
    case .holidays(let list): visitor.visit(list)
    case .officers(let list): visitor.visit(list)
    case .suites(let list): visitor.visit(list)
    case .workers(let list): visitor.visit(list)
    case .proposals(let list): visitor.visit(list)
    case .exceptionalAccess(let list): visitor.visit(list)
    case .bronze(let list): visitor.visit(list)
    case .intelligence(let list): visitor.visit(list)
    case .workloads(let list): visitor.visit(list)
    case .trail(let list): visitor.visit(list)
    case .referrals(let list): visitor.visit(list)
    case .calls(let list): visitor.visit(list)
    case .directory(let list): visitor.visit(list)
    case .callTakers(let list): visitor.visit(list)
    case .serviceReview(let list): visitor.visit(list)
    case .possibleRecords(let list): visitor.visit(list)
    case .edii(let list): visitor.visit(list)
    case .ediiFigures(let list): visitor.visit(list)
    case .record(let page): visitor.visit(page)
    }
  }
}

/// Draws a list into an area.
struct ListPainter: ListVisitor {
  let area: Area
  let hasPreview: Bool
  let context: ShowContext
  let keys: LiveKeys
  let isFocused: Bool
  /// Where the hand was when the rest of the list was drawn; nil to draw all of it.
  var hand: ListHand?

  func visit<List: ListPlace>(_ list: List) where List.Line: DrawnLine {
    let drawing = ListDrawing(list: list, context: context, keys: keys, isFocused: isFocused)
    if let hand {
      drawing.drawStep(from: hand, in: area, hasPreview: hasPreview)
    } else {
      drawing.draw(in: area, hasPreview: hasPreview)
    }
  }
}

/// What the hint row says about the row the hand is on.
struct RowHint: ListVisitor {
  let context: ShowContext

  func visit<List: ListPlace>(_ list: List) -> String? where List.Line: DrawnLine {
    list.listing.current?.hint(in: context)
  }
}
