/// PPL-012: who may answer a handover, and what can be handed over at all.
package enum HandoverRules {
  /// Anybody the team has to do with has a worker who is responsible, before they join as well.
  package static func hasWorker(_ episode: Episode?) -> Finding? {
    episode?.state.isOpen == true
      ? nil
      : Finding(
        "PPL-012", .blocks, "There is no open episode to hand over. Record the contact first")
  }

  /// Nil when this worker may ask somebody to take the client over, and if not, whom to turn to.
  ///
  /// The worker who is responsible asks, or a team leader, who may assign. Arrest referral workers
  /// share a suite, so until a key worker is responsible each asks for the other.
  package static func mayAsk(_ episode: Episode?, _ worker: Worker) -> Finding? {
    guard let episode, episode.state.isOpen else { return hasWorker(episode) }
    let isShared =
      episode.joined == nil && episode.workerRole.map(CaseloadRules.takesClients) == false
    guard episode.worker != worker.id, !worker.role.leadsTeam, !isShared else { return nil }
    return Finding(
      "PPL-012", .blocks,
      "\(episode.workerName) has this client now. Ask them, or a team leader, to hand over")
  }

  /// Nil when this worker may accept: the one who was asked, one of the team that was asked, or a
  /// team leader; another agency's answer is recorded by anybody.
  package static func mayAccept(_ handover: Handover, _ worker: Worker) -> Finding? {
    if let answered = isAnswered(handover) { return answered }
    if worker.role.leadsTeam || handover.kind == .agency { return nil }
    let isAsked =
      switch handover.kind {
      case .worker: handover.to == worker.id
      case .team: NameFolding.key(worker.team) == NameFolding.key(handover.receiver)
      case .agency: true
      }
    return isAsked
      ? nil
      : Finding(
        "PPL-012", .blocks, "\(handover.receiver) was asked. They accept it, or a team leader does")
  }

  /// PPL-012: nil when `named` may become responsible, as `worker` says: whoever was asked; of a team
  /// whoever accepts for themselves, or whom a team leader names.
  package static func mayTakeOver(
    _ handover: Handover, _ named: Worker, saidBy worker: Worker
  ) -> Finding? {
    if let asked = handover.to, asked != named.id {
      return Finding(
        "PPL-012", .blocks, field: AcceptHandoverForm.worker.text,
        "\(handover.receiver) was asked. Decline it and hand over anew to somebody else")
    }
    if handover.to == nil, named.id != worker.id, !worker.role.leadsTeam {
      return Finding(
        "PPL-012", .blocks, field: AcceptHandoverForm.worker.text,
        "You accept for yourself. \(named.name) accepts it themselves, or a team leader does")
    }
    return CaseloadRules.canTake(named)
  }

  /// PPL-012: the receiver accepts; who does it in their place says why, once for all of them.
  ///
  /// Nobody is to become responsible for a client of whom they have read nothing.
  static func inPlace(of receivers: [Worker], _ worker: Worker, field: String) -> Finding? {
    var others: [Worker] = []
    for receiver in receivers
    where receiver.id != worker.id && !others.contains(where: { $0.id == receiver.id }) {
      others.append(receiver)
    }
    guard let first = others.first else { return nil }
    let names = others.count == 1 ? first.name : "\(others.count) colleagues"
    return Finding(
      "PPL-012", .warns, field: field,
      "You accept for \(names). Whoever takes a client over reads what was said and accepts "
        + "themselves; type why you do it in their place")
  }

  /// What stays with a handover that was accepted: who said yes, and for whom and why.
  package static func acceptedWords(
    by name: String, for receiver: Worker, because reason: Reason?
  ) -> String {
    guard let reason else { return name }
    let isReceiver = name.foldedForSearch == receiver.name.foldedForSearch
    let place = isReceiver ? "in their place" : "for \(receiver.name)"
    return "\(name), \(place): \(reason.text)"
  }

  /// The sender may take it back, too.
  package static func mayDecline(_ handover: Handover, _ worker: Worker) -> Finding? {
    if let answered = isAnswered(handover) { return answered }
    return handover.from == worker.id ? nil : mayAccept(handover, worker)
  }

  private static func isAnswered(_ handover: Handover) -> Finding? {
    switch handover.state {
    case .pending: nil
    case .accepted: Finding("PPL-012", .blocks, "It has been accepted already")
    case .declined: Finding("PPL-012", .blocks, "It has been declined already")
    case .withdrawn: Finding("PPL-012", .blocks, "It has been taken back already")
    }
  }
}
