import CaseRules
import CaseStore

/// Which part of a list of clients is taken out: what the panes on the screen know, as options.
enum ExportNarrowing {
  /// Not `--names`: that puts names into a calendar.
  static let family = Command.Option(
    "--family", takes: "A-F", "Only family names that begin so: A, A-F or BA-BR.")
  static let worker = Command.Option(
    "--worker", takes: "W-0002", "Only those of this worker.")

  static let ofCaseload = [
    Command.Option(
      "--state", takes: "STATE", "Only in this state: \(codes(CaseloadNarrowing.states))."),
    Command.Option(
      "--due", takes: "WHEN",
      "Only those whose first deadline is \(codes(CaseloadDue.allCases.map(\.rawValue))): nothing is "
        + "none at all."),
    Command.Option("--contact", takes: "HOW", "Only those at-risk of losing contact, or in-touch."),
    Command.Option("--flag", takes: "WORDS", "Only with a flag that begins so, such as PPO."),
    Command.Option("--team", takes: "TEAM", "Only those of this team's workers."),
    family, worker,
  ]
  static let ofAppointments = [
    Command.Option(
      "--state", takes: "STATE",
      "Only in this state: \(codes(AppointmentState.allCases.map(\.exportCode)))."),
    Command.Option("--missed", "Only those missed and not followed up, of any day (PPL-022)."),
    family, worker,
  ]

  static func codes(_ codes: [String]) -> String { codes.joined(separator: ", ") }

  /// What was typed, one of these.
  static func choice<Value>(
    _ option: String, of invocation: Invocation, among values: [(code: String, value: Value)]
  ) throws -> Value? {
    guard let typed = invocation[option]?.lowercased() else { return nil }
    if let found = values.first(where: { $0.code == typed }) { return found.value }
    throw CommandFailure.usage(
      "\(option) is one of \(codes(values.map(\.code))), not \"\(typed)\"")
  }

  static func worker(of invocation: Invocation) throws -> WorkerID? {
    guard let text = invocation["--worker"] else { return nil }
    guard let worker = RecordRef(text).flatMap({ WorkerID($0) }) else {
      throw CommandFailure.usage("--worker is a worker's number such as W-0002, not \"\(text)\"")
    }
    return worker
  }

  /// A number that is nobody's would read as a worker without clients.
  static func check(
    _ worker: WorkerID?, in records: OpenRecords, option: String = "--worker"
  ) throws {
    guard let worker else { return }
    let known = try records.store.read { try $0.workers() }.map(\.worker)
    guard !known.contains(where: { $0.id == worker }) else { return }
    let names = known.filter(\.active).map { "\($0.id.ref.text) \($0.name)" }
    throw CommandFailure.usage(
      "\(option): there is no \(worker.ref.text). There are \(codes(names))")
  }

  /// A team that is none would read as one without clients.
  static func check(team: String?, in records: OpenRecords) throws {
    guard let team else { return }
    let all = try records.store.read { try $0.workers() }.map(\.worker.team)
    let known = Set(all.filter { !$0.isEmpty })
    guard !known.contains(where: { $0.lowercased() == team.lowercased() }) else { return }
    let teams = known.isEmpty ? "There are none" : "There are \(codes(known.sorted()))"
    throw CommandFailure.usage("--team: there is no \"\(team)\". \(teams)")
  }

  /// The beginning of one of the flags there are.
  static func flag(of invocation: Invocation) throws -> String? {
    guard let typed = invocation["--flag"] else { return nil }
    let flag = typed.foldedForSearch
    guard !flag.isEmpty, CaseloadFlag.all.contains(where: { $0.foldedForSearch.hasPrefix(flag) })
    else {
      throw CommandFailure.usage(
        "--flag is one of \(codes(CaseloadFlag.all)), or how it begins, not \"\(typed)\"")
    }
    return flag
  }
}

/// `--family A-F`: family names by how they begin.
struct NameRangeOption: Equatable {
  private let first: String
  private let last: String

  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { String($0).foldedForSearch }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, !first.isEmpty,
      !last.isEmpty, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  static func asked(by invocation: Invocation) throws -> NameRangeOption? {
    guard let text = invocation["--family"] else { return nil }
    guard let range = NameRangeOption(text) else {
      throw CommandFailure.usage(
        "--family is how family names begin: A, A-F or BA-BR, not \"\(text)\"")
    }
    return range
  }

  /// "F" ends behind every name that begins with it.
  func holds(_ name: String) -> Bool {
    let name = name.foldedForSearch
    return name >= first && String(name.prefix(last.count)) <= last
  }
}

/// The part of a caseload that is taken out.
struct CaseloadNarrowing {
  let filter: CaseloadFilter
  private let names: NameRangeOption?
  private let flag: String?

  private static let open = EpisodeState.allCases.filter { $0 != .closed && $0 != .transferred }
  static let states = open.map(\.exportCode)

  init(_ invocation: Invocation) throws {
    filter = CaseloadFilter(
      worker: try ExportNarrowing.worker(of: invocation), team: invocation["--team"],
      state: try ExportNarrowing.choice(
        "--state", of: invocation, among: Self.open.map { ($0.exportCode, $0) }),
      due: try ExportNarrowing.choice(
        "--due", of: invocation, among: CaseloadDue.allCases.map { ($0.rawValue, $0) }),
      contact: try ExportNarrowing.choice(
        "--contact", of: invocation,
        among: [("at-risk", CaseloadContact.atRisk), ("in-touch", .inTouch)]))
    names = try NameRangeOption.asked(by: invocation)
    flag = try ExportNarrowing.flag(of: invocation)
  }

  func holds(_ line: CaseloadLine) -> Bool {
    names?.holds(line.familyName) != false
      && flag.map { flag in line.flags.contains { $0.foldedForSearch.hasPrefix(flag) } } != false
  }
}

/// The part of the appointments that is taken out.
struct AppointmentNarrowing {
  let first: CalendarDate
  let last: CalendarDate
  let missedOnly: Bool
  private let state: AppointmentState?
  let worker: WorkerID?
  private let names: NameRangeOption?

  /// Without dates: from 30 days ago to 90 days ahead; what was missed, of any day.
  init(_ invocation: Invocation, in context: RuleContext) throws {
    missedOnly = invocation.has("--missed")
    let from = try invocation["--from"].map { try RecordOptions.day($0, in: context) }
    let to = try invocation["--to"].map { try RecordOptions.day($0, in: context) }
    first = from ?? (missedOnly ? .earliest : context.today.adding(days: -30))
    last = to ?? (missedOnly ? context.today : context.today.adding(days: 90))
    state = try ExportNarrowing.choice(
      "--state", of: invocation, among: AppointmentState.allCases.map { ($0.exportCode, $0) })
    worker = try ExportNarrowing.worker(of: invocation)
    names = try NameRangeOption.asked(by: invocation)
  }

  func holds(_ appointment: Appointment) -> Bool {
    (state ?? appointment.state) == appointment.state
      && (worker ?? appointment.worker) == appointment.worker
      && names?.holds(appointment.personName) != false
  }

  /// A caller who is not on file has the name that was given, if any.
  func holds(_ caller: CallAppointmentLine) -> Bool {
    !missedOnly && (state ?? caller.bookedState) == caller.bookedState
      && (worker ?? caller.workerID) == caller.workerID
      && names.map { $0.holds(caller.name ?? "") } != false
  }
}

extension EpisodeState {
  /// As an option: "active-community".
  var exportCode: String {
    switch self {
    case .contact: "contact"
    case .assessed: "assessed"
    case .activeCommunity: "community"
    case .activeCustody: "prison"
    case .dropOutReview: "drop-out-review"
    case .transferred: "transferred"
    case .closed: "closed"
    }
  }
}

extension AppointmentState {
  /// As an option: "attended-late".
  var exportCode: String {
    switch self {
    case .booked: "booked"
    case .attended: "attended"
    case .attendedLate: "attended-late"
    case .missed: "missed"
    case .cancelled: "cancelled"
    case .rebooked: "rebooked"
    case .struck: "struck"
    }
  }
}

extension CallAppointmentLine {
  var bookedState: AppointmentState { state ?? .booked }
}
