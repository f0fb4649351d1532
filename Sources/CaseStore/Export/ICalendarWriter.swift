package import CaseRules

/// Writes appointments as a calendar other programs read in (RFC 5545).
///
/// Lines end in CRLF and are folded so that none is longer than 75 bytes; no character is ever torn
/// apart by a fold. Times are in UTC, so no rules of summer time need to be in the file.
package struct ICalendarWriter: Sendable {
  /// How much of the client is in the file.
  package enum Detail: Sendable {
    /// Initials and number; neither purpose nor the place of a home visit.
    case initials
    case names
  }

  /// Whose calendar it becomes: an appointment with somebody else says with whom.
  private let worker: WorkerID
  private let detail: Detail
  private let stamp: Moment
  /// Makes the numbers of this data file unlike those of any other.
  private let source: String

  package init(of worker: WorkerID, detail: Detail, stamp: Moment, source: String) {
    self.worker = worker
    self.detail = detail
    self.stamp = stamp
    self.source = source
  }

  /// GEN-005: what the file holds stands at its beginning.
  package var head: String {
    let marked =
      switch detail {
      case .initials: "CONFIDENTIAL - PERSONAL DATA: appointments, initials and numbers only"
      case .names: "CONFIDENTIAL - PERSONAL DATA: appointments, names are in this file"
      }
    return lines([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Throughcare//Appointments//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(marked),
    ])
  }

  package var foot: String { lines(["END:VCALENDAR"]) }

  package func event(_ appointment: Appointment) -> String {
    var content = [
      "BEGIN:VEVENT", "UID:\(appointment.id.ref.text)-\(source)@throughcare",
      "DTSTAMP:" + Self.utc(stamp), "DTSTART:" + Self.utc(appointment.starts),
      "DTEND:" + Self.utc(appointment.ends), "SEQUENCE:\(max(0, appointment.revision - 1))",
      "SUMMARY:" + Self.escaped(summary(appointment)),
    ]
    if let place = place(appointment) { content.append("LOCATION:" + Self.escaped(place)) }
    if case .names = detail, !appointment.purpose.isEmpty {
      content.append("DESCRIPTION:" + Self.escaped(appointment.purpose))
    }
    return lines(
      content + ["STATUS:" + status(appointment.state), "CLASS:CONFIDENTIAL", "END:VEVENT"])
  }

  /// A caller who is not on file: by the number of the call, and by name where names are wanted.
  package func event(_ caller: CallAppointmentLine) -> String {
    let name =
      switch detail {
      case .initials: caller.name.map(Self.initials)
      case .names: caller.name
      }
    let who = [name, caller.ref.text].compactMap(\.self).joined(separator: " ")
    let words = "\(AppointmentKind.oneToOne.title), \(who)"
    let isOwn = caller.workerID == worker
    return lines([
      "BEGIN:VEVENT", "UID:\(caller.ref.text)-\(source)@throughcare",
      "DTSTAMP:" + Self.utc(stamp), "DTSTART:" + Self.utc(caller.starts),
      "DTEND:" + Self.utc(caller.starts.adding(minutes: caller.minutes)), "SEQUENCE:0",
      "SUMMARY:"
        + Self.escaped(isOwn ? words : "\(words), with \(Worker.initials(of: caller.worker))"),
      "LOCATION:" + Self.escaped(caller.place),
      "STATUS:" + status(caller.state ?? .booked), "CLASS:CONFIDENTIAL", "END:VEVENT",
    ])
  }

  private func summary(_ appointment: Appointment) -> String {
    let who =
      switch detail {
      case .initials: Self.initials(appointment.personName)
      case .names: appointment.personName
      }
    let words = "\(appointment.kind.title), \(who) \(appointment.person.ref.text)"
    return appointment.worker == worker ? words : words + ", with " + colleague(appointment)
  }

  private func colleague(_ appointment: Appointment) -> String {
    let initials = Worker.initials(of: appointment.workerName)
    return initials.isEmpty ? appointment.worker.ref.text : initials
  }

  /// Where a client lives is nobody's business who only keeps the diary.
  private func place(_ appointment: Appointment) -> String? {
    switch (detail, appointment.kind) {
    case (.names, _): appointment.place
    case (.initials, .homeVisit): nil
    case (.initials, _): appointment.place
    }
  }

  private func status(_ state: AppointmentState) -> String {
    switch state {
    case .booked, .attended, .attendedLate, .missed: "CONFIRMED"
    case .cancelled, .rebooked, .struck: "CANCELLED"
    }
  }

  // MARK: Lines

  private func lines(_ content: [String]) -> String {
    content.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// "R.M." of "MARSH Robin": given names first, as people say them.
  static func initials(_ name: String) -> String {
    let words = name.split { $0.isWhitespace || $0 == "-" }
    return (words.dropFirst() + words.prefix(1)).compactMap(\.first)
      .map { $0.uppercased() + "." }.joined()
  }

  /// 20261129T090000Z.
  private static func utc(_ moment: Moment) -> String {
    moment.iso.filter { $0 != "-" && $0 != ":" }
  }

  /// Backslashes, semicolons, commas and line breaks stand for something else in the format.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\" + String(character)
      case "\n", "\r", "\r\n": result += "\\n"
      default: if !isControl(character) { result.append(character) }
      }
    }
    return result
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }

  private static let longest = 75

  /// A blank at the start of a line says that it goes on from the line before.
  package static func folded(_ line: String) -> String {
    guard line.utf8.count > longest else { return line }
    var result = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > longest {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += size
    }
    return result
  }
}
