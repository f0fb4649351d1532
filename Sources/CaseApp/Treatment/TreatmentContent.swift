import CaseRules

/// The lines of treatments on a person's page.
enum TreatmentContent {
  static func line(
    _ episode: ModalityEpisode, _ section: RecordSection, _ context: AppContext
  ) -> FactLine {
    FactLine(
      section, label(episode), "\(episode.service.title), \(episode.providerName)",
      note: note(episode, on: context.today), weight: weight(episode, on: context.today),
      detail: detail(episode), subject: episode.id.ref,
      actions: TreatmentActions.offered(for: episode, in: context.rules))
  }

  /// The day that says most: the end, the start, the plan, the referral.
  private static func label(_ episode: ModalityEpisode) -> String {
    switch episode.state {
    case .referred, .struck: "Tier \(episode.tier.rawValue), \(episode.referred.uk)"
    case .planned:
      "Tier \(episode.tier.rawValue), \(episode.plannedStart?.uk ?? episode.referred.uk)"
    case .inTreatment:
      "Tier \(episode.tier.rawValue), \(episode.started?.uk ?? episode.referred.uk)"
    case .ended, .notTakenUp:
      "Tier \(episode.tier.rawValue), \(episode.ending?.on.uk ?? episode.referred.uk)"
    }
  }

  private static func note(_ episode: ModalityEpisode, on today: CalendarDate) -> String {
    switch episode.state {
    case .referred, .notTakenUp: episode.state.title
    case .planned: isOverdue(episode, on: today) ? "! Did it start?" : "Start planned"
    case .inTreatment:
      episode.startFlags.isEmpty ? "In treatment" : "! " + episode.startFlags.joined(separator: " ")
    case .ended: episode.ending?.reason.title ?? episode.state.title
    case .struck: "struck through"
    }
  }

  /// The planned day has gone by and nobody has said whether it began.
  private static func isOverdue(_ episode: ModalityEpisode, on today: CalendarDate) -> Bool {
    episode.plannedStart.map { $0 < today } ?? false
  }

  private static func weight(
    _ episode: ModalityEpisode, on today: CalendarDate
  ) -> FactLine.Weight {
    switch episode.state {
    case .referred: .plain
    case .planned: isOverdue(episode, on: today) ? .warning : .soon
    case .inTreatment: episode.startFlags.isEmpty ? .strong : .warning
    case .ended: .done
    case .notTakenUp: .quiet
    case .struck: .struck
    }
  }

  private static func detail(_ episode: ModalityEpisode) -> String {
    let terms = episode.terms
    let agreed: String? =
      terms.agreed == .yes
      ? "client agreed" + (terms.agreedOn.map { " \($0.uk)" } ?? "")
      : terms.agreed.map { "client agreed: \($0.words.lowercased())" }
    let parts = [
      "referred \(episode.referred.uk)", agreed,
      terms.isFunded ? "funding by \(terms.fundedBy) \(terms.fundedOn?.uk ?? "")" : nil,
      terms.need.isEmpty ? nil : "need: \(terms.need)",
      episode.startFlags.isEmpty
        ? nil : "started without what \(episode.startFlags.joined(separator: ", ")) asks for",
      episode.ending.flatMap { $0.note.isEmpty ? nil : $0.note },
      episode.note.isEmpty ? nil : episode.note,
      episode.struckBecause.map { "struck through: \($0)" }, "by \(episode.recordedBy)",
    ]
    return "\(episode.tier.words): " + parts.compactMap(\.self).joined(separator: "; ")
  }
}
