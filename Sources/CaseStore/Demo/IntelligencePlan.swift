import CaseRules

/// What one item of intelligence of the demonstration says, who said it, and what came of it.
struct IntelligencePlan: Sendable {
  /// How far it has come, and how long ago that was.
  enum Ending: Sendable {
    case received, graded
    case notValid(because: String)
    case research(replied: Bool)
    case rights
    case otherOption(String)
    case pending(recommended: Bool, returnedOnce: Bool)
    case returned
    case refused, authorised, notServed, served
    case declined, silent
    case inTreatment(reports: Int)
    case dropOut, assessed, completed
  }

  struct Subject: Sendable {
    let family: String
    let given: String
    var born = ""
    var age = ""
    var sex = "M"
    var otherNames = ""
    var description = ""
  }

  /// Who said it; sealed as soon as it is saved (INT-005).
  struct Source: Sendable {
    let kind: String
    var family = ""
    var identity = ""
    var howKnown = ""
    var contact = ""
    /// INT-007: of a client whom a treatment service heard it from.
    var client = ""
    var clientFamily = ""
    var disclosure = ""
  }

  /// When it was received, in days before today; 0 with `minutesAgo`.
  let daysAgo: Int
  var minutesAgo = 0
  let subject: Subject
  let text: String
  let drugs: String
  var spend = ""
  var place = ""
  var offence = ""
  let grades: String
  let source: Source
  let ending: Ending
  /// The letter names an offence: kind A; otherwise kind B.
  var convictions: String?
}

extension IntelligencePlan {
  /// Every state, and every condition of a deadline in it.
  static let all: [IntelligencePlan] = waiting + closed + early + pending + authorised + after

  private static let waiting = [
    IntelligencePlan(
      daysAgo: 0, minutesAgo: 75,
      subject: Subject(family: "Teague", given: "Dominic", age: "30", otherNames: "Dom"),
      text: "Dominic Teague sells crack from a blue van behind the bus station most evenings "
        + "between six and nine. He takes phones in exchange.",
      drugs: "CRK", spend: "350", place: "Bus station, Northfold", offence: "T22", grades: "B22",
      source: Source(kind: "COM", family: "Ambler", identity: "Night cleaner, rang the front desk"),
      ending: .received),
    IntelligencePlan(
      daysAgo: 0, minutesAgo: 320,
      subject: Subject(
        family: "", given: "", sex: "",
        description: "Man of about 40, grey beard, white terrier, sits by the Lower Quay steps"),
      text: "Younger people are sent to him for tablets on Fridays after school.",
      drugs: "BNZ", place: "Lower Quay", grades: "E42",
      source: Source(kind: "COM", identity: "Did not give a name"), ending: .received),
    IntelligencePlan(
      daysAgo: 2,
      subject: Subject(family: "Rourke", given: "Patrick", born: "14/02/1988"),
      text: "Patrick Rourke carries a blade since he was robbed of his money and drugs last week.",
      drugs: "HER", place: "Castlemere", grades: "C32",
      source: Source(
        kind: "PRI", family: "Stobart", identity: "Wing officer", contact: "Through the prison"),
      ending: .received),
    IntelligencePlan(
      daysAgo: 6,
      subject: Subject(family: "Vickery", given: "Shane", age: "24", otherNames: "Vicks"),
      text:
        "Shane Vickery has taken over a flat in Viaduct Street. The tenant sleeps on the stairs.",
      drugs: "HER, CRK", spend: "500", place: "Viaduct Street", offence: "M53", grades: "B25",
      source: Source(kind: "FAM", family: "Hollis", identity: "Aunt of the tenant"),
      ending: .graded),
    IntelligencePlan(
      daysAgo: 3,
      subject: Subject(family: "Adair", given: "Leon", born: "03/07/1995"),
      text: "Leon Adair is thought to steal from cars at the ferry terminal to pay for heroin.",
      drugs: "HER", place: "Ferry terminal", offence: "T01", grades: "E42",
      source: Source(kind: "COM", identity: "Letter without a name"), ending: .graded),
    IntelligencePlan(
      daysAgo: 1,
      subject: Subject(family: "Sumner", given: "Gail", age: "35", sex: "F"),
      text: "Gail Sumner is said to cook crack for half the quay.", drugs: "CRK", grades: "C52",
      source: Source(kind: "FAM", identity: "Former husband, angry"),
      ending: .graded),
  ]

  private static let closed = [
    IntelligencePlan(
      daysAgo: 34, subject: Subject(family: "Lorimer", given: "Keith", age: "50"),
      text: "Keith Lorimer runs the drugs of the whole town from his allotment.", drugs: "CAN",
      place: "Allotments, Harrowby Bridge", grades: "D52",
      source: Source(kind: "COM", family: "Pym", identity: "Neighbour of the allotment"),
      ending: .notValid(because: "A quarrel about a fence; nothing bears it out")),
    IntelligencePlan(
      daysAgo: 22, subject: Subject(family: "Chaplin", given: "Ross", age: "20"),
      text: "Ross Chaplin has been seen with needles.", drugs: "HER", grades: "E41",
      source: Source(kind: "COM", identity: "Voice message"),
      ending: .notValid(because: "Untested, and nobody else knows of it")),
  ]

  private static let early = [
    IntelligencePlan(
      daysAgo: 4, subject: Subject(family: "Doolan", given: "Kieran", born: "11/09/1991"),
      text:
        "Kieran Doolan shoplifts razors and coffee daily in Northfold and sells them for crack.",
      drugs: "CRK", spend: "280", place: "Northfold", offence: "T01", grades: "B22",
      source: Source(kind: "PROB", family: "Tyler", identity: "Probation officer"),
      ending: .research(replied: false)),
    IntelligencePlan(
      daysAgo: 11,
      subject: Subject(family: "Marchbank", given: "Tara", born: "30/05/1990", sex: "F"),
      text: "Tara Marchbank buys heroin in Castlemere every second day and takes her son along.",
      drugs: "HER", spend: "210", place: "Castlemere", grades: "B15",
      source: Source(kind: "FAM", family: "Kemble", identity: "Sister"),
      ending: .research(replied: true)),
    IntelligencePlan(
      daysAgo: 13, subject: Subject(family: "Osgood", given: "Neil", born: "08/12/1979"),
      text: "Neil Osgood supplies heroin to lodgers at the Harbour Hotel.", drugs: "HER",
      place: "Harbour Hotel, Saltmarsh Quay", offence: "M04", grades: "A12",
      source: Source(kind: "INF", identity: "Register reference 0417"), ending: .rights),
    IntelligencePlan(
      daysAgo: 40,
      subject: Subject(family: "Whitlock", given: "Jade", born: "02/02/1999", sex: "F"),
      text: "Jade Whitlock uses heroin since the spring and sleeps in the bus shelter.",
      drugs: "HER", place: "Northfold", grades: "B22",
      source: Source(
        kind: "TRE", family: "Ellery", identity: "Needle exchange worker", client: "P-0031",
        clientFamily: "Gosling", disclosure: "DR/0112"),
      ending: .otherOption("treatment_without_letter")),
  ]

  private static let pending = [
    IntelligencePlan(
      daysAgo: 16, subject: Subject(family: "Prosser", given: "Damian", born: "19/10/1986"),
      text:
        "Damian Prosser burgles holiday lets for heroin. He was seen at two of them with a bag.",
      drugs: "HER", spend: "420", place: "Eastcombe Sands", offence: "T09", grades: "B22",
      source: Source(kind: "COM", family: "Larter", identity: "Cleaner of the holiday lets"),
      ending: .pending(recommended: true, returnedOnce: false),
      convictions: "Burglary of a dwelling, 2019; theft, 2021 and 2022"),
    IntelligencePlan(
      daysAgo: 21, subject: Subject(family: "Yardley", given: "Craig", born: "27/01/1983"),
      text: "Craig Yardley uses crack daily and borrows from his mother's pension for it.",
      drugs: "CRK", spend: "300", place: "Kiln Lane", grades: "B25",
      source: Source(kind: "FAM", identity: "Mother"),
      ending: .pending(recommended: false, returnedOnce: true)),
    IntelligencePlan(
      daysAgo: 7, subject: Subject(family: "Nance", given: "Holly", born: "21/03/1997", sex: "F"),
      text: "Holly Nance takes orders for stolen clothes at the day centre to pay for heroin.",
      drugs: "HER", spend: "180", place: "Day centre, Northfold", offence: "T22", grades: "B32",
      source: Source(kind: "COM", family: "Abney", identity: "Volunteer at the day centre"),
      ending: .pending(recommended: false, returnedOnce: false), convictions: "none known"),
    IntelligencePlan(
      daysAgo: 10, subject: Subject(family: "Wadley", given: "Philip", born: "02/10/1988"),
      text: "Philip Wadley sells his script and buys heroin.", drugs: "HER, MTD",
      place: "Marsh Lane", grades: "B22", source: Source(kind: "COM", identity: "Pharmacist"),
      ending: .returned),
  ]

  private static let authorised = [
    IntelligencePlan(
      daysAgo: 33, subject: Subject(family: "Golding", given: "Marcus", born: "16/08/1981"),
      text: "Marcus Golding sends others to sell cocaine in the harbour bars.", drugs: "COC",
      place: "Harbour bars", offence: "M04", grades: "C22",
      source: Source(kind: "INF", identity: "Register reference 0388"), ending: .refused,
      convictions: "none known"),
    IntelligencePlan(
      daysAgo: 41, subject: Subject(family: "Ovenden", given: "Stuart", born: "09/04/1978"),
      text: "Stuart Ovenden uses heroin again since his release.", drugs: "HER",
      place: "Northfold", grades: "B22", source: Source(kind: "PRI", identity: "Resettlement wing"),
      ending: .authorised),
    IntelligencePlan(
      daysAgo: 62, subject: Subject(family: "Quill", given: "Bernard", born: "01/11/1969"),
      text: "Bernard Quill lets his flat be used for dealing.", drugs: "HER, CRK",
      place: "Foundry Street", grades: "C25", source: Source(kind: "COM", identity: "Caretaker"),
      ending: .notServed),
    IntelligencePlan(
      daysAgo: 15, subject: Subject(family: "Hallam", given: "Ricky", born: "23/07/1992"),
      text: "Ricky Hallam steals from vans on the ferry for crack.", drugs: "CRK", spend: "350",
      place: "Ferry terminal", offence: "T01", grades: "B22",
      source: Source(kind: "COM", family: "Munro", identity: "Deckhand"), ending: .served,
      convictions: "Theft from vehicles, 2018 and 2023"),
    IntelligencePlan(
      daysAgo: 27, subject: Subject(family: "Sayle", given: "Wendy", born: "15/05/1985", sex: "F"),
      text: "Wendy Sayle buys heroin for three others and keeps a part.", drugs: "HER",
      place: "Castlemere", grades: "B32", source: Source(kind: "FAM", identity: "Brother"),
      ending: .served),
  ]

  private static let after = [
    IntelligencePlan(
      daysAgo: 48, subject: Subject(family: "Penfold", given: "Graham", born: "30/09/1976"),
      text: "Graham Penfold sells heroin in small amounts to pay for his own.", drugs: "HER",
      place: "Northfold", offence: "M04", grades: "B22",
      source: Source(kind: "COM", identity: "Taxi driver"), ending: .declined,
      convictions: "Possession, 2015"),
    IntelligencePlan(
      daysAgo: 55, subject: Subject(family: "Toller", given: "Ian", born: "11/11/1984"),
      text: "Ian Toller uses crack at work on the fish quay.", drugs: "CRK", place: "Fish quay",
      grades: "C32", source: Source(kind: "COM", identity: "Foreman"), ending: .silent),
    IntelligencePlan(
      daysAgo: 54, subject: Subject(family: "Kitto", given: "Alec", born: "18/03/1989"),
      text: "Alec Kitto uses heroin with workmates at the cannery.", drugs: "HER",
      place: "Cannery Street", grades: "B25", source: Source(kind: "FAM", identity: "Partner"),
      ending: .inTreatment(reports: 0)),
    IntelligencePlan(
      daysAgo: 88, subject: Subject(family: "Brannock", given: "Lee", born: "04/04/1987"),
      text: "Lee Brannock steals bicycles for crack.", drugs: "CRK", spend: "400",
      place: "Saltmarsh Quay", offence: "T12", grades: "B22",
      source: Source(kind: "COM", identity: "Harbour master's office"), ending: .dropOut,
      convictions: "Theft of pedal cycles, 2020"),
    IntelligencePlan(
      daysAgo: 131,
      subject: Subject(family: "Cowley", given: "Donna", born: "25/01/1980", sex: "F"),
      text: "Donna Cowley holds drugs for a dealer and uses from them.", drugs: "HER, CRK",
      place: "Tidemill Road", grades: "C22", source: Source(kind: "FAM", identity: "Daughter"),
      ending: .assessed),
    IntelligencePlan(
      daysAgo: 170, subject: Subject(family: "Haskell", given: "Terence", born: "13/06/1974"),
      text: "Terence Haskell steals fuel for heroin.", drugs: "HER", place: "Harrowby Bridge",
      offence: "T01", grades: "B22", source: Source(kind: "COM", identity: "Farmer"),
      ending: .completed, convictions: "none known"),
    IntelligencePlan(
      daysAgo: 162,
      subject: Subject(family: "Trudgeon", given: "Anita", born: "29/08/1991", sex: "F"),
      text: "Anita Trudgeon buys crack with the rent.", drugs: "CRK", place: "Ropewalk",
      grades: "B22", source: Source(kind: "COM", identity: "Landlord"), ending: .completed),
  ]
}
