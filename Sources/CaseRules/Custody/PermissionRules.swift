/// What may be typed and linked, before permission and after it (CUS-010, CUS-011).
package enum PermissionRules {
  /// CUS-010: nothing of the custody record may be taken before the permission, or before its time.
  package static func findings(_ permission: PermissionState, now: Moment) -> [Finding] {
    switch permission {
    case .notAsked:
      [
        Finding(
          "CUS-010", .blocks,
          "Ask the detainee first: no permission to record custody details is on file")
      ]
    case .refused(let at):
      [
        Finding(
          "CUS-011", .blocks,
          "The detainee refused permission on \(at.ukWithWeekday). "
            + "No details, links or notes may be kept")
      ]
    case .given(let since):
      since <= now
        ? []
        : [
          Finding(
            "CUS-010", .blocks,
            "The permission counts from \(since.ukWithWeekday). Nothing may be typed before")
        ]
    }
  }

  /// CUS-011: text about a detainee that would be kept without permission.
  package static func findings(
    onFreeText text: String?, field: String, _ permission: PermissionState, now: Moment
  ) -> [Finding] {
    guard let text, !text.isEmpty else { return [] }
    return findings(permission, now: now).map {
      Finding("CUS-011", $0.force, field: field, $0.words)
    }
  }

  /// GEN-004, INF-070: what becomes of the person who was linked to a detention when the permission
  /// goes.
  ///
  /// Told once to whoever records it: on the entry itself it would be a link again.
  package static func staysOnFile(_ person: RecordRef) -> String {
    "\(person.text) stays on file with any DIR that was taken, linked to this entry no more: no "
      + "record is deleted but by weeding. If it was made for this detention only, ask your Primary "
      + "Designated Officer to have it weeded (INF-070)"
  }

  /// CUS-011: a cell is a short mark such as "M12", not a place for notes.
  package static func isCellMark(_ text: String) -> Bool {
    text.count <= 8 && text.filter(\.isLetter).count <= 4
  }
}
