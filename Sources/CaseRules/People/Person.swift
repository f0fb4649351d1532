/// Somebody the team knows, as their record stands.
package struct Person: Equatable, Sendable {
  package var id: PersonID
  package var name: PersonName
  package var aliases: [Alias] = []
  package var birth: Birth
  package var sex: Sex
  /// COD-005.
  package var ethnicity: String
  package var numbers = Numbers()
  package var home = Home()
  package var phones: [Phone] = []
  package var language: String
  package var interpreter: YesNo
  package var circumstances = Circumstances()
  package var gp: AgencyID?
  /// Empty when none are known.
  package var risks: [RiskMarker]
  package var riskNote: String
  package var revision: Int

  /// Another name the person goes by; its number is its row in the form.
  package struct Alias: Equatable, Sendable {
    package var id: Int
    package var name: String

    package init(id: Int, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// Numbers given by others, in their canonical form (COD-006).
  package struct Numbers: Equatable, Sendable {
    package var pnc: String?
    package var cro: String?
    package var prison: String?
    package var lrn: String?
    package var oasys: String?

    package init(
      pnc: String? = nil, cro: String? = nil, prison: String? = nil, lrn: String? = nil,
      oasys: String? = nil
    ) {
      self.pnc = pnc
      self.cro = cro
      self.prison = prison
      self.lrn = lrn
      self.oasys = oasys
    }
  }

  package struct Home: Equatable, Sendable {
    package var address = ""
    /// COD-007.
    package var postcode: String?
    package var noFixedAbode: YesNo?
    /// COD-008.
    package var accommodation: String?

    package init(
      address: String = "", postcode: String? = nil, noFixedAbode: YesNo? = nil,
      accommodation: String? = nil
    ) {
      self.address = address
      self.postcode = postcode
      self.noFixedAbode = noFixedAbode
      self.accommodation = accommodation
    }
  }

  package struct Phone: Equatable, Sendable {
    package var id: Int
    package var number: String
    package var safeToRing: YesNo?
    package var safeToLeaveMessage: YesNo?

    package init(
      id: Int, number: String, safeToRing: YesNo? = nil, safeToLeaveMessage: YesNo? = nil
    ) {
      self.id = id
      self.number = number
      self.safeToRing = safeToRing
      self.safeToLeaveMessage = safeToLeaveMessage
    }
  }

  /// What is asked at an assessment.
  package struct Circumstances: Equatable, Sendable {
    package var veteran: YesNo?
    package var pregnant: YesNo?
    package var children: Int?
    package var childrenLiveWith: YesNo?
    package var safeguarding: YesNo?
    package var employed: YesNo?
    package var settledRelationship: YesNo?

    package init(
      veteran: YesNo? = nil, pregnant: YesNo? = nil, children: Int? = nil,
      childrenLiveWith: YesNo? = nil, safeguarding: YesNo? = nil, employed: YesNo? = nil,
      settledRelationship: YesNo? = nil
    ) {
      self.veteran = veteran
      self.pregnant = pregnant
      self.children = children
      self.childrenLiveWith = childrenLiveWith
      self.safeguarding = safeguarding
      self.employed = employed
      self.settledRelationship = settledRelationship
    }
  }

  package init(
    id: PersonID, name: PersonName, aliases: [Alias] = [], birth: Birth, sex: Sex,
    ethnicity: String, numbers: Numbers = Numbers(), home: Home = Home(), phones: [Phone] = [],
    language: String = "English", interpreter: YesNo = .no,
    circumstances: Circumstances = Circumstances(), gp: AgencyID? = nil,
    risks: [RiskMarker] = [], riskNote: String = "", revision: Int = 1
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.birth = birth
    self.sex = sex
    self.ethnicity = ethnicity
    self.numbers = numbers
    self.home = home
    self.phones = phones
    self.language = language
    self.interpreter = interpreter
    self.circumstances = circumstances
    self.gp = gp
    self.risks = risks
    self.riskNote = riskNote
    self.revision = revision
  }

  /// "SMITH John, born 03/04/1985 (41), P-1042": shown wherever the person is.
  package func heading(on day: CalendarDate) -> String {
    "\(name.display), \(birth.words(on: day)), \(id.ref.text)"
  }
}
