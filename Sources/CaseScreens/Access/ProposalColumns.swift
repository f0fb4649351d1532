import CaseApp
import CaseRules
package import TextScreen

extension ProposalLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("What", minimum: 14, ideal: 22),
      TableColumn("In words", minimum: 24, ideal: 60, grows: true),
      TableColumn("Proposed by", minimum: 12, ideal: 16),
      TableColumn("When", minimum: 11, ideal: 13, hides: 1),
      TableColumn("State", minimum: 10, ideal: 29),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let tone: Tone? = waits ? nil : .textQuiet
    return [
      TableCell(proposal.title, tone: tone), TableCell(proposal.text, tone: tone),
      TableCell(proposal.proposer.initials, tone: tone),
      TableCell(TimeWording.day(proposal.proposed.date, on: context.today), tone: tone),
      TableCell(status, tone: tone),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    var lines = [
      DetailList.Line("What", proposal.text), DetailList.Line("Why", proposal.why),
      DetailList.Line(
        "Proposed", "\(proposal.proposed.ukWithWeekday), by \(proposal.proposer.name)"),
      DetailList.Line("State", status),
    ]
    if let decision = proposal.decision {
      lines.append(
        DetailList.Line("Answered", "\(decision.by), \(decision.at.uk) \(decision.note)"))
    }
    return lines
  }

  package func hint(in context: ShowContext) -> String {
    waits
      ? "\(status). Enter shows what would be done; \(context.actionsKey) confirms or refuses it."
      : "\(status)."
  }
}
