/// What a field asks for, and so how what is typed into it is read.
package enum FieldKind: Hashable, Sendable {
  /// One line, at most so many characters.
  case text(max: Int)
  /// A person's name.
  case name
  /// Several lines, at most so many characters.
  case longText(max: Int)
  /// A day; `partial` allows a month or a year alone, `birth` reads two-digit years as births.
  case date(direction: DateDirection, partial: Bool = false, birth: Bool = false)
  /// A day and a time of day in local time.
  case dateTime(direction: DateDirection)
  case time
  /// A length of time.
  case duration(maxMinutes: Int = 100_000)
  /// An amount; with a period, "40/d" is turned into it.
  case money(maxPence: Int, per: MoneyPeriod? = nil)
  case number(ClosedRange<Int>, unit: String? = nil)
  /// A number with up to three decimals; the range is in thousandths.
  case decimal(ClosedRange<Int>, unit: String? = nil)
  case yesNo(notKnown: Bool = true, refused: Bool = true)
  /// One code of a list in the code book.
  case code(CodeListID)
  /// Several codes of a list in the code book.
  case codes(CodeListID)
  /// One of the answers that belong to the form itself.
  case choice(CodeList)
  /// Some of the answers that belong to the form itself.
  case choices(CodeList)
  /// Another record of one of the kinds.
  case link(kinds: [RecordRef.Kind])
  case pnc
  case cro
  case prisonNumber
  case nhsNumber
  case postcode
  case phone
  /// A reference in one line, at most so many characters.
  case identifier(max: Int)
}

/// On which side of today the dates of a field lie.
package enum DateDirection: String, CaseIterable, Hashable, Sendable {
  /// Something that has happened.
  case past
  /// Something planned.
  case future
  case either
}

/// What an amount of money is for.
package enum MoneyPeriod: String, CaseIterable, Hashable, Sendable {
  case day
  case week
}
