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

  var forwards: String {
    switch self {
    case .worker: CaseloadQueries.ofWorkerForwards
    case .team: CaseloadQueries.ofTeamForwards
    case .everyone: CaseloadQueries.ofAllForwards
    }
  }

  var backwards: String {
    switch self {
    case .worker: CaseloadQueries.ofWorkerBackwards
    case .team: CaseloadQueries.ofTeamBackwards
    case .everyone: CaseloadQueries.ofAllBackwards
    }
  }

  /// The places of the rows only, for counting.
  var keys: String {
    switch self {
    case .worker: CaseloadQueries.ofWorkerKeys
    case .team: CaseloadQueries.ofTeamKeys
    case .everyone: CaseloadQueries.ofAllKeys
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
  private static let keyColumns = """
    SELECT episode.family_key, episode.given_key, episode.id FROM episode
    """

  private static let isOfWorker = "WHERE episode.worker = ? AND episode.closed IS NULL"
  // A team is a handful of workers: their clients are gathered by worker and then sorted.
  private static let isOfTeam = """
    WHERE episode.worker IN (SELECT id FROM worker WHERE team = ? COLLATE NOCASE)
      AND episode.closed IS NULL
    """
  private static let isOpen = "WHERE episode.closed IS NULL"

  private static let inRange = """
    AND (episode.family_key, episode.given_key, episode.id) > (?, ?, ?)
      AND (episode.family_key, episode.given_key, episode.id) < (?, ?, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
      AND instr(' ' || episode.family_key || ' ' || episode.given_key, ?)
    """
  private static let inOrder = """
    ORDER BY episode.family_key, episode.given_key, episode.id LIMIT ?
    """
  private static let inReverse = """
    ORDER BY episode.family_key DESC, episode.given_key DESC, episode.id DESC LIMIT ?
    """

  static let ofWorkerForwards = "\(CaseloadPages.columns) \(isOfWorker) \(inRange) \(inOrder)"
  static let ofTeamForwards = "\(CaseloadPages.columns) \(isOfTeam) \(inRange) \(inOrder)"
  static let ofAllForwards = "\(CaseloadPages.columns) \(isOpen) \(inRange) \(inOrder)"

  static let ofWorkerBackwards = "\(CaseloadPages.columns) \(isOfWorker) \(inRange) \(inReverse)"
  static let ofTeamBackwards = "\(CaseloadPages.columns) \(isOfTeam) \(inRange) \(inReverse)"
  static let ofAllBackwards = "\(CaseloadPages.columns) \(isOpen) \(inRange) \(inReverse)"

  static let ofWorkerKeys = "\(keyColumns) \(isOfWorker) \(inRange) \(inOrder)"
  static let ofTeamKeys = "\(keyColumns) \(isOfTeam) \(inRange) \(inOrder)"
  static let ofAllKeys = "\(keyColumns) \(isOpen) \(inRange) \(inOrder)"

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
