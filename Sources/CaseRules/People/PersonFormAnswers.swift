/// The person form filled from a record, and a record made from its answers.
extension PersonForm {
  /// The answers as somebody would have typed them; an estimated age is that of the day.
  package static func draft(of person: Person, on day: CalendarDate) -> FormDraft {
    var draft = FormDraft()
    draft[family] = person.name.family
    draft[given] = person.name.given
    if person.name.given.isEmpty { draft[oneName] = YesNo.yes.rawValue }
    switch person.birth {
    case .on(let date): draft[born] = date.uk
    case .estimated: draft[estimatedAge] = String(person.birth.age(on: day))
    }
    draft[sex] = person.sex.code
    draft[ethnicity] = person.ethnicity
    draft[language] = person.language
    draft[interpreter] = person.interpreter.rawValue
    draft[gp] = person.gp?.ref.text ?? ""
    draft[risks] = riskCodes(person.risks)
    draft[riskNote] = person.riskNote
    fillNumbers(person.numbers, in: &draft)
    fillHome(person.home, in: &draft)
    fillCircumstances(person.circumstances, in: &draft)
    fillRows(of: person, in: &draft)
    return draft
  }

  private static func riskCodes(_ risks: [RiskMarker]) -> String {
    risks.isEmpty
      ? RiskAnswer.noneKnown.code : risks.map(\.rawValue).joined(separator: ", ")
  }

  private static func fillNumbers(_ numbers: Person.Numbers, in draft: inout FormDraft) {
    draft[pnc] = numbers.pnc ?? ""
    draft[cro] = numbers.cro ?? ""
    draft[prisonNumber] = numbers.prison ?? ""
    draft[lrn] = numbers.lrn ?? ""
    draft[oasys] = numbers.oasys ?? ""
  }

  private static func fillHome(_ home: Person.Home, in draft: inout FormDraft) {
    draft[address] = home.address
    draft[postcode] = home.postcode ?? ""
    draft[noFixedAbode] = home.noFixedAbode?.rawValue ?? ""
    draft[accommodation] = home.accommodation ?? ""
  }

  private static func fillCircumstances(
    _ life: Person.Circumstances, in draft: inout FormDraft
  ) {
    draft[veteran] = life.veteran?.rawValue ?? ""
    draft[pregnant] = life.pregnant?.rawValue ?? ""
    draft[children] = life.children.map(String.init) ?? ""
    draft[childrenLiveWith] = life.childrenLiveWith?.rawValue ?? ""
    draft[safeguarding] = life.safeguarding?.rawValue ?? ""
    draft[employed] = life.employed?.rawValue ?? ""
    draft[settledRelationship] = life.settledRelationship?.rawValue ?? ""
  }

  private static func fillRows(of person: Person, in draft: inout FormDraft) {
    if !person.aliases.isEmpty {
      draft.rows[aliases] = person.aliases.map { FormDraft.Row(id: $0.id, texts: [alias: $0.name]) }
    }
    if !person.phones.isEmpty {
      draft.rows[phones] = person.phones.map { phone in
        FormDraft.Row(
          id: phone.id,
          texts: [
            number: phone.number, safeToRing: phone.safeToRing?.rawValue ?? "",
            safeMessage: phone.safeToLeaveMessage?.rawValue ?? "",
          ])
      }
    }
  }

  /// The record the answers make; nil while an answer is missing that the record cannot be without.
  ///
  /// An estimate that was not changed keeps the day on which it was made.
  package static func person(
    from reading: FormReading, id: PersonID, was before: Person?, on day: CalendarDate
  ) -> Person? {
    guard let name = name(reading), let birth = birth(reading, was: before, on: day),
      let sex: Sex = reading.choice(sex), let ethnicity = reading.code(ethnicity),
      let language = reading.text(language), let interpreter = reading.yesNo(interpreter)
    else { return nil }
    return Person(
      id: id, name: name, aliases: aliasRows(reading), birth: birth, sex: sex,
      ethnicity: ethnicity,
      numbers: Person.Numbers(
        pnc: reading.text(pnc), cro: reading.text(cro), prison: reading.text(prisonNumber),
        lrn: reading.text(lrn), oasys: reading.text(oasys)),
      home: Person.Home(
        address: reading.text(address) ?? "", postcode: reading.text(postcode),
        noFixedAbode: reading.yesNo(noFixedAbode), accommodation: reading.code(accommodation)),
      phones: phoneRows(reading), language: language, interpreter: interpreter,
      circumstances: circumstances(reading, sex), gp: reading.link(gp).flatMap { AgencyID($0) },
      risks: reading.choices(risks, as: RiskAnswer.self).compactMap(\.marker),
      riskNote: reading.text(riskNote) ?? "", revision: before?.revision ?? 1)
  }

  /// As much of somebody as it takes to look whether they are on file; nil while that is missing.
  package static func sketch(from reading: FormReading, on day: CalendarDate) -> Person? {
    guard let family = reading.text(family), let birth = birth(reading, was: nil, on: day)
    else { return nil }
    return Person(
      id: PersonID(0), name: PersonName(family: family, given: reading.text(given) ?? ""),
      aliases: aliasRows(reading), birth: birth, sex: .notStated, ethnicity: "",
      numbers: Person.Numbers(
        prison: reading.text(prisonNumber), lrn: reading.text(lrn), oasys: reading.text(oasys)),
      risks: [])
  }

  private static func name(_ reading: FormReading) -> PersonName? {
    guard let family = reading.text(family) else { return nil }
    if reading.isYes(oneName) { return PersonName(family: family, given: "") }
    return reading.text(given).map { PersonName(family: family, given: $0) }
  }

  private static func birth(
    _ reading: FormReading, was before: Person?, on day: CalendarDate
  ) -> Birth? {
    if let date = reading.date(born) { return .on(date) }
    guard let age = reading.number(estimatedAge) else { return nil }
    if let old = before?.birth, old.date == nil, old.age(on: day) == age { return old }
    return .estimated(age: age, noted: day)
  }

  /// Answers to questions that do not arise are not kept.
  private static func circumstances(_ reading: FormReading, _ sex: Sex) -> Person.Circumstances {
    let count = reading.number(children)
    let hasChildren = (count ?? 0) > 0
    return Person.Circumstances(
      veteran: reading.yesNo(veteran), pregnant: sex == .male ? nil : reading.yesNo(pregnant),
      children: count, childrenLiveWith: hasChildren ? reading.yesNo(childrenLiveWith) : nil,
      safeguarding: hasChildren ? reading.yesNo(safeguarding) : nil,
      employed: reading.yesNo(employed), settledRelationship: reading.yesNo(settledRelationship))
  }

  private static func aliasRows(_ reading: FormReading) -> [Person.Alias] {
    (reading.rows[aliases] ?? []).compactMap { row in
      row.text(alias).map { Person.Alias(id: row.id, name: $0) }
    }
  }

  private static func phoneRows(_ reading: FormReading) -> [Person.Phone] {
    (reading.rows[phones] ?? []).compactMap { row in
      row.text(number).map {
        Person.Phone(
          id: row.id, number: $0, safeToRing: row.yesNo(safeToRing),
          safeToLeaveMessage: row.yesNo(safeMessage))
      }
    }
  }
}
