import CaseRules
import Testing

@testable import CaseStore

@Suite("Appointments as a calendar (RFC 5545)")
struct ICalendarTests {
  private static let stamp = Moment.at(1, 10, 2007, 9, 0)

  private func appointment(
    kind: AppointmentKind = .oneToOne, state: AppointmentState = .booked,
    with worker: WorkerID = WorkerID(2), called workerName: String = "Amina Begum",
    place: String = "Quay House, room 2; ring \\ knock"
  ) -> Appointment {
    Appointment(
      id: AppointmentID(12), person: PersonID(7), personName: "MARSH Robin", worker: worker,
      workerName: workerName, starts: .at(2, 10, 2007, 10, 0), minutes: 30, place: place,
      kind: kind,
      purpose: "About housing", state: state, revision: 3)
  }

  private func lines(
    _ detail: ICalendarWriter.Detail, _ appointment: Appointment
  ) -> [String] {
    ICalendarWriter(of: WorkerID(2), detail: detail, stamp: Self.stamp, source: "f00d").event(
      appointment
    )
    .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("Times are in UTC, the number is stable, and text is escaped")
  func event() {
    let lines = lines(.initials, appointment())
    #expect(lines.first == "BEGIN:VEVENT")
    #expect(lines.contains("UID:A-0012-f00d@throughcare"))
    #expect(lines.contains("DTSTAMP:20071001T080000Z"))
    #expect(lines.contains("DTSTART:20071002T090000Z"), "summer time is an hour ahead")
    #expect(lines.contains("DTEND:20071002T093000Z"))
    #expect(lines.contains("SEQUENCE:2"))
    #expect(lines.contains("LOCATION:Quay House\\, room 2\\; ring \\\\ knock"))
    #expect(lines.contains("STATUS:CONFIRMED"))
    #expect(lines.suffix(2) == ["END:VEVENT", ""])
  }

  @Test("No more than initials and number, unless names are asked for; the file says which")
  func personal() {
    let plain = lines(.initials, appointment(kind: .homeVisit, place: "1 Quay Lane"))
    #expect(plain.contains("SUMMARY:Home visit\\, R.M. P-0007"))
    for words in ["MARSH", "Robin", "housing", "Quay Lane"] {
      #expect(!plain.contains { $0.contains(words) }, "\(words)")
    }
    let named = lines(.names, appointment(kind: .homeVisit, place: "1 Quay Lane"))
    #expect(named.contains { $0.contains("MARSH Robin") })
    #expect(named.contains("LOCATION:1 Quay Lane"))
    #expect(named.contains("DESCRIPTION:About housing"))
    let heads = [ICalendarWriter.Detail.initials, .names].map {
      ICalendarWriter(of: WorkerID(2), detail: $0, stamp: Self.stamp, source: "f00d").head
        .split(separator: "\r\n").joined().filter { $0 != " " }
    }
    #expect(heads[0].contains("CONFIDENTIAL-PERSONALDATA:appointments\\,initialsandnumbersonly"))
    #expect(heads[1].contains("namesareinthisfile"))
  }

  @Test("PPL-012: a client's appointment with a colleague says with whom; one's own does not")
  func colleague() {
    for detail in [ICalendarWriter.Detail.initials, .names] {
      let other = lines(detail, appointment(with: WorkerID(3), called: "Ben Cole"))
      #expect(other.contains { $0.hasPrefix("SUMMARY:") && $0.hasSuffix("\\, with B.COLE") })
      #expect(!lines(detail, appointment()).contains { $0.contains("\\, with") })
    }
    let nameless = lines(.initials, appointment(with: WorkerID(3), called: ""))
    #expect(nameless.contains { $0.hasSuffix("\\, with W-0003") })
  }

  @Test("Cancelled and rebooked appointments say so")
  func cancelled() {
    for state in [AppointmentState.cancelled, .rebooked, .struck] {
      #expect(lines(.initials, appointment(state: state)).contains("STATUS:CANCELLED"))
    }
  }

  @Test(
    "No line is longer than 75 bytes, folds tear no character, and unfolding gives the line back",
    arguments: [75, 76, 150, 400])
  func folding(_ length: Int) {
    let line = String(String(repeating: "Zoë 作 ", count: length).prefix(length))
    let folded = ICalendarWriter.folded(line)
    for part in folded.split(separator: "\r\n") { #expect(part.utf8.count <= 75) }
    #expect(folded.unfolded == line)
  }

  @Test("Line breaks become \\n, other control characters go")
  func escaping() {
    #expect(ICalendarWriter.escaped("a\r\nb\nc\u{7}d") == "a\\nb\\ncd")
  }
}

extension String {
  /// Every fold taken out again.
  fileprivate var unfolded: String {
    var scalars = String.UnicodeScalarView()
    let all = Array(unicodeScalars)
    var index = 0
    while index < all.count {
      if all[index] == "\r", index + 2 < all.count, all[index + 1] == "\n", all[index + 2] == " " {
        index += 3
      } else {
        scalars.append(all[index])
        index += 1
      }
    }
    return String(scalars)
  }
}
