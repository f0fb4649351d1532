extension CodeListID {
  /// COD-001.
  package static let offences = CodeListID(rawValue: "offences")
}

extension Code {
  /// COD-001: true when an offence of that day is a trigger offence.
  package func isTrigger(on day: CalendarDate) -> Bool {
    guard attributes["trigger"] == "yes" else { return false }
    let from = attributes["trigger_from"].flatMap { CalendarDate(iso: $0) }
    let to = attributes["trigger_to"].flatMap { CalendarDate(iso: $0) }
    return day >= from ?? .earliest && day <= to ?? .latest
  }
}

extension CodeList {
  /// COD-001: trigger offences first, then the others.
  package static let offences = CodeList(
    .offences, title: "Offences", rule: "COD-001",
    codes: theftAct + fraudAct + misuseOfDrugsAct + attempts + begging + otherOffences)

  private static let sinceBegging = "2004-07-27"
  private static let sinceFraudAct = "2007-08-01"

  private static func trigger(
    _ code: String, _ words: String, _ synonyms: [String] = [], from: String? = nil,
    to: String? = nil, validFrom: CalendarDate? = nil
  ) -> Code {
    var attributes = ["trigger": "yes"]
    attributes["trigger_from"] = from
    attributes["trigger_to"] = to
    return Code(
      code, words, synonyms: synonyms, validFrom: validFrom, attributes: attributes)
  }

  private static let theftAct = [
    trigger(
      "T01", "Theft",
      [
        "shoplifting", "shop theft", "stealing", "theft from vehicle", "theft of pedal cycle",
        "theft from person", "pickpocket", "Theft Act s.1",
      ]),
    trigger("T08", "Robbery", ["mugging", "Theft Act s.8"]),
    trigger(
      "T09", "Burglary",
      ["burglary dwelling", "burglary other", "breaking in", "break-in", "Theft Act s.9"]),
    trigger("T10", "Aggravated burglary", ["Theft Act s.10"]),
    trigger(
      "T12", "Taking a conveyance without authority",
      ["TWOC", "taking without owner's consent", "TDA", "joyriding", "car taken", "Theft Act s.12"]
    ),
    trigger(
      "T12A", "Aggravated vehicle-taking", ["aggravated TWOC", "Theft Act s.12A"]),
    trigger(
      "T22", "Handling stolen goods", ["receiving stolen property", "Theft Act s.22"],
      from: sinceBegging),
    trigger(
      "T25", "Going equipped", ["going equipped for theft", "burglary tools", "Theft Act s.25"]),
    trigger(
      "T15", "Obtaining property by deception (before the Fraud Act)",
      ["deception", "Theft Act s.15"], to: "2007-01-14"),
  ]

  private static let fraudActStart = CalendarDate(year: 2007, month: 1, day: 15)

  private static let fraudAct = [
    trigger(
      "F01", "Fraud",
      ["false representation", "cheque fraud", "credit card fraud", "Fraud Act s.1"],
      from: sinceFraudAct, validFrom: fraudActStart),
    trigger(
      "F06", "Possessing articles for fraud", ["Fraud Act s.6"], from: sinceFraudAct,
      validFrom: fraudActStart),
    trigger(
      "F07", "Making or supplying articles for fraud", ["Fraud Act s.7"], from: sinceFraudAct,
      validFrom: fraudActStart),
  ]

  private static let misuseOfDrugsAct = [
    trigger(
      "M04", "Producing or supplying heroin, cocaine or crack",
      [
        "dealing heroin", "dealing cocaine", "dealing crack", "supply of heroin",
        "supply of cocaine", "supply of crack", "supply specified class A",
        "Misuse of Drugs Act s.4",
      ]),
    trigger(
      "M52", "Possession of heroin, cocaine or crack",
      [
        "possession of heroin", "possession of cocaine", "possession of crack",
        "possession of specified class A", "Misuse of Drugs Act s.5(2)",
      ]),
    trigger(
      "M53", "Possession of heroin, cocaine or crack with intent to supply",
      [
        "PWITS heroin", "PWITS cocaine", "PWITS crack", "intent to supply specified class A",
        "Misuse of Drugs Act s.5(3)",
      ]),
  ]

  private static let attempts = [
    trigger(
      "C01", "Attempted theft",
      ["attempt theft", "attempted shoplifting", "Criminal Attempts Act"],
      from: sinceBegging),
    trigger(
      "C02", "Attempted fraud", ["attempt fraud", "Criminal Attempts Act"], from: sinceFraudAct,
      validFrom: fraudActStart),
    trigger(
      "C08", "Attempted robbery", ["attempt robbery", "Criminal Attempts Act"],
      from: sinceBegging),
    trigger(
      "C09", "Attempted burglary",
      ["attempt burglary", "attempted break-in", "Criminal Attempts Act"], from: sinceBegging),
    trigger(
      "C22", "Attempted handling of stolen goods",
      ["attempt handling", "Criminal Attempts Act"], from: sinceBegging),
  ]

  private static let begging = [
    trigger("V03", "Begging", ["Vagrancy Act s.3"], from: sinceBegging),
    trigger("V04", "Persistent begging", ["Vagrancy Act s.4"], from: sinceBegging),
  ]
}
