/// Whom a call or a referral is about, as far as it is known; both go on file by the same forms.
package struct EnquiryClient: Equatable, Sendable {
  /// The call, or the referral.
  package var ref: RecordRef
  package var heading: String
  /// nil while they are not on file.
  package var person: PersonID?
  /// As it was given; empty where none was.
  package var name: String
  package var phone: String
  /// CUS-010: they rang from custody and have not given permission there.
  package var isWithoutPermission: Bool
  /// Whom the referral that came of the call names, or the call that led to the referral.
  package var linked: Linked?

  package struct Linked: Equatable, Sendable {
    package var ref: RecordRef
    package var person: PersonID
    /// CUS-010: a call from custody has its name from the board, and is put right there.
    package var isFromBoard: Bool

    package init(ref: RecordRef, person: PersonID, isFromBoard: Bool = false) {
      self.ref = ref
      self.person = person
      self.isFromBoard = isFromBoard
    }
  }

  package init(
    ref: RecordRef, heading: String, person: PersonID? = nil, name: String = "",
    phone: String = "", isWithoutPermission: Bool = false, linked: Linked? = nil
  ) {
    self.ref = ref
    self.heading = heading
    self.person = person
    self.name = name
    self.phone = phone
    self.isWithoutPermission = isWithoutPermission
    self.linked = linked
  }

  /// What stands where a name is wanted and none was given.
  package static let noName = "No name given"

  /// The name on file, else as it was given, else that none was.
  package static func words(onFile name: String?, given: String) -> String {
    name ?? (given.isEmpty ? noName : given)
  }
}
