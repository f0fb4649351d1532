import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// Names as they get written down by people who have only heard them.
@Suite("Wrong spellings people really write")
struct WrongSpellingTests {
  private static let spellings: [(name: String, typed: [String])] = [
    // Welsh.
    ("Rhys Llewellyn", ["Reece Lewellin", "Rees Clewelyn", "Rhis Llewelyn", "Reese Luellin"]),
    ("Dafydd Gruffydd", ["Davith Griffith", "David Griffiths", "Dafith Gruffid", "Dai Gryffith"]),
    ("Angharad Cadwallader", ["Angarad Cadwalader", "Anharad Cadwaladr", "Ankarad Kadwalader"]),
    ("Myfanwy Pugh", ["Muvanwy Pew", "Mivanwy Pugh", "Myvanwy Pue"]),
    ("Ieuan Rhydderch", ["Yeyan Rutherch", "Evan Rhyddrech", "Iwan Rhytherch"]),
    ("Siân ap Hywel", ["Sharn Howell", "Shan Hywel", "Sian Aphowel", "Jane Hywell"]),
    ("Gwyneth ferch Owain", ["Gwenith Owen", "Gwyneth Verch Owain", "Gwynneth Owein"]),
    ("Eluned Bowen", ["Elined Bowan", "Elyned Bowen", "Elunid Boen"]),
    // Irish.
    ("Siobhán O'Sullivan", ["Shivaun Sullivan", "Chevonne OSullivan", "Shavon O Sulivan"]),
    ("Niamh Ní Dhomhnaill", ["Neve Ni Donnell", "Neeve Dhomhnaill", "Niav Ni Dhomnaill"]),
    ("Caoimhe Gallagher", ["Keeva Galaher", "Kweeva Gallacher", "Queeva Gallager"]),
    ("Tadhg Ó Murchú", ["Tige Murchu", "Teague O Murchu", "Tadgh Murchoo"]),
    ("Saoirse Geraghty", ["Seersha Gerety", "Sersha Geraty", "Saorise Gerrity"]),
    ("Diarmuid Mac Giolla Phádraig", ["Dermot Mac Giolla Padraig", "Diarmid MacGiolla Padrig"]),
    ("Eoghan Mulcahy", ["Owen Mulcahey", "Eoin Mulkahy", "Euan Mulcahy"]),
    (
      "Gráinne McGillycuddy",
      ["Grawnya Macgillicuddy", "Granya McGilicuddy", "Grania MacGillycuddy"]
    ),
    ("Padraig O'Shaughnessy", ["Porick Oshaunessy", "Patrick O'Shaughnesy", "Pauric Shaughnessy"]),
    // Polish.
    ("Krzysztof Wiśniewski", ["Christof Vishnevski", "Kshishtof Wisniewsky", "Krystof Wisnewski"]),
    ("Małgorzata Szymańska", ["Malgozata Shimanska", "Gosia Szymanska", "Margaret Szimanska"]),
    ("Wojciech Wójcik", ["Voychek Voychik", "Wojtek Wojick", "Wojcieh Woycik"]),
    (
      "Grzegorz Brzęczyszczykiewicz",
      ["Gregor Brzeczyszczykiewicz", "Grzegosz Bzhenchishchykevich"]
    ),
    ("Agnieszka Dąbrowska", ["Agneshka Dombrowska", "Anieszka Dabrovska", "Aga Dombrovska"]),
    ("Łukasz Błaszczyk", ["Lukash Blaschik", "Wukash Blashchyk", "Lucas Blaszczik"]),
    ("Zbigniew Kowalczyk", ["Zbignev Kovalchik", "Zbyszek Kowalchyk", "Zbigniev Covalchick"]),
    ("Jacek Piątek", ["Yatsek Piontek", "Jasek Piatek", "Jacek Pyontek"]),
    // South Asian.
    (
      "Mohammed Chaudhry",
      ["Muhammad Choudhury", "Mohamed Chowdry", "Mo Chaudry", "Mohd Chaudhary"]
    ),
    ("Gurpreet Dhillon", ["Gurprit Dillon", "Gurpreat Dhilon", "Gurps Dhillon"]),
    ("Shabana Siddiqui", ["Shabanah Sidiki", "Sabana Siddiqi", "Shabs Sidiqui"]),
    ("Harjit Bhatti", ["Harjeet Batti", "Harjit Bhati", "Harj Bhatty"]),
    ("Jaswinder Sohal", ["Jasvinder Sohall", "Jaz Sohal", "Jaswindar Sohel"]),
    ("Rukhsana Qureshi", ["Ruksana Koreshi", "Roxana Qureishi", "Rukhsanna Kureshi"]),
    ("Imran Shaikh", ["Imraan Sheikh", "Emran Shake", "Imran Sheik"]),
    ("Ghulam Rasool", ["Gulam Rasul", "Golam Rasool", "Ghulaam Rassool"]),
    // Arabic and Somali.
    ("Abdirahman Farah", ["Abdurrahman Faarax", "Abdi Farrah", "Abdulrahman Fara"]),
    ("Hussein al-Khatib", ["Hossain Khatib", "Xuseen Alkhatib", "Hussain El Kateeb"]),
    ("Yusuf Abdulaziz", ["Yousef Abdelaziz", "Joseph Abdul Aziz", "Yosef Abdulazeez"]),
    ("Fatima Al Zahra", ["Fatma Alzahra", "Fadumo Zahra", "Fatimah El Zara"]),
    ("Khaled Mahmoud", ["Khalid Mahmud", "Kaled Mahmood", "Haled Mahmoud"]),
    ("Xasan Warsame", ["Hassan Warsama", "Hasan Warsamee", "Xassan Warsame"]),
    // West and southern African.
    ("Oluwaseun Adebayo", ["Olu Adebayor", "Seun Adebayo", "Oluwashaun Adebayo"]),
    ("Ifeanyi Nwosu", ["Ifyani Nwoso", "Iffy Nwosu", "Ifeani Wosu"]),
    ("Kwame Agyeman", ["Quame Adjeman", "Kwami Agyemang", "Kwame Ageman"]),
    ("Chukwuemeka Okonkwo", ["Emeka Okonquo", "Chukwemeka Okonko", "Chukuemeka Oconkwo"]),
    ("Tendai Mutasa", ["Tendayi Mutasa", "Tandai Mutassa", "Tendie Mutasa"]),
    ("Ngozi Okafor", ["Engozi Okafor", "Ngosi Okafo", "Ngozie Okaffor"]),
    // English and Scottish.
    ("Geoffrey Featherstone", ["Jeffrey Fetherston", "Geoff Featherstan", "Jeff Feathersone"]),
    ("Stephen Thompson", ["Steven Thomson", "Steve Tomson", "Stefan Tompson"]),
    ("Catherine MacDonald", ["Kathryn McDonald", "Kate Mac Donald", "Katherine Mcdonnald"]),
    ("Alasdair Urquhart", ["Alistair Urkart", "Ali Urquart", "Alister Erquhart"]),
    ("Philippa Cholmondeley", ["Pippa Chumley", "Phillipa Cholmondley", "Pip Cholmondely"]),
  ]

  private static let others = 400

  private static let office = Result { () -> TemporaryStore in
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) { transaction in
      for (name, _) in spellings {
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        _ = try PersonRecords.add(.example(family: words[1], given: words[0]), in: transaction)
      }
      for index in 0..<others {
        let person = InventedPerson(index: index, seed: 5, today: .on("2026-11-23"))
        _ = try PersonRecords.add(
          .example(family: person.family, given: person.given, born: person.born.iso),
          in: transaction)
      }
    }
    return file
  }

  @Test("The person is among the first five, however the name is written", arguments: spellings)
  func found(name: String, typed: [String]) throws {
    let file = try Self.office.get()
    let context = file.context(Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit))
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    for typed in typed {
      let hits = try file.read { try PersonRecords.find(typed, limit: 60, in: $0, context) }
      #expect(
        hits.prefix(5).contains { $0.familyName == words[1] && $0.givenNames == words[0] },
        "\(typed) finds \(hits.prefix(5).map { "\($0.familyName) \($0.givenNames): \($0.because ?? "")" })"
      )
    }
  }
}
