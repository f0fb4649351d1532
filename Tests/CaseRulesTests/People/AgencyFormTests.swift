import CaseRules
import Testing

@Suite("The agencies involved with a client")
struct AgencyFormTests {
  private static func row(
    _ id: Int, coordinator: String = "n", since: String = "", until: String = "",
    service: String = ""
  ) -> FormDraft.Row {
    FormDraft.Row(
      id: id,
      texts: [
        AgencyForm.name: "Quay Housing", AgencyForm.lead: "R. Hill",
        AgencyForm.provides: "Housing", AgencyForm.coordinator: coordinator,
        AgencyForm.since: since, AgencyForm.until: until, AgencyForm.service: service,
      ])
  }

  private static func said(
    _ rows: [FormDraft.Row], _ facts: FormFacts = FormFacts()
  ) -> [String] {
    AgencyForm.definition.said([:], rows: [AgencyForm.agencies: rows], facts)
  }

  @Test("PPL-013: exactly one of those involved now co-ordinates the care")
  func oneCoordinator() {
    #expect(Self.said([row(1, coordinator: "y"), row(2)]).isEmpty)
    #expect(Self.said([row(1, coordinator: "y"), row(2, coordinator: "y")]) == [blocks])
    #expect(Self.said([row(1), row(2)]) == ["PPL-013 shows agencies"])
    #expect(Self.said([row(1, until: "01/10/2007")]).isEmpty, "nobody is involved any more")
    #expect(Self.said([]).isEmpty)
    #expect(
      Self.said([row(1, coordinator: "y", until: "01/10/2007"), row(2)])
        == ["PPL-013 blocks agencies.1.coordinator"])
  }

  @Test("GEN-007: a part ends on or after the day it began")
  func endAfterStart() {
    let same = row(1, coordinator: "n", since: "01/10/2007", until: "01/10/2007")
    #expect(Self.said([same]).isEmpty)
    let turned = row(1, coordinator: "n", since: "02/10/2007", until: "01/10/2007")
    #expect(Self.said([turned]) == ["GEN-007 blocks agencies.1.until"])
  }

  @Test("PPL-013: a directory entry has to be there")
  func service() {
    let linked = row(1, coordinator: "y", service: AgencyID(7).ref.text)
    #expect(Self.said([linked]) == ["PPL-013 blocks agencies.1.service"])
    var facts = FormFacts()
    facts.names[AgencyID(7).ref] = "Quay Housing"
    #expect(Self.said([linked], facts).isEmpty)
  }

  private let blocks = "PPL-013 blocks agencies"

  private func row(
    _ id: Int, coordinator: String = "n", since: String = "", until: String = "",
    service: String = ""
  ) -> FormDraft.Row {
    Self.row(id, coordinator: coordinator, since: since, until: until, service: service)
  }
}
