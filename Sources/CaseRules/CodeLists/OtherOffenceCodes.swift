extension CodeList {
  /// COD-001: offences that are never trigger offences; the offer is made all the same.
  static let otherOffences =
    violence + publicOrder + otherDrugs + [
      Code("N40", "Sexual offence", synonyms: ["rape", "indecent assault", "exposure"]),
      Code("N41", "Soliciting or loitering", synonyms: ["prostitution", "kerb crawling"]),
    ] + driving + courtMatters + [
      Code(
        "N80", "Making off without payment", synonyms: ["bilking", "petrol", "Theft Act 1978 s.3"]),
      Code("N81", "Abstracting electricity", synonyms: ["Theft Act s.13"]),
      Code("N82", "Blackmail", synonyms: ["extortion", "Theft Act s.21"]),
      Code("N83", "False accounting", synonyms: ["forgery", "counterfeit money"]),
      Code("N85", "Immigration offence"),
      Code(
        "N90", "Attempt at another offence",
        synonyms: [
          "attempted TWOC", "attempted taking a conveyance", "attempted criminal damage",
          "attempted vehicle-taking", "attempted arson", "attempted deception",
        ]),
      Code("N99", "Another offence", synonyms: ["other", "not listed"]),
    ]

  private static let violence = [
    Code("N01", "Common assault", synonyms: ["assault", "battery", "section 39"]),
    Code(
      "N02", "Assault causing actual bodily harm", synonyms: ["ABH", "section 47"]),
    Code(
      "N03", "Wounding or grievous bodily harm",
      synonyms: ["GBH", "stabbing", "section 18", "section 20"]),
    Code(
      "N04", "Assault on a police officer",
      synonyms: [
        "assault PC", "assault emergency worker", "resisting arrest", "obstructing police",
      ]
    ),
    Code("N05", "Threats or harassment", synonyms: ["threats to kill", "stalking", "domestic"]),
    Code("N06", "Murder, manslaughter or kidnap", synonyms: ["false imprisonment"]),
    Code(
      "N07", "Offensive weapon or blade",
      synonyms: ["knife", "bladed article", "possession of knife"]
    ),
    Code("N08", "Firearms", synonyms: ["gun", "imitation firearm", "possession of firearm"]),
  ]

  private static let publicOrder = [
    Code(
      "N10", "Public order", synonyms: ["affray", "violent disorder", "section 4", "section 5"]),
    Code(
      "N11", "Drunkenness", synonyms: ["drunk and disorderly", "drunk and incapable", "D&D"]),
    Code("N12", "Breach of the peace", synonyms: ["BOP"]),
    Code("N20", "Criminal damage", synonyms: ["vandalism", "graffiti"]),
    Code("N21", "Arson", synonyms: ["fire setting"]),
  ]

  private static let otherDrugs = [
    Code(
      "N30", "Possession of another drug",
      synonyms: otherDrugNames.map { "possession of " + $0 }),
    Code(
      "N31", "Producing or supplying another drug",
      synonyms: otherDrugNames.map { "supply of " + $0 } + [
        "cultivating cannabis", "cannabis farm",
      ]
    ),
    Code(
      "N32", "Possession of another drug with intent to supply",
      synonyms: otherDrugNames.map { "PWITS " + $0 } + ["intent to supply cannabis"]),
  ]

  private static let otherDrugNames = [
    "cannabis", "amphetamine", "speed", "ecstasy", "MDMA", "LSD", "ketamine", "methadone",
    "diazepam", "benzodiazepines", "methamphetamine", "steroids", "mushrooms", "khat",
  ]

  private static let driving = [
    Code(
      "N50", "Driving while unfit through drink or drugs",
      synonyms: ["drink driving", "drug driving", "excess alcohol", "OPL"]),
    Code("N51", "Driving while disqualified", synonyms: ["disqual"]),
    Code(
      "N52", "Another driving offence",
      synonyms: ["no insurance", "dangerous driving", "careless driving", "interfering vehicle"]),
  ]

  private static let courtMatters = [
    Code("N70", "Breach of bail", synonyms: ["failing to surrender", "bail act"]),
    Code(
      "N71", "Warrant", synonyms: ["fail to appear", "FTA", "wanted on warrant", "fines warrant"]),
    Code(
      "N72", "Breach of an order or licence",
      synonyms: ["recall to prison", "breach DRR", "breach ASBO", "community order"]),
    Code("N73", "Perverting the course of justice", synonyms: ["witness intimidation", "perjury"]),
  ]
}
