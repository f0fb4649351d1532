import CaseRules
import SQLite

/// The questions of the caseload, each written out for every scope, so that each has its index.
extension CaseloadOf {
  var values: [(any SQLBindable)?] {
    switch self {
    case .worker(let worker): [worker]
    case .team(let team): [team]
    case .everyone: []
    }
  }

  /// Whose clients, as a condition with its values.
  var condition: String {
    switch self {
    case .worker: CaseloadQueries.isOfWorker
    case .team: CaseloadQueries.isOfTeam
    case .everyone: CaseloadQueries.isOpen
    }
  }

  var count: String {
    switch self {
    case .worker: CaseloadQueries.ofWorkerCount
    case .team: CaseloadQueries.ofTeamCount
    case .everyone: CaseloadQueries.ofAllCount
    }
  }

  var silent: String {
    switch self {
    case .worker: CaseloadQueries.ofWorkerSilent
    case .team: CaseloadQueries.ofTeamSilent
    case .everyone: CaseloadQueries.ofAllSilent
    }
  }
}

enum CaseloadQueries {
  static let keyColumns = """
    SELECT episode.family_key, episode.given_key, episode.id FROM episode
    """

  /// So many people whose names fit, whoever they are.
  private static let named =
    "SELECT rowid AS person FROM person_words WHERE person_words MATCH ? LIMIT ?"
  static let countOfNamed = "SELECT count(*) FROM (\(named))"
  /// From the people to their open episodes, and never the other way round.
  static let keysOfNamed = """
    SELECT episode.family_key, episode.given_key, episode.id
    FROM (\(named)) AS named CROSS JOIN episode ON episode.person = named.person
    """

  static let isOfWorker = "WHERE episode.worker = ? AND episode.closed IS NULL"
  // A team is a handful of workers: their clients are gathered by worker and then sorted.
  static let isOfTeam = """
    WHERE episode.worker IN (SELECT id FROM worker WHERE team = ? COLLATE NOCASE)
      AND episode.closed IS NULL
    """
  static let isOpen = "WHERE episode.closed IS NULL"

  static let inRange = """
    AND (episode.family_key, episode.given_key, episode.id) > (?, ?, ?)
      AND (episode.family_key, episode.given_key, episode.id) < (?, ?, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
    """
  static let inOrder = """
    ORDER BY episode.family_key, episode.given_key, episode.id LIMIT ?
    """
  static let inReverse = """
    ORDER BY episode.family_key DESC, episode.given_key DESC, episode.id DESC LIMIT ?
    """

  // What a caseload is held to besides; the order of names stays with an index.
  /// Whoever has a flag.
  static func andFlagged(_ flag: String) -> String {
    switch flag {
    case CaseloadFlag.ppo:
      """
      AND EXISTS (SELECT 1 FROM custody_entry AS flagged
                  WHERE flagged.person = episode.person AND flagged.is_ppo = 1)
      """
    case CaseloadFlag.drr:
      """
      AND EXISTS (SELECT 1 FROM custody_entry AS flagged
                  WHERE flagged.person = episode.person AND flagged.is_drr = 1)
      """
    case CaseloadFlag.handover:
      """
      AND episode.person IN (SELECT flagged.person FROM handover AS flagged
                             WHERE flagged.state = 'pending')
      """
    default:
      """
      AND EXISTS (SELECT 1 FROM person AS flagged
                  WHERE flagged.id = episode.person
                    AND instr(',' || flagged.risks || ',', ?))
      """
    }
  }

  /// What its place holds, where the flag is a risk.
  static func valuesOfFlag(_ flag: String) -> [(any SQLBindable)?] {
    RiskMarker.allCases.filter { $0.title == flag }.map { ",\($0.rawValue)," }
  }

  static let andNumbered = "AND episode.id = ?"
  // The plus keeps the walk with the clients: those who have a common name are many more.
  static let andNamed =
    "AND +episode.person IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)"
  static let andOfPerson = "AND episode.person = ?"
  static let andOfWorker = "AND episode.worker = ?"
  static let andOfTeam = """
    AND episode.worker IN (SELECT id FROM worker WHERE team = ? COLLATE NOCASE)
    """
  static let andInState = "AND episode.state = ?"
  static let andSilent = """
    AND episode.state IN ('activeCommunity', 'activeCustody') AND episode.silent_since < ?
    """
  static let andNotSilent = """
    AND NOT (episode.state IN ('activeCommunity', 'activeCustody') AND episode.silent_since < ?)
    """
  /// Whoever has something open that expires by then: gathered once, from the index of what is open.
  private static let owing = """
    (SELECT person FROM deadline WHERE \(DeadlineRow.isOpenSQL) AND deadline.due IS NOT NULL
       AND deadline.person IS NOT NULL AND deadline.expires <= ?)
    """
  static let andOwing = "AND episode.person IN \(owing)"
  static let andNotOwing = "AND episode.person NOT IN \(owing)"

  static let ofWorkerCount = """
    SELECT count(*) FROM (SELECT 1 FROM episode \(isOfWorker) LIMIT ?)
    """
  static let ofTeamCount = """
    SELECT count(*) FROM (SELECT 1 FROM episode \(isOfTeam) LIMIT ?)
    """
  static let ofAllCount = """
    SELECT count(*) FROM (SELECT 1 FROM episode \(isOpen) LIMIT ?)
    """

  /// PPL-024, in the words of the partial indexes of the active.
  private static let isSilent = """
    episode.state IN ('activeCommunity', 'activeCustody') AND episode.silent_since < ?
    ORDER BY episode.silent_since, episode.id LIMIT ?
    """

  static let ofWorkerSilent = """
    \(CaseloadPages.columns) WHERE episode.worker = ? AND \(isSilent)
    """
  static let ofTeamSilent = """
    \(CaseloadPages.columns)
    WHERE episode.worker IN (SELECT id FROM worker WHERE team = ? COLLATE NOCASE) AND \(isSilent)
    """
  static let ofAllSilent = """
    \(CaseloadPages.columns) WHERE \(isSilent)
    """
}
