/// Names for people who do not exist, as mixed as the people of a real town.
enum NamePools {
  /// A heritage that given and family names are drawn from together.
  struct Pool: Sendable {
    let weight: Int
    let men: [String]
    let women: [String]
    let families: [String]
    /// Self-defined ethnicity codes that go with it (COD-005).
    let ethnicities: [String]
    /// Languages spoken; English stands for most people of every pool.
    let languages: [String]
  }

  static let all: [Pool] = [
    english, welsh, scottish, irish, polish, southAsian, african, caribbean,
  ]

  static let english = Pool(
    weight: 44,
    men: words(
      """
      Alan Adam Barry Ben Callum Carl Craig Daniel Darren David Dean Gary Jack Jamie Jason John
      Jordan Karl Kevin Lee Liam Luke Mark Martin Matthew Michael Nathan Neil Paul Peter Robert
      Ryan Scott Shaun Simon Stephen Steven Stuart Terence Thomas Tony Wayne William
      """),
    women: words(
      """
      Abigail Alison Amanda Amy Angela Beverley Carly Charlotte Claire Dawn Debbie Donna Emma
      Gemma Hayley Helen Jade Jane Jennifer Joanne Julie Karen Kate Kelly Kerry Kim Kirsty Laura
      Leanne Lindsey Lisa Louise Michelle Natalie Nicola Paula Rachel Rebecca Samantha Sarah
      Stacey Tina Tracey Vicky Zoë
      """),
    families: words(
      """
      Abbott Adlam Ashdown Atkey Baines Barton Beck Bell Blackmore Bowdler Bradley Brading Bright
      Brook Bullock Burden Carder Carpenter Chessell Cheverton Clarke Cole Colenutt Cooke Cotton
      Dabell Dale Dore Downer Drake Dyer Edmunds Elderfield Farnham Fellowes Field Flux Ford
      Fulford Gale Garner Gosling Granger Gray Groves Harding Harvey Hayles Haynes Hobbs Holbrook
      Holloway Hookey Hunt Ingram Jacobs Jolliffe Kingswell Lacey Lambert Leal Linington Locke
      Mabbott Marsh Mew Midlane Morey Munden Newnham Norris Oatley Orchard Palmer Parsons Peach
      Pickford Plumbley Prouten Quantrill Rayner Reeves Ridett Rolfe Rowbotham Sanders Sheath Shields
      Smith Snudden Sparks Stallard Stark Stroud Swift Tarrant Thorne Trickett Urry Vale Wadham
      Wallbridge Warder Watkin Weeks Westmore Whillier Wickham Wolfe Woodnutt Wright Yelf Young
      """), ethnicities: ["W1", "W1", "W1", "W1", "NS"], languages: ["English"])

  static let welsh = Pool(
    weight: 8,
    men: words(
      "Aled Dafydd Dylan Emyr Gareth Geraint Gethin Huw Iwan Owain Rhodri Rhys Siôn Tomos"),
    women: words(
      "Angharad Bethan Carys Catrin Eleri Ffion Gwen Lowri Mair Megan Nia Rhiannon Siân"),
    families: words(
      """
      Bevan Beynon Bowen Cadwallader Evans Gethin Griffiths Gwynne Howells Hughes Jenkins Jones
      Lloyd Llewellyn Morgan Nantlais Parry Penhale Powell Price Pugh Rees Rhydderch Roberts
      Thomas Trahaearn Vaughan Williams
      """), ethnicities: ["W1"], languages: ["English", "English", "Welsh"])

  static let scottish = Pool(
    weight: 8,
    men: words(
      "Alasdair Angus Calum Cameron Craig Duncan Euan Fraser Gordon Hamish Iain Keir Ross"),
    women: words("Ailsa Catriona Eilidh Fiona Iona Isla Kirsteen Mairi Morag Rhona Shona Una"),
    families: words(
      """
      Abercrombie Baird Buchanan Cairns Carnegie Drummond Farquhar Galbraith Geddes Haldane Kerr
      Lennox MacAskill MacDougall MacGillivray MacIntyre MacLeod McAllister McCrindle McKellar
      McPhail McTavish Menzies Moncrieff Ogilvie Rattray Ruthven Sinclair Urquhart
      """), ethnicities: ["W1"], languages: ["English"])

  static let irish = Pool(
    weight: 9,
    men: words(
      "Aidan Brendan Cathal Ciarán Conor Cormac Declan Eoin Fergal Niall Oisín Pádraig Séamus"),
    women: words(
      "Aoife Bríd Ciara Deirdre Fionnuala Gráinne Maeve Niamh Nuala Róisín Sinéad Siobhán"),
    families: words(
      """
      Brennan Byrne Cullinane Devlin Doherty Fallon Flaherty Gallagher Geraghty Hanrahan Keane
      Kinsella Lafferty MacNamara Mulcahy Nolan O'Brien O'Connor O'Dowd O'Flynn O'Hara O'Leary
      O'Malley O'Neill O'Rourke O'Shea O'Sullivan Quigley Rafferty Tierney
      """), ethnicities: ["W1", "W2", "W2", "W3"], languages: ["English"])

  static let polish = Pool(
    weight: 7,
    men: words(
      "Andrzej Bartosz Grzegorz Jacek Krzysztof Łukasz Marek Michał Paweł Piotr Tomasz Wojciech"),
    women: words(
      "Agnieszka Anna Beata Dorota Ewa Joanna Katarzyna Magdalena Małgorzata Zofia Żaneta"),
    families: words(
      """
      Błaszczyk Dąbrowski Górski Grabowski Jabłoński Kamiński Kowalczyk Król Malinowski Mazur
      Nowicki Pawłowski Piątek Rutkowski Sikora Szymański Walczak Wiśniewski Wójcik Zając Zieliński
      """), ethnicities: ["W9"], languages: ["Polish", "Polish", "English"])

  static let southAsian = Pool(
    weight: 10,
    men: words(
      "Amir Arjun Asif Bilal Faisal Gurdeep Harjit Imran Kamran Manjit Nadeem Rajesh Sanjay Tariq Usman"
    ),
    women: words(
      "Aisha Amina Anjali Farzana Harpreet Jaspreet Meera Nasreen Parveen Priya Rukhsana Shabana Sunita"
    ),
    families: words(
      """
      Ahmed Akhtar Ali Begum Bhatti Chaudhry Dhillon Gill Hussain Iqbal Kaur Khan Malik Mistry
      Nair Patel Qureshi Rahman Rao Sandhu Sharma Siddiqui Singh Sohal Uddin Virk
      """), ethnicities: ["A1", "A2", "A2", "A3", "A9"],
    languages: ["English", "English", "Punjabi", "Urdu", "Bengali"])

  static let african = Pool(
    weight: 7,
    men: words("Abdi Chidi Emeka Femi Ifeanyi Kofi Kwame Mohamed Obinna Olu Sekou Tendai Yusuf"),
    women: words(
      "Abena Adaeze Amara Asha Chioma Fatou Folake Hodan Ngozi Rutendo Sade Yetunde Zainab"),
    families: words(
      """
      Abiola Addo Adebayo Agyeman Boateng Chikwanda Chukwu Diallo Eze Farah Jalloh Kamara Mensah
      Moyo Mutasa Ndlovu Nkemelu Nwosu Okafor Okonkwo Olatunji Osei Owusu Sesay Warsame
      """), ethnicities: ["B2", "B2", "M2"], languages: ["English", "English", "Somali", "French"])

  static let caribbean = Pool(
    weight: 7,
    men: words(
      "Ashley Clifton Curtis Delroy Desmond Errol Everton Leroy Marlon Marvin Neville Tyrone Winston"
    ),
    women: words(
      "Alicia Beverly Chantelle Claudette Donnette Gloria Jasmine Marcia Shanice Sonia Yvette"),
    families: words(
      """
      Bailey Barrett Benjamin Bogle Campbell Cummings Dawes Dixon-Blake Facey Francis Gayle Grant
      Henriques Lindo McFarlane Morrison Nembhard Palmerston Reid Samuels St-Clair Wedderburn
      """), ethnicities: ["B1", "B1", "M1", "B9"], languages: ["English"])

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
