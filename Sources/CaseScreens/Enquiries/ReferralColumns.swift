import CaseApp
import CaseRules
package import TextScreen

extension ReferralLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Received", minimum: 17, ideal: 17),
      TableColumn("Client", minimum: 18, ideal: 28, grows: true),
      TableColumn("From", minimum: 15, ideal: 34),
      TableColumn("Due", minimum: 13, ideal: 16),
      TableColumn("Worker", minimum: 10, ideal: 20, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let hours = referral.isOutOfHours ? " *" : ""
    return [
      TableCell(TimeWording.moment(referral.received, on: context.today) + hours),
      TableCell(
        context.name(referral.client, referral.person?.ref),
        tone: referral.person == nil && referral.state.isOpen ? .warn : nil),
      TableCell(referral.shortOrigin), due(in: context),
      TableCell(referral.workerName ?? "-"),
    ]
  }

  private func due(in context: ShowContext) -> TableCell {
    guard referral.state.isOpen else {
      return TableCell(referral.actions.last?.action.words ?? "Acted on", tone: .done)
    }
    guard let due else { return TableCell("-") }
    let wording = DueWording(due, now: context.now)
    return TableCell(wording.words, tone: wording.tone)
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let consent = referral.consent.map { $0 ? "Yes" : "No" } ?? "nobody has asked yet"
    let documents = referral.documents.map(\.words).joined(separator: ", ")
    return [
      DetailList.Line("From", referral.origin),
      DetailList.Line(
        "Received",
        referral.received.ukWithWeekday + (referral.isOutOfHours ? ", out of hours" : "")),
      DetailList.Line("Consent", consent),
      DetailList.Line("Documents", documents.isEmpty ? "none" : documents),
      DetailList.Line("Action", due.map { "\($0.working) (\($0.rule))" } ?? "-"),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    let hours = referral.isOutOfHours ? "Out of hours (*). " : ""
    let file = referral.person == nil && referral.state.isOpen ? "Not on file yet. " : ""
    return "\(hours)\(file)\(referral.state.words) (PPL-050)."
  }
}
