import CaseRules
import Testing

@Suite("Short forms and spellings of given names")
struct GivenNamesTests {
  @Test(
    "English, Welsh, Irish, Polish, South Asian and African short forms, both ways",
    arguments: [
      ("mick", "michael"), ("peggy", "margaret"), ("dai", "dafydd"), ("guto", "gruffydd"),
      ("paudie", "padraig"), ("nuala", "fionnuala"), ("kasia", "katarzyna"), ("kuba", "jakub"),
      ("gosia", "malgorzata"), ("wojtek", "wojciech"), ("harj", "harjit"), ("raj", "rajesh"),
      ("femi", "olufemi"), ("tunde", "babatunde"), ("bill", "william"), ("jack", "john"),
    ])
  func nicknames(short: String, full: String) {
    #expect(GivenNames.nicknames(of: short).contains(full))
    #expect(GivenNames.nicknames(of: full).contains(short))
  }

  @Test(
    "The same name in other spellings and languages, both ways",
    arguments: [
      ("niamh", "neve"), ("siobhan", "chevonne"), ("eoghan", "owen"), ("sian", "sharn"),
      ("mohammed", "maxamed"), ("hussain", "xuseen"), ("wojciech", "voychek"), ("abdi", "cabdi"),
      ("krzysztof", "christopher"), ("kwaku", "kweku"), ("llewelyn", "flewellyn"),
    ])
  func spellings(one: String, other: String) {
    #expect(GivenNames.spellings(of: one).contains(other))
    #expect(GivenNames.spellings(of: other).contains(one))
  }

  @Test("A name is not its own short form, and one that has none has none")
  func none() {
    #expect(!GivenNames.nicknames(of: "michael").contains("michael"))
    #expect(GivenNames.nicknames(of: "zzqx").isEmpty)
    #expect(GivenNames.spellings(of: "").isEmpty)
  }
}
