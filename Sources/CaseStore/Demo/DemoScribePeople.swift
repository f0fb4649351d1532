import CaseRules

extension DemoScribe {
  /// Who of the arrest referral workers met this person; always the same one.
  func arw(_ story: DemoStory) -> Worker { worker(.arw, of: story) }

  func worker(_ role: Role, of story: DemoStory) -> Worker {
    let all = cast.all(role)
    return all.isEmpty ? cast.workers[0] : all[story.person.family.utf8.count % all.count]
  }

  func officer(_ story: DemoStory) -> RecordRef {
    let officers = cast.officers
    return officers[
      (story.person.family.utf8.count + story.person.given.utf8.count) % officers.count]
  }

  /// Takes the person on file, once.
  func takeOnFile(_ story: DemoStory, by worker: Worker, at moment: Moment) throws -> RecordRef {
    if let known = story.personRef { return known }
    let person = story.person
    var answers: [FieldCode: String] = [
      PersonForm.family: person.family, PersonForm.born: person.born.uk,
      PersonForm.sex: person.sex.rawValue, PersonForm.ethnicity: person.ethnicity,
      PersonForm.accommodation: person.accommodation, PersonForm.language: person.language,
      PersonForm.interpreter: person.needsInterpreter ? "yes" : "no", PersonForm.risks: "none",
    ]
    answers[person.given.isEmpty ? PersonForm.oneName : PersonForm.given] =
      person.given.isEmpty ? "yes" : person.given
    answers[PersonForm.pnc] = person.pnc
    answers[person.postcode == nil ? PersonForm.noFixedAbode : PersonForm.address] =
      person.postcode == nil ? "yes" : person.address
    answers[PersonForm.postcode] = person.postcode
    var rows: [FieldCode: [[FieldCode: String]]] = [:]
    if let phone = person.phone {
      rows[PersonForm.phones] = [
        [
          PersonForm.number: phone, PersonForm.safeToRing: "yes",
          PersonForm.safeMessage: "not known",
        ]
      ]
    }
    if !person.aliases.isEmpty {
      rows[PersonForm.aliases] = person.aliases.map { [PersonForm.alias: $0] }
    }
    answers.merge(circumstances(of: person)) { told, _ in told }
    let ref = try fill(PersonForm.id, by: worker, at: moment, answers, rows: rows)
    story.personRef = ref
    return ref
  }

  /// PPL-001: without them nothing could be corrected once the person has been assessed.
  private func circumstances(of person: InventedPerson) -> [FieldCode: String] {
    func word(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    var answers: [FieldCode: String] = [
      PersonForm.veteran: word(person.isVeteran), PersonForm.children: String(person.children),
      PersonForm.employed: word(person.isEmployed),
      PersonForm.settledRelationship: word(person.isSettled),
    ]
    if person.sex != .male { answers[PersonForm.pregnant] = "no" }
    if person.children > 0 {
      answers[PersonForm.childrenLiveWith] = word(person.childrenLiveWith)
      answers[PersonForm.safeguarding] = "no"
    }
    return answers
  }

  func consent(
    _ story: DemoStory, to type: String, by worker: Worker, at moment: Moment
  ) throws {
    try fill(
      ConsentGivenForm.id, about: story.personRef, by: worker, at: moment,
      [
        ConsentGivenForm.type: type, ConsentGivenForm.given: "yes", ConsentGivenForm.how: "WRI",
        ConsentGivenForm.when: moment.typed, ConsentGivenForm.explainedBy: worker.name,
        ConsentGivenForm.explained: "yes",
      ])
  }

  /// The open episode of a person, if there is one.
  func episode(of story: DemoStory) throws -> Episode? {
    guard let person = story.personRef.flatMap({ PersonID($0) }) else { return nil }
    return try EpisodeRecords.open(of: person, in: connection)
  }
}
