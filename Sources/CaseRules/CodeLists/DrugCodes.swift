extension CodeListID {
  /// COD-003.
  package static let drugs = CodeListID(rawValue: "drugs")
  /// COD-004.
  package static let routes = CodeListID(rawValue: "routes")
}

/// The class of a drug under the Misuse of Drugs Act on some day.
package enum DrugClass: String, FormChoice {
  case a = "A"
  case b = "B"
  case c = "C"
  case none
  /// Depends on the very substance.
  case varies

  package var code: String { rawValue }

  /// "Class A", "Not classified".
  package var words: String {
    switch self {
    case .a, .b, .c: "Class " + rawValue
    case .none: "Not classified"
    case .varies: "Class varies"
    }
  }
}

extension Code {
  /// COD-003: the class on that day; nil for a code that is no drug.
  ///
  /// Some drugs are of a higher class when prepared for injecting.
  package func drugClass(on day: CalendarDate, injected: Bool = false) -> DrugClass? {
    if injected, let higher = attributes["class_injected"] { return DrugClass(rawValue: higher) }
    guard let periods = attributes["class"] else { return nil }
    for period in periods.split(separator: ";") {
      let words = period.split(separator: " ")
      guard let name = words.first else { continue }
      let last = words.last.flatMap { CalendarDate(iso: $0) } ?? .latest
      if day <= last { return DrugClass(rawValue: String(name)) }
    }
    return nil
  }

  /// COD-003: the units in which its amount is told, the usual one first.
  package var units: [String] {
    (attributes["unit"] ?? "").split(separator: ",").map(\.trimmed)
  }

  /// True for heroin, cocaine and crack, the drugs that testing and trigger offences name.
  package var isSpecifiedClassA: Bool { attributes["specified"] == "yes" }
}

extension CodeList {
  private static func drug(
    _ code: String, _ words: String, _ classes: String, _ units: String, _ synonyms: [String] = [],
    more: [String: String] = [:]
  ) -> Code {
    var attributes = more
    attributes["class"] = classes
    attributes["unit"] = units
    return Code(code, words, synonyms: synonyms, attributes: attributes)
  }

  private static let specified = ["specified": "yes"]

  /// COD-003: drugs with their class by date ("C to 2009-01-25; B") and units.
  package static let drugs = CodeList(
    .drugs, title: "Drugs", rule: "COD-003", codes: opiates + stimulants + otherDrugs)

  private static let opiates = [
    drug(
      "HER", "Heroin", "A", "g, bags", ["brown", "smack", "gear", "diamorphine"], more: specified),
    drug("MTD", "Methadone, prescribed", "A", "mg, ml", ["script methadone", "physeptone"]),
    drug("MTS", "Methadone, street", "A", "mg, ml", ["illicit methadone", "green"]),
    drug("BUP", "Buprenorphine", "C", "mg", ["subutex", "suboxone", "temgesic"]),
    drug(
      "OPI", "Other opiate", "varies", "mg",
      [
        "codeine", "dihydrocodeine", "DF118", "morphine", "tramadol", "oxycodone", "fentanyl",
        "opium",
      ]
    ),
  ]

  private static let stimulants = [
    drug("CRK", "Crack", "A", "rocks, g", ["crack cocaine", "white", "stones"], more: specified),
    drug(
      "COC", "Cocaine powder", "A", "g", ["coke", "charlie", "powder cocaine"], more: specified),
    drug(
      "AMP", "Amphetamine", "B", "g", ["speed", "whizz", "base", "dexamphetamine"],
      more: ["class_injected": "A"]),
    drug("MET", "Methamphetamine", "A", "g", ["crystal meth", "ice"]),
    drug("MDM", "Ecstasy", "A", "tablets, g", ["MDMA", "pills", "E"]),
    drug("KHA", "Khat", "none to 2014-06-23; C", "bundles", ["qat", "chat"]),
  ]

  private static let otherDrugs = [
    drug("LSD", "LSD", "A", "tabs", ["acid", "trips"]),
    drug("MSH", "Psilocybin mushrooms", "A", "g", ["magic mushrooms", "shrooms"]),
    drug(
      "CAN", "Cannabis", "B to 2004-01-28; C to 2009-01-25; B", "g, joints",
      ["skunk", "weed", "hash", "resin", "marijuana", "dope"]),
    drug(
      "BNZ", "Benzodiazepines", "C", "tablets, mg",
      ["diazepam", "valium", "temazepam", "nitrazepam", "benzos", "blues"]),
    drug(
      "KET", "Ketamine", "none to 2005-12-31; C to 2014-06-09; B", "g", ["special K", "ket"]),
    drug("GHB", "GHB or GBL", "C to 2022-04-12; B", "ml", ["gamma", "liquid ecstasy"]),
    drug(
      "GAB", "Gabapentinoids", "none to 2019-03-31; C", "mg",
      ["pregabalin", "gabapentin", "lyrica"]),
    drug(
      "NPS", "Synthetic cannabinoids or new psychoactive substances", "varies", "g",
      ["spice", "legal highs", "mamba", "mephedrone"]),
    drug("STE", "Anabolic steroids", "C", "mg", ["roids", "testosterone"]),
    drug("SOL", "Solvents", "none", "cans", ["glue", "gas", "aerosols", "butane"]),
    drug("ALC", "Alcohol", "none", "units", ["drink", "beer", "cider", "spirits"]),
    drug("OTH", "Another drug", "varies", "", ["other", "not listed"]),
  ]

  /// COD-004: how a drug is taken.
  package static let routes = CodeList(
    .routes, title: "Routes", rule: "COD-004",
    codes: [
      Code(
        "INJ", "Inject (vein or muscle)",
        synonyms: ["IV", "IM", "injecting", "intravenous", "intramuscular", "needle"]),
      Code("SMK", "Smoke or chase", synonyms: ["chasing", "smoking", "pipe", "inhale"]),
      Code("SNF", "Sniff", synonyms: ["snort", "nasal", "sniffing"]),
      Code("ORL", "Oral", synonyms: ["swallow", "by mouth", "drink", "eat"]),
      Code("SUB", "Sublingual", synonyms: ["under the tongue"]),
      Code("SKN", "Skin", synonyms: ["patch", "transdermal"]),
      Code("OTH", "Another route", synonyms: ["other"]),
    ])
}
