import CaseRules
import CaseStore

/// One line of `export treatment`: a treatment or a prescribing episode.
enum TreatmentRow {
  private static let codes =
    "reference person name kind state referred started ended exit_reason struck_through tier "
    + "service modality provider planned_start client_agreed agreed_on funding_by funded_on "
    + "start_flags dependence risk opioid_result longer_assessment prescriber_seen access_due "
    + "access_status planned_first_dose_mg first_dose_mg last_dose last_dose_mg doses "
    + "optimal_reached optimal_due optimal_status open_alerts"
  private static let numbers: Set<String> = [
    "tier", "planned_first_dose_mg", "first_dose_mg", "last_dose_mg", "doses", "open_alerts",
  ]

  static let columns = codes.split(separator: " ").map { code in
    RowOutput.Column(String(code), String(code), isNumber: numbers.contains(String(code)))
  }

  static func person(_ entry: TreatmentExport.Entry) -> RecordRef {
    switch entry {
    case .treatment(let episode): episode.person.ref
    case .prescribing(let file): file.record.episode.person.ref
    }
  }

  static func row(_ entry: TreatmentExport.Entry, _ cells: Cells) -> [String?] {
    switch entry {
    case .treatment(let episode): treatment(episode, cells)
    case .prescribing(let file): prescribing(file, cells)
    }
  }

  private static func treatment(_ episode: ModalityEpisode, _ cells: Cells) -> [String?] {
    let terms = episode.terms
    let head: [String?] = [
      episode.id.ref.text, episode.person.ref.text, episode.personName, "treatment",
      episode.state.rawValue, cells.date(episode.referred), cells.date(episode.started),
      cells.date(episode.ending?.on), episode.ending?.reason.rawValue, episode.struckBecause,
      String(episode.tier.rawValue), episode.service.title, episode.service.modality,
      episode.providerName, cells.date(episode.plannedStart), terms.agreed?.rawValue,
      cells.date(terms.agreedOn), terms.fundedBy, cells.date(terms.fundedOn),
      episode.startFlags.joined(separator: " "),
    ]
    return head + Array(repeating: nil, count: columns.count - head.count)
  }

  private static func prescribing(_ file: PrescribingFile, _ cells: Cells) -> [String?] {
    let record = file.record
    let episode = record.episode
    let access = file.deadlines.first { $0.name == PrescribingDeadlines.accessName }
    let optimal = file.deadlines.first { $0.name == PrescribingDeadlines.optimalName }
    let last = record.log.newestFirst.first { $0.struckBecause == nil }
    let first = record.log.firstDose.flatMap { record.log.first(of: $0.medicine) }
    let head: [String?] = [
      episode.id.ref.text, episode.person.ref.text, episode.personName, "prescribing",
      record.state.rawValue, cells.date(episode.referred), cells.date(record.log.firstDay),
      cells.date(episode.ending?.on), episode.ending?.reason.rawValue, episode.struckBecause,
    ]
    return head + Array(repeating: nil, count: 10) + [
      cells.yesNo(episode.dependence.isDone), cells.yesNo(episode.risk.isDone),
      record.tellingTest?.result?.rawValue, episode.longer?.words,
      cells.moment(file.prescriberSeen?.starts), cells.date(access?.due), access?.status.code,
      episode.plan.map { String($0.mg) }, first.map { String($0.mg) }, cells.date(last?.on),
      last.map { String($0.mg) }, String(record.log.standing.count),
      cells.date(episode.optimalReached), cells.date(optimal?.due), optimal?.status.code,
      String(record.openAlerts.count),
    ]
  }
}
