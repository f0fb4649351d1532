/// A part of what is known of somebody that two records of them may have otherwise.
///
/// Names they are known by, phones and risks are not among them: those of both records are kept.
package enum PersonDetail: String, CaseIterable, Hashable, Sendable {
  case name, born, sex, ethnicity, pnc, cro
  case prison = "prison-number"
  case lrn = "local-reference"
  case oasys
  case home = "address"
  case accommodation, language, veteran, pregnant, children, employed
  case relationship, gp
}

extension PersonDetail: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .name: "Name"
    case .born: "Born"
    case .sex: "Sex"
    case .ethnicity: "Ethnicity"
    case .pnc: "PNC"
    case .cro: "CRO"
    case .prison: "Prison number"
    case .lrn: "Local reference"
    case .oasys: "OASys"
    case .home: "Address"
    case .accommodation: "Accommodation"
    case .language: "Language"
    case .veteran: "Veteran"
    case .pregnant: "Pregnant"
    case .children: "Children"
    case .employed: "In employment"
    case .relationship: "Relationship"
    case .gp: "GP"
    }
  }
}

extension PersonDetail {
  /// Copies the detail from one record of somebody to the other.
  package func take(from other: Person, into person: inout Person) {
    switch self {
    case .name: person.name = other.name
    case .born: person.birth = other.birth
    case .sex: person.sex = other.sex
    case .ethnicity: person.ethnicity = other.ethnicity
    case .pnc: person.numbers.pnc = other.numbers.pnc
    case .cro: person.numbers.cro = other.numbers.cro
    case .prison: person.numbers.prison = other.numbers.prison
    case .lrn: person.numbers.lrn = other.numbers.lrn
    case .oasys: person.numbers.oasys = other.numbers.oasys
    case .home:
      person.home.address = other.home.address
      person.home.postcode = other.home.postcode
      person.home.noFixedAbode = other.home.noFixedAbode
    case .accommodation: person.home.accommodation = other.home.accommodation
    case .language:
      person.language = other.language
      person.interpreter = other.interpreter
    case .veteran: person.circumstances.veteran = other.circumstances.veteran
    case .pregnant: person.circumstances.pregnant = other.circumstances.pregnant
    case .children:
      person.circumstances.children = other.circumstances.children
      person.circumstances.childrenLiveWith = other.circumstances.childrenLiveWith
      person.circumstances.safeguarding = other.circumstances.safeguarding
    case .employed: person.circumstances.employed = other.circumstances.employed
    case .relationship:
      person.circumstances.settledRelationship = other.circumstances.settledRelationship
    case .gp: person.gp = other.gp
    }
  }

  /// Whether both records have it alike.
  package func isSame(_ one: Person, _ other: Person) -> Bool {
    var copy = one
    take(from: other, into: &copy)
    return copy == one
  }

  /// As it is read; empty where nothing is known.
  func text(of side: MatchSide, in context: RuleContext) -> String {
    let person = side.person
    switch self {
    case .name: return person.name.display
    case .born: return person.birth.date?.uk ?? person.birth.answer(on: context.today)
    case .sex: return person.sex == .notStated ? "" : person.sex.title
    case .ethnicity:
      return person.ethnicity == "NS"
        ? "" : context.codes.words(of: person.ethnicity, in: .ethnicity)
    case .pnc: return person.numbers.pnc ?? ""
    case .cro: return person.numbers.cro ?? ""
    case .prison: return person.numbers.prison ?? ""
    case .lrn: return person.numbers.lrn ?? ""
    case .oasys: return person.numbers.oasys ?? ""
    case .home:
      if person.home.noFixedAbode == .yes { return "No fixed abode" }
      return [person.home.address, person.home.postcode ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", ")
    case .accommodation:
      return person.home.accommodation.map { context.codes.words(of: $0, in: .accommodation) } ?? ""
    case .language:
      return person.language + (person.interpreter == .yes ? ", interpreter needed" : "")
    case .veteran: return person.circumstances.veteran?.words ?? ""
    case .pregnant: return person.circumstances.pregnant?.words ?? ""
    case .children: return childrenWords(person.circumstances)
    case .employed: return person.circumstances.employed?.words ?? ""
    case .relationship: return person.circumstances.settledRelationship?.words ?? ""
    case .gp: return person.gp == nil ? "" : side.gpName ?? person.gp?.ref.text ?? ""
    }
  }

  private func childrenWords(_ known: Person.Circumstances) -> String {
    guard let count = known.children else { return "" }
    let live = known.childrenLiveWith == .yes ? ", live with the client" : ""
    let concern = known.safeguarding == .yes ? ", safeguarding concern" : ""
    return String(count) + live + concern
  }
}
