import CaseRules
import SQLite

/// The step of an episode that one DIR made: the day that counts for it now, and what it began.
struct AssessedStep {
  let day: CalendarDate
  /// The DIR opened the episode too, and nobody's word before it.
  let openedEpisode: Bool

  /// Nil where the episode was assessed by something else.
  init?(of episode: Episode, by dir: DIRRow, in records: Connection) throws {
    let steps = try EpisodeRecords.events(of: episode.id, in: records)
    let told =
      try [dir.completed].compactMap(\.self)
      + DIRRecords.corrections(of: dir.id, in: records).map(\.at)
    let assessed = steps.filter {
      $0.event == EpisodeRecords.assessed || $0.event == EpisodeRecords.assessedOnAnotherDay
    }
    guard let last = assessed.last, told.contains(last.recorded) else { return nil }
    day = last.on
    openedEpisode =
      steps.first.map { first in
        assessed.first.map { $0.recorded == first.recorded && told.contains($0.recorded) } ?? false
      } ?? false
  }
}
