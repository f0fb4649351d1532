extension CodeListID {
  /// COD-009.
  package static let outcomes = CodeListID(rawValue: "outcomes")
  /// COD-010.
  package static let modalities = CodeListID(rawValue: "modalities")
  /// COD-011.
  package static let oasysDrugItems = CodeListID(rawValue: "oasys_drug_items")
}

extension Code {
  /// COD-010: the treatment tier, 2 to 4; nil for a code that is no modality.
  package var tier: Int? { attributes["tier"].flatMap { Digits.number($0) } }
}

extension CodeList {
  /// COD-009: what became of a recorded crime.
  package static let outcomes = CodeList(
    .outcomes, title: "Outcomes", rule: "COD-009",
    codes: [
      Code("1", "Charged or summonsed"),
      Code("2", "Caution, youth"),
      Code("3", "Caution, adult"),
      Code("4", "Taken into consideration", synonyms: ["TIC"]),
      Code("5", "Offender died"),
      Code("6", "Penalty notice for disorder", synonyms: ["PND", "FPN"]),
      Code("7", "Cannabis or khat warning"),
      Code("8", "Community resolution"),
      Code("9", "Not in the public interest (prosecutor)", synonyms: ["CPS"]),
      Code("10", "Not in the public interest (police)"),
      Code("11", "Suspect under the age of responsibility"),
      Code("12", "Suspect too ill"),
      Code("13", "Victim or key witness dead or too ill"),
      Code("14", "Suspect not identified, victim does not support"),
      Code("15", "Suspect identified, victim supports, evidence is difficult"),
      Code("16", "Suspect identified, victim does not support"),
      Code("17", "Time limit ran out"),
      Code("18", "No suspect identified"),
      Code("19", "Passed to the fraud bureau", synonyms: ["NFIB"]),
      Code("20", "Action by another body"),
      Code("21", "Further investigation not in the public interest (police)"),
      Code("22", "Diversion, education or intervention"),
    ])

  private static func modality(
    _ code: String, _ words: String, tier: Int, _ synonyms: [String] = []
  )
    -> Code
  {
    Code(code, words, synonyms: synonyms, attributes: ["tier": String(tier)])
  }

  /// COD-010: treatment modalities with their tier.
  package static let modalities = CodeList(
    .modalities, title: "Treatment", rule: "COD-010", isFixed: true,
    codes: [
      modality("ADV", "Advice and information", tier: 2),
      modality("NEX", "Needle exchange", tier: 2, ["harm reduction", "syringes"]),
      modality("BRI", "Brief intervention", tier: 2, ["motivational"]),
      modality("OUT", "Outreach", tier: 2),
      modality("COO", "Care co-ordination", tier: 2, ["case management"]),
      modality("SPR", "Specialist prescribing", tier: 3, ["methadone", "substitute"]),
      modality("GPR", "GP prescribing", tier: 3, ["shared care"]),
      modality("PSY", "Structured psychosocial or counselling", tier: 3, ["CBT"]),
      modality("DAY", "Structured day programme", tier: 3),
      modality("DTX", "Community detox", tier: 3, ["detoxification"]),
      modality("AFT", "Aftercare", tier: 3, ["resettlement"]),
      modality("INP", "Inpatient treatment", tier: 4, ["inpatient detox", "hospital"]),
      modality("RES", "Residential rehabilitation", tier: 4, ["rehab"]),
    ])

  /// COD-011: the five scored items of OASys section 8.
  package static let oasysDrugItems = CodeList(
    .oasysDrugItems, title: "OASys section 8", rule: "COD-011", isFixed: true,
    codes: [
      Code("1", "Current class of drug"),
      Code("2", "Level of use"),
      Code("3", "Injecting"),
      Code("4", "Motivation"),
      Code("5", "Drugs as main activity"),
    ])
}

/// COD-011: the OASys section 8 score.
package enum OASysDrugScore {
  /// The whole range of the total.
  private static let range = 0...10
  /// What one item can score.
  private static let itemRange = 0...2
  /// From this total on, DRR contact is made.
  package static let contactThreshold = 4

  /// The total of the five items; nil unless there are five from 0 to 2.
  package static func total(of items: [Int]) -> Int? {
    guard items.count == CodeList.oasysDrugItems.codes.count, items.allSatisfy(itemRange.contains)
    else { return nil }
    return items.reduce(0, +)
  }

  /// COD-011: refuses a total outside 0 to 10.
  package static func finding(on total: Int, field: String? = nil) -> Finding? {
    if range.contains(total) { return nil }
    return Finding(
      "COD-011", .blocks, field: field, "The OASys section 8 total is from 0 to 10, not \(total)")
  }
}
