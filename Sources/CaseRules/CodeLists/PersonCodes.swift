extension CodeListID {
  /// COD-005.
  package static let ethnicity = CodeListID(rawValue: "ethnicity")
  /// COD-008.
  package static let accommodation = CodeListID(rawValue: "accommodation")
}

extension CodeList {
  /// The census that brought the 2011 groups: 27/03/2011.
  private static let census2011 = CalendarDate(year: 2011, month: 3, day: 27)

  /// COD-005: ethnicity as people describe themselves; the 2011 groups from that census on.
  package static let ethnicity = CodeList(
    .ethnicity, title: "Ethnicity", rule: "COD-005",
    codes: [
      Code("W1", "White British", synonyms: ["English", "Welsh", "Scottish"]),
      Code("W2", "White Irish", synonyms: ["Irish"]),
      Code(
        "W3", "Gypsy or Irish Traveller", synonyms: ["Roma", "traveller"], validFrom: census2011),
      Code("W9", "Other White", synonyms: ["Polish", "European"]),
      Code("M1", "White and Black Caribbean", synonyms: ["mixed"]),
      Code("M2", "White and Black African", synonyms: ["mixed"]),
      Code("M3", "White and Asian", synonyms: ["mixed"]),
      Code("M9", "Other mixed"),
      Code("A1", "Indian", synonyms: ["Asian"]),
      Code("A2", "Pakistani", synonyms: ["Asian"]),
      Code("A3", "Bangladeshi", synonyms: ["Asian"]),
      Code("A4", "Chinese", synonyms: ["Asian"], validFrom: census2011),
      Code("A9", "Other Asian"),
      Code("B1", "Caribbean", synonyms: ["Black"]),
      Code("B2", "African", synonyms: ["Black"]),
      Code("B9", "Other Black"),
      Code("O1", "Chinese", validTo: census2011?.adding(days: -1)),
      Code("O2", "Arab", validFrom: census2011),
      Code("O9", "Other"),
      Code("NS", "Not stated", synonyms: ["refused", "not known", "unknown"]),
    ])

  /// COD-008: accommodation need.
  package static let accommodation = CodeList(
    .accommodation, title: "Accommodation need", rule: "COD-008",
    codes: [
      Code(
        "1", "No fixed abode: urgent housing problem",
        synonyms: [
          "NFA", "rough sleeping", "homeless", "night shelter", "street", "sofa surfing",
          "different friend each night",
        ]),
      Code(
        "2", "Housing problem",
        synonyms: [
          "friends short-term", "family short-term", "hostel", "bed and breakfast", "B&B", "squat",
          "refuge",
        ]),
      Code(
        "3", "No housing problem",
        synonyms: ["own tenancy", "owner", "settled", "with family", "supported housing", "tenant"]),
      Code("9", "Not known", synonyms: ["unknown"]),
    ])
}
