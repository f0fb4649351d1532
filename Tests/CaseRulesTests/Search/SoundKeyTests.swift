import CaseRules
import Testing

@Suite("What a name sounds like")
struct SoundKeyTests {
  @Test(
    "Two spellings of one sound share a key",
    arguments: [
      // Irish.
      ("siobhan", "shivaun"), ("niamh", "neev"), ("gallagher", "galaher"), ("callaghan", "calahan"),
      ("sean", "shawn"), ("caoimhe", "keeva"), ("ciaran", "kieran"), ("sadhbh", "sive"),
      // Welsh.
      ("llewellyn", "clewelin"), ("gwyn", "wynne"), ("dafydd", "davith"), ("ffion", "fion"),
      ("huw", "hugh"), ("rhys", "reece"), ("cerys", "kerris"), ("llewelyn", "lewellin"),
      // Polish.
      ("szymanski", "shimanski"), ("kowalczyk", "kovalchik"), ("wisniewski", "vishnevski"),
      ("dabrowski", "dombrovski"), ("piatek", "piontek"), ("krzysztof", "kshishtof"),
      ("wojcik", "voychik"), ("jablonski", "yablonski"), ("nowak", "novak"), ("zajac", "zaionc"),
      // South Asian and Arabic.
      ("hussain", "hossein"), ("mohammed", "muhammad"), ("qureshi", "koreshi"), ("khan", "kan"),
      ("ghulam", "gulam"), ("chaudhry", "choudhury"), ("shaikh", "sheik"), ("dhillon", "dilon"),
      ("bhatti", "batti"), ("siddiqui", "sidiki"), ("faisal", "fayzal"), ("abdullah", "abdula"),
      // African.
      ("kwame", "quame"), ("okonkwo", "okonquo"), ("nkemelu", "nkemalu"), ("farah", "fara"),
      // English and Scottish.
      ("phillips", "filips"), ("wright", "rite"), ("knight", "nite"), ("geoffrey", "jeffrey"),
      ("macdonald", "mcdonald"), ("dixon", "dickson"), ("thomson", "tomson"), ("quinn", "kwin"),
      ("schofield", "skofield"), ("lamb", "lam"), ("mckay", "mackay"), ("singh", "sing"),
    ])
  func alike(one: String, other: String) {
    let shared = Set(SoundKey.keys(of: one)).intersection(SoundKey.keys(of: other))
    #expect(!shared.isEmpty, "\(SoundKey.keys(of: one)) \(SoundKey.keys(of: other))")
  }

  @Test(
    "Names that sound different share none",
    arguments: [
      ("smith", "jones"), ("brown", "green"), ("khan", "singh"), ("kowalski", "nowicki"),
      ("obrien", "oneill"), ("harding", "harvey"), ("ahmed", "akhtar"), ("mary", "nora"),
    ])
  func different(one: String, other: String) {
    #expect(Set(SoundKey.keys(of: one)).isDisjoint(with: SoundKey.keys(of: other)))
  }

  @Test("A name that can be said in several ways has a key for each, the likeliest first")
  func several() {
    #expect(SoundKey.keys(of: "siobhan") == ["SBN", "SVN"])
    #expect(SoundKey.keys(of: "michael") == ["MSL", "MKL"])
    #expect(SoundKey.keys(of: "szczepanski").count <= SoundKey.most)
  }

  @Test("What is not in plain letters, or is one letter, has none")
  func none() {
    for word in ["", "j", "作田", "smith2", "Smith"] { #expect(SoundKey.keys(of: word).isEmpty) }
  }

  @Test("However odd the letters, it ends, and the keys are few")
  func anything() {
    var letters = Array("abcdefghijklmnopqrstuvwxyz")
    for _ in 0..<300 {
      letters.append(letters.removeFirst())
      letters.swapAt(3, letters.count / 2)
      let word = String(letters.prefix(1 + letters.count / 2))
      #expect((1...SoundKey.most).contains(SoundKey.keys(of: word).count), "\(word)")
    }
  }
}
