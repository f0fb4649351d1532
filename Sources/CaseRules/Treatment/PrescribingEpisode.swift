/// One referral for rapid prescribing and what came of it.
package struct PrescribingEpisode: Equatable, Sendable {
  package var id: PrescribingID
  package var person: PersonID
  package var personName: String
  package var referred: CalendarDate
  /// PPL-040: whether opiate dependence is confirmed.
  package var dependence: PrescribingCheck
  /// PPL-040: whether the risk is assessed.
  package var risk: PrescribingCheck
  /// PPL-043: what makes the assessment longer; nil while nothing does.
  package var longer: LongerAssessment?
  package var plan: FirstDosePlan?
  package var optimalReached: CalendarDate?
  package var ending: ModalityEpisode.Ending?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var recordedBy: String
  package var revision: Int

  package init(
    id: PrescribingID, person: PersonID, personName: String = "", referred: CalendarDate,
    dependence: PrescribingCheck = .notYet, risk: PrescribingCheck = .notYet,
    longer: LongerAssessment? = nil, plan: FirstDosePlan? = nil,
    optimalReached: CalendarDate? = nil, ending: ModalityEpisode.Ending? = nil,
    struckBecause: String? = nil, recordedBy: String = "", revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.personName = personName
    self.referred = referred
    self.dependence = dependence
    self.risk = risk
    self.longer = longer
    self.plan = plan
    self.optimalReached = optimalReached
    self.ending = ending
    self.struckBecause = struckBecause
    self.recordedBy = recordedBy
    self.revision = revision
  }
}

/// Something that has to be sure before the first dose.
package enum PrescribingCheck: Equatable, Sendable {
  case notYet
  case done(by: String, on: CalendarDate)

  package var isDone: Bool { self != .notYet }

  /// "Yes, by Dr Hale on Mon 01/10/2007".
  package var words: String {
    switch self {
    case .notYet: "Not yet"
    case .done(let by, let day): "Yes, by \(by) on \(day.ukWithWeekday)"
    }
  }
}

/// PPL-043: a complicating factor makes the assessment longer and stops both clocks.
package struct LongerAssessment: Equatable, Sendable {
  package var factors: [ComplicatingFactor]
  package var reason: String
  /// The day it was recorded; what was met by then stays met.
  package var since: CalendarDate

  package init(factors: [ComplicatingFactor], reason: String, since: CalendarDate) {
    self.factors = factors
    self.reason = reason
    self.since = since
  }

  /// As shown, and kept with the clocks: the factors, then the reason.
  package var words: String {
    let names = factors.map { $0.title.lowercased() }.joined(separator: ", ")
    return "Longer assessment: \(names). \(reason)"
  }
}

/// What can make the assessment longer.
package enum ComplicatingFactor: String, CaseIterable, Hashable, Sendable {
  case mentalHealth = "mental-health"
  case pregnancy
  case otherDrugs = "other-drugs"
  case alcohol, other

  package var title: String {
    switch self {
    case .mentalHealth: "Mental health"
    case .pregnancy: "Pregnancy"
    case .otherDrugs: "Other drugs"
    case .alcohol: "Alcohol"
    case .other: "Other"
    }
  }
}

extension ComplicatingFactor: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

/// What is prescribed.
///
/// The first-dose limits of PPL-044 are those of methadone; the rises of PPL-045 count for all.
package enum Medicine: String, CaseIterable, Hashable, Sendable {
  case methadone, buprenorphine, other

  package var title: String {
    switch self {
    case .methadone: "Methadone"
    case .buprenorphine: "Buprenorphine"
    case .other: "Other"
    }
  }
}

extension Medicine: FormChoice {
  package var code: String { rawValue }
  package var words: String { title }
}

/// The first dose as it is decided.
package struct FirstDosePlan: Equatable, Sendable {
  package var on: CalendarDate
  package var medicine: Medicine
  package var mg: Int
  /// PPL-040: who prescribes, and why in spite of an opioid-negative result.
  package var prescriber: String
  package var reason: String

  package init(
    on: CalendarDate, medicine: Medicine, mg: Int, prescriber: String = "", reason: String = ""
  ) {
    self.on = on
    self.medicine = medicine
    self.mg = mg
    self.prescriber = prescriber
    self.reason = reason
  }

  /// "Methadone 30 mg on Tue 02/10/2007".
  package var words: String { "\(medicine.title) \(mg) mg on \(on.ukWithWeekday)" }
}
