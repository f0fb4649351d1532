/// Somebody who uses the program; everything saved or looked at is put down to one.
package struct Worker: Hashable, Sendable {
  package var id: WorkerID
  /// "Amina Begum".
  package var name: String
  package var role: Role
  package var designation: DesignatedOfficer
  package var team: String
  package var agency: String
  /// CUS-004: the day of the arrest referral training; nil when untrained or not known.
  package var arwTrainedOn: CalendarDate?
  /// False for somebody who has left; their records keep the name.
  package var active: Bool

  package init(
    id: WorkerID, name: String, role: Role, designation: DesignatedOfficer = .none,
    team: String = "", agency: String = "", arwTrainedOn: CalendarDate? = nil, active: Bool = true
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.designation = designation
    self.team = team
    self.agency = agency
    self.arwTrainedOn = arwTrainedOn
    self.active = active
  }

  /// Whoever has not signed in: they may do nothing, and tries to sign in are put down to them.
  package static let nobody = Worker(id: WorkerID(0), name: "Nobody", role: .aud, active: false)

  /// "W-0001".
  package var reference: String { id.ref.text }

  /// "A.BEGUM": the first initial and the last name; a single name stands alone.
  package var initials: String {
    let initials = Worker.initials(of: name)
    return initials.isEmpty ? reference : initials
  }

  /// The same of a name alone; empty where there is none.
  package static func initials(of name: String) -> String {
    let words = name.split { $0.isWhitespace }
    guard let last = words.last else { return "" }
    guard words.count > 1, let first = words.first?.first else { return last.uppercased() }
    return first.uppercased() + "." + last.uppercased()
  }
}
