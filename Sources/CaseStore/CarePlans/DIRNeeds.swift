import CaseRules

/// What an assessment says of a client's needs, in the words of a care plan.
struct DIRNeeds {
  let reading: FormReading
  let codes: CodeBook
  let source: String

  func fill(_ known: inout KnownAnswers) {
    known.add(.drugs, drugs, from: source)
    known.add(.injecting, injecting, from: source)
    known.add(.alcohol, alcohol, from: source)
    known.add(.health, health, from: source)
    known.add(
      .housing, reading.code(DIRForm.housing).map { codes.words(of: $0, in: .accommodation) },
      from: source)
    known.add(
      .employment, said(DIRForm.employed, yes: "In work", no: "Not in work"), from: source)
    known.add(.debts, said(DIRForm.debts, yes: "Has debts", no: "No debts"), from: source)
    known.add(
      .family, said(DIRForm.children, yes: "Has children, or lives with them", no: nil),
      from: source)
    known.add(.wishes, reading.text(DIRForm.goals), from: source)
    threats(&known)
    treatment(&known)
  }

  private var drugs: String? {
    if reading.isYes(DIRForm.noDrugs) { return "Uses no drugs" }
    return CarePlanKnown.sentence(
      DIRForm.drugLines(in: reading).map { line in
        let how = line.route.isEmpty ? "" : ", \(codes.words(of: line.route, in: .routes))"
        let main = line.isMain ? " (main drug)" : ""
        return "\(codes.words(of: line.drug, in: .drugs))\(how), \(line.daysAWeek) days a week, "
          + "\(Money.words(pence: line.spendADay)) a day\(main)"
      })
  }

  private var injecting: String? {
    if reading.isYes(DIRForm.injectsNow) {
      return reading.isYes(DIRForm.shared)
        ? "Injects now; shared equipment in the last 4 weeks" : "Injects now"
    }
    return said(DIRForm.injectedEver, yes: "Has injected, not now", no: "Has never injected")
  }

  private var alcohol: String? {
    guard let days = reading.number(DIRForm.alcoholDays) else { return nil }
    guard days > 0 else { return "Does not drink" }
    let units = reading.number(DIRForm.alcoholUnits).map { ", \($0) units a day" } ?? ""
    return Digits.counted(days, "day") + " a week" + units
  }

  private var health: String? {
    let mental = reading.text(DIRForm.mentalText).map { "Mental health: \($0)" }
    return CarePlanKnown.sentence([
      reading.text(DIRForm.physical),
      reading.isYes(DIRForm.mental) ? mental ?? "Mental health concern" : nil,
      reading.isYes(DIRForm.pregnant) ? "Pregnant" : nil,
      reading.isYes(DIRForm.hepatitisB) ? "Hepatitis B" : nil,
      reading.isYes(DIRForm.hepatitisC) ? "Hepatitis C" : nil,
      reading.isYes(DIRForm.detox) ? "Needs detoxification" : nil,
      reading.isYes(DIRForm.prescribing) ? "Needs prescribing to go on" : nil,
      reading.isYes(DIRForm.medication)
        ? reading.text(DIRForm.medicationText).map { "Medication: \($0)" } : nil,
    ])
  }

  /// Debts are what an assessment says in so many words; the worker marks or unmarks the rest.
  private func threats(_ known: inout KnownAnswers) {
    guard reading.isYes(DIRForm.debts) else { return }
    let others = known.draft[CarePlanForm.threats]
    known.draft[CarePlanForm.threats] =
      (others.isEmpty ? "" : others + ", ") + ProgressThreat.debt.code
    known.sources[CarePlanForm.threats] =
      (known.sources[CarePlanForm.threats].map { "\($0), " } ?? "") + source
  }

  /// Treatment that runs already belongs in the plan.
  private func treatment(_ known: inout KnownAnswers) {
    guard reading.choice(DIRForm.treatment, as: TreatmentHistory.self) == .now,
      let modality = reading.code(DIRForm.modality),
      let agency = reading.text(DIRForm.treatmentAgency)
    else { return }
    known.draft.rows[CarePlanForm.treatments] = [
      FormDraft.Row(
        id: 1,
        texts: [
          CarePlanForm.TreatmentColumn.modality: modality,
          CarePlanForm.TreatmentColumn.provider: agency,
        ])
    ]
    known.sources[CarePlanForm.treatments] = source
  }

  private func said(_ field: FieldCode, yes: String, no: String?) -> String? {
    switch reading.yesNo(field) {
    case .yes: yes
    case .no: no
    case .notKnown, .refused, nil: nil
    }
  }
}
