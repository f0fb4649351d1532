import CaseRules

/// What an invented person answers in a DIR: different for each, and always consistent.
struct AssessmentAnswers {
  enum Place: String {
    case custody = "CUS"
    case community = "COM"
  }

  private(set) var texts: [FieldCode: String] = [:]
  private(set) var rows: [FieldCode: [[FieldCode: String]]] = [:]

  /// One drug as people use it, with what a day of it costs.
  private struct Habit {
    let drug: String
    let route: String
    let days: ClosedRange<Int>
    let spend: ClosedRange<Int>
    let unit: String
  }

  private static let habits = [
    Habit(drug: "HER", route: "INJ", days: 5...7, spend: 15...60, unit: "bags"),
    Habit(drug: "HER", route: "SMK", days: 4...7, spend: 10...40, unit: "bags"),
    Habit(drug: "CRK", route: "SMK", days: 2...6, spend: 20...90, unit: "rocks"),
    Habit(drug: "COC", route: "SNF", days: 1...3, spend: 30...80, unit: "g"),
    Habit(drug: "CAN", route: "SMK", days: 3...7, spend: 5...15, unit: "joints"),
    Habit(drug: "AMP", route: "ORL", days: 1...4, spend: 10...25, unit: "g"),
    Habit(drug: "BNZ", route: "ORL", days: 2...7, spend: 2...8, unit: "tablets"),
  ]

  init(_ story: DemoStory, at moment: Moment, place: Place, offence: String) {
    texts = [
      DIRForm.assessedAt: moment.typed, DIRForm.place: place.rawValue, DIRForm.voluntary: "yes",
      DIRForm.noAlternative: "yes", DIRForm.caseloadConsent: "yes", DIRForm.shareConsent: "no",
      DIRForm.custodyConsent: "yes", DIRForm.consentHow: "WRI", DIRForm.offence: offence,
      DIRForm.ppo: "no", DIRForm.charged: "no", DIRForm.communityOrder: "no",
      DIRForm.custodyLikely: "no", DIRForm.reEngage: "yes", DIRForm.complete: "yes",
    ]
    drugs(&story.chance, on: moment.date)
    health(&story.chance)
    homeAndRisk(story)
    agreed(&story.chance, on: moment.date)
  }

  private mutating func drugs(_ chance: inout SplitMix64, on day: CalendarDate) {
    let first = chance.pick(Self.habits, otherwise: Self.habits[0])
    let others = Self.habits.filter { $0.drug != first.drug }
    var used = [first]
    if chance.chance(55) { used.append(chance.pick(others, otherwise: others[0])) }
    rows[DIRForm.drugs] = used.map { habit in
      [
        DIRForm.DrugColumn.drug: habit.drug, DIRForm.DrugColumn.route: habit.route,
        DIRForm.DrugColumn.days: String(chance.int(habit.days)),
        DIRForm.DrugColumn.amount: String(chance.int(1...4)), DIRForm.DrugColumn.unit: habit.unit,
        DIRForm.DrugColumn.spend: String(chance.int(habit.spend)),
        DIRForm.DrugColumn.firstUsed: String(chance.int(13...17)),
        DIRForm.DrugColumn.lastUsed: day.adding(days: -chance.int(0...3)).uk,
      ]
    }
    let injects = used.contains { $0.route == "INJ" }
    texts[DIRForm.mainDrug] = first.drug
    texts[DIRForm.funding] = chance.pick(["BEN", "BEN, CRI", "CRI", "WAG", "BEN, FAM", "DEA"])
    texts[DIRForm.injectedEver] = injects || chance.chance(15) ? "yes" : "no"
    texts[DIRForm.injectsNow] = injects ? "yes" : "no"
    texts[DIRForm.shared] = injects && chance.chance(20) ? "yes" : "no"
    texts[DIRForm.alcoholDays] = String(chance.int(0...5))
    texts[DIRForm.alcoholUnits] = texts[DIRForm.alcoholDays] == "0" ? "0" : "6"
  }

  private mutating func health(_ chance: inout SplitMix64) {
    let before = chance.chance(45)
    texts[DIRForm.treatment] = before ? "PRE" : "NEV"
    if before {
      texts[DIRForm.treatmentAgency] = "Saltmarsh Community Drug Team"
      texts[DIRForm.modality] = "SPR"
    }
    texts[DIRForm.medication] = "no"
    texts[DIRForm.detox] = chance.chance(25) ? "yes" : "no"
    texts[DIRForm.prescribing] = "no"
    texts[DIRForm.clinicalCare] = "no"
    let isLow = chance.chance(30)
    texts[DIRForm.mental] = isLow ? "yes" : "no"
    if isLow { texts[DIRForm.mentalText] = "Low mood, sleeps badly; knows whom to ring" }
  }

  private mutating func homeAndRisk(_ story: DemoStory) {
    texts[DIRForm.housing] = story.person.accommodation
    texts[DIRForm.employed] = story.chance.chance(18) ? "yes" : "no"
    texts[DIRForm.debts] = story.chance.chance(60) ? "yes" : "no"
    texts[DIRForm.children] = story.chance.chance(35) ? "yes" : "no"
    texts[DIRForm.safeguarding] = "no"
    let hasRisk = story.chance.chance(20)
    texts[DIRForm.riskToSelf] = hasRisk ? "L" : "N"
    texts[DIRForm.riskToOthers] = "N"
    texts[DIRForm.riskToStaff] = "N"
    if hasRisk {
      texts[DIRForm.riskToSelfNote] = "Says he or she has harmed in the past, not now"
      texts[DIRForm.concerns] = "Lives alone; check at the next appointment"
    }
  }

  private mutating func agreed(_ chance: inout SplitMix64, on day: CalendarDate) {
    texts[DIRForm.goals] = chance.pick([
      "Wants a script and a room of their own", "Stop using crack, see the children again",
      "Back to work by the summer", "Cut down, sleep better", "Keep out of court",
    ])
    texts[DIRForm.readiness] = String(chance.int(4...9))
    rows[DIRForm.actions] = [
      [DIRForm.ActionColumn.action: "CAS", DIRForm.ActionColumn.date: day.uk]
    ]
  }
}
