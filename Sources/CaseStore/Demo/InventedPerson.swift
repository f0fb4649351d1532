import CaseRules

/// Somebody who does not exist, drawn from the seed: always the same for the same number.
struct InventedPerson: Equatable, Sendable {
  var family: String
  /// Empty for somebody who uses one name only.
  var given: String
  var aliases: [String]
  var sex: Sex
  var born: CalendarDate
  var ethnicity: String
  var pnc: String?
  var address: String
  /// nil for somebody without a fixed abode.
  var postcode: String?
  var phone: String?
  var language: String
  var needsInterpreter: Bool
  /// COD-008.
  var accommodation: String
  /// What an assessment asks besides (PPL-001).
  var children: Int
  var childrenLiveWith: Bool
  var isVeteran: Bool
  var isEmployed: Bool
  var isSettled: Bool

  /// The person of that number, counted from 0; no two numbers share a PNC.
  init(index: Int, seed: UInt64, today: CalendarDate) {
    var chance = SplitMix64(seed: seed, for: index)
    let pool = NamePools.draw(&chance)
    sex = chance.weighted([.male: 76, .female: 23, .notStated: 1], otherwise: .male)
    let name = Self.name(from: pool, sex, &chance)
    (family, given) = (name.family, name.given)
    aliases = Self.aliases(name, &chance)
    born = Self.birthday(&chance, today: today)
    ethnicity = chance.pick(pool.ethnicities)
    pnc = chance.chance(82) ? Self.pnc(index: index, born: born, today: today) : nil
    accommodation = chance.weighted(["3": 52, "2": 29, "1": 17, "9": 2], otherwise: "9")
    if accommodation == "1" {
      (address, postcode) = ("", nil)
    } else {
      let town = chance.pick(PlacePools.towns, otherwise: PlacePools.towns[0])
      address = "\(chance.int(1...240)) \(chance.pick(PlacePools.streets)), \(town.name)"
      postcode = "\(town.outcode) \(chance.int(1...9))\(Self.incode(&chance))"
    }
    phone = chance.chance(71) ? Self.phone(&chance) : nil
    language = chance.pick(pool.languages)
    needsInterpreter = language != "English" && chance.chance(40)
    children = chance.weighted([0: 58, 1: 20, 2: 14, 3: 8], otherwise: 0)
    childrenLiveWith = children > 0 && chance.chance(35)
    isVeteran = chance.chance(4)
    isEmployed = chance.chance(17)
    isSettled = chance.chance(31)
  }

  // MARK: Names

  private static func name(
    from pool: NamePools.Pool, _ sex: Sex, _ chance: inout SplitMix64
  ) -> (family: String, given: String) {
    var given = chance.pick(sex == .female ? pool.women : pool.men)
    var family = chance.pick(pool.families)
    if chance.chance(22) { given += " " + chance.pick(sex == .female ? pool.women : pool.men) }
    if chance.chance(7) { family += "-" + chance.pick(NamePools.draw(&chance).families) }
    if sex == .female, family.hasSuffix("ski") { family = String(family.dropLast()) + "a" }
    if chance.int(1...250) == 1 { (family, given) = (given, "") }
    return (family, given)
  }

  private static func aliases(
    _ name: (family: String, given: String), _ chance: inout SplitMix64
  ) -> [String] {
    guard chance.chance(14), let initial = name.given.first else { return [] }
    let nickname = chance.pick(NamePools.nicknames)
    return chance.chance(50) ? [nickname] : ["\(initial). \(name.family)", nickname]
  }

  // MARK: Numbers

  /// Mostly between 18 and 55, a few younger and older.
  private static func birthday(_ chance: inout SplitMix64, today: CalendarDate) -> CalendarDate {
    let years = chance.weighted(
      [
        chance.int(18...29): 38, chance.int(30...44): 42, chance.int(45...67): 17,
        chance.int(15...17): 3,
      ], otherwise: 30)
    return today.adding(days: -(years * 365 + years / 4 + chance.int(1...364)))
  }

  /// Serials from 9,900,000 up and a check letter that is right: plainly invented, yet accepted.
  ///
  /// The year is that of a first record: nobody has one before the age of ten. Each person has a
  /// serial of their own, so years may repeat; after a hundred thousand people they go on lower down.
  private static func pnc(index: Int, born: CalendarDate, today: CalendarDate) -> String? {
    let first = max(1975, born.year + 11)
    let years = first...max(first, today.year - 1)
    let year = years.lowerBound + index * 7 % years.count
    let beyond = index - 100_000
    let serial = beyond < 0 ? 9_900_000 + index : 9_000_000 + beyond % 900_000
    let digits = padded(year % 100, 2) + padded(serial, 7)
    return CheckLetter.letter(for: digits).map { "\(year)/\(padded(serial, 7))\($0)" }
  }

  /// Numbers that are kept for plays and films and never given to anybody.
  private static func phone(_ chance: inout SplitMix64) -> String {
    chance.chance(80)
      ? "07700 900" + padded(chance.int(0...999), 3)
      : "01632 96" + padded(chance.int(0...9_999), 4)
  }

  private static func incode(_ chance: inout SplitMix64) -> String {
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    return String((0..<2).map { _ in chance.pick(letters, otherwise: "A") })
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension NamePools {
  static func draw(_ chance: inout SplitMix64) -> Pool {
    var place = chance.int(0...(totalWeight - 1))
    for pool in all {
      place -= pool.weight
      if place < 0 { return pool }
    }
    return english
  }

  private static let totalWeight = all.reduce(0) { $0 + $1.weight }

  static let nicknames = [
    "Bez", "Birdie", "Chalky", "Dusty", "Ginge", "Jonno", "Kez", "Lofty", "Macca", "Nobby",
    "Pipsqueak", "Sparky", "Spud", "Tinks", "Tubs", "Wiggy",
  ]
}
