/// The same name written otherwise, or as other languages have it; one line for each name.
enum SpellingLines {
  static let all = islands + "\n" + families + "\n" + arabic + "\n" + elsewhere

  private static let islands = """
    aidan aiden adan aodhan aodan edan
    ailbhe alva alby
    aine anya onya enya
    aisling ashling aislin ashlyn ashleen aislinn
    alan allan allen alun
    alastair alasdair alistair allister alister alisdair
    aneurin nye aneirin
    angharad angarad ankarad
    anne ann anna
    aoife eefa eva efa ifa aefa eve
    aonghus angus aengus
    ashley ashleigh ashlee
    blathnaid blanid
    brian bryan brien
    brid breda bridie breed breege
    brigid bridget brighid bridgit
    bronagh brona
    caitlin kaitlin catelyn kaitlyn caitlyn katelyn
    caitriona catriona katrina caterina catrina
    caoilfhionn keelin kaylin
    caoimhe keeva kweeva keva kiva queeva
    caoimhin kevin keevin
    caolan keelan kealan kelan
    carys carris caris
    cathal cahal cahill kahal charles
    catherine katherine kathryn catharine kathrin cathryn
    ceallach kelly
    ceri kerry keri
    cerys kerys carys kerris
    christopher kristofer christofer kristopher
    cian kian kean keane kein
    ciara keira kiera kira keara
    ciaran kieran kieron keiran kyran kieren
    claire clare clair
    colm colum callum calum
    conor connor conner konnor
    cormac cormack kormac
    criostoir christy
    dafydd david davith dafith davydd dewi
    dai dye di
    daithi dahy davy
    daragh dara darragh darach dairagh
    darren darran darin
    dearbhla dervla derbhla
    declan deaglan decklan
    deirdre deidre dierdre deardra
    delyth delith
    diarmuid dermot diarmaid dermott diarmad
    domhnall donal donald donall
    donnacha donagh denis donncha
    dylan dillon dilan dullan
    eamonn eamon aymon edmund aimon
    efa eva
    eileen aileen eibhlin eyleen
    eilidh ayley ailey eily haley
    eimear emer eimer eemer
    eirian irian
    eithne enya ethna etna
    eoghan owen eoin ewan euan ewen owain eugene ewyn
    eleri elerie
    eluned lynette linet
    emyr emir emmer
    evelyn eveline evlyn
    ffion fion fionn feeon
    fiachra feakra
    fionn finn
    fionnuala finola fenella finuala nuala
    gareth garath gareff
    gearoid gerard garrett
    geoffrey jeffrey jeffery geoffry
    geraint gerrant gerynt
    gethin gethyn getin
    ghislaine gillian
    gillian jillian
    grainne granya grania gronya granne grawnya
    graham graeme grahame
    gruffydd griffith griffiths gruffudd griffid
    gwen gwenn
    gwyn wyn gwynne wynne gwin win
    gwyneth gwenith gweneth
    helen helena hellen
    hugh huw hew hue aodh
    iain ian eoin
    ieuan ewan iwan evan ifan yeyan yayan jeuan
    ifor ivor
    illtyd iltid
    iola yola
    iolo yolo
    iona ionna
    iwan ewan iwen
    jon john jonn
    kayleigh kayley kaylee caleigh cayley
    karen karin caryn
    kelly kelley kellie
    kirsten kirstin kirsteen
    lachlan lochlan loughlan
    lee leigh li
    leanne leeanne lianne
    lesley leslie
    lewis louis luis
    lindsay lindsey linsey lynsey
    liam lliam
    llewelyn llewellyn lewelyn lewellen clewellin flewellyn
    llinos linos
    lloyd loyd floyd loid
    lowri laura lowry lauri
    lynn lynne lyn lin
    maeve maebh meadhbh meabh mave medb
    mairead margaret maraid moraid
    mair mary mire
    mairi mhairi vari varry mary mari
    maire mary moira maura moya
    maolsheachlann malachy
    mark marc
    mathghamhain mahon
    matthew mathew
    megan meghan meagan
    mihangel michael
    micheal michael meehaul
    mollie molly
    moire moira moyra
    morag morak
    muireann mwirin murren
    muiris maurice
    myfanwy muvanwy mivanwy
    myrddin merlin merthin
    neasa nessa
    neil neal niall nyle nial kneale
    niamh neve nieve neeve neave neev nev niav
    nicola nichola
    noirin noreen norin
    oisin osheen usheen ushin ossian oshin osian
    olwen olwyn
    orla orlagh orlaith orlah
    owain owen owein
    padraig patrick porick padrig pawrick padhraic padraic parick
    peadar peter padder
    philip phillip filip
    proinsias francis
    pronnsias francis
    rachel rachael
    rebecca rebekah
    rhian rian
    rhiannon rianon reannon
    rhodri rodri rodry
    rhona rona
    rhys rees reece reese rice rhis
    rian ryan
    risteard richard
    roisin rosheen rosaleen rosheene
    rory ruairi ruaidhri rauri ruari
    ross roz
    sadhbh sive sieve
    sandra zandra
    saoirse seersha sersha searsha sirsha
    sarah sara
    seamus shamus james seumas shaymus
    sean shaun shawn shane seaghan
    seonaid shona
    shona seona shauna
    sian sharn shan sharne jane sharon
    sile sheila sheelagh shelagh sheelah
    sinead shinade shinaid jinead
    siobhan shivaun chevonne shevaun shavon shevon chavonne shivon shervorn
    sion shon john shaun
    sioned shoned janet
    sorcha sorka
    steven stephen stefan
    stuart stewart
    tadhg tige teague tadgh tiger taig
    teresa theresa
    tomas thomas
    tomos thomas tomas
    tracey tracy
    tudur tudor tidir
    una oona oonagh
    vivian vivien
    zoe zoey
    """

  /// Family names whose English spelling lies far from their sound.
  private static let families = """
    beauchamp beecham
    blaszczyk blashchik blaschick blazik
    ceallaigh kelly
    cholmondeley chumley chumleigh
    colquhoun cahoon calhoun
    dalziel dalyell deyell
    farquhar farker
    featherstonehaugh fanshaw
    geoghegan gehegan gaygan
    geraghty gerrity geraty
    gorski gurski
    hughes hews huws
    jablonski yabwonski
    jones johns
    keane kane keen kean
    kowalczyk covalchick kovalchik
    krol crole krul
    ogilvie ogilvy
    leicester lester
    llewelyn llewellyn
    llwyd lloyd
    mainwaring mannering
    marjoribanks marchbanks
    mcgillycuddy macgillicuddy
    menzies mingis menzis mingus
    michalski mihalski
    nguyen nwen win
    okonkwo konkwo
    oleary leary
    pontefract pomfret
    rhydderch rutherch roderick
    ruthven riven
    sinclair stclair
    stjohn sinjun
    szczepanski stepanski shchepanski
    trahaearn traherne trahern
    tyrwhitt tirrit
    urquhart urkart erkart
    wojcik voychik woycik wojick voitchik
    wriothesley risley
    zajac zayonts zayontz zajonc
    zielinski zhelinski jelinski
    """

  /// Names that Latin letters write in many ways: Arabic, South Asian, Somali, Turkish.
  private static let arabic = """
    abdallah abdullah abdulah abdulla abdullahi cabdulaahi
    abdi cabdi abdy
    abdirahman cabdiraxmaan abdurrahman abdulrahman abdelrahman abdurahman
    abdulaziz abdelaziz abdulazeez
    abu aboo
    adnan cadnaan
    ahmed ahmad axmed ahmet ahmedh achmed
    aisha ayesha aysha aishah caasha caisho asha aysa
    akhtar akther akhter aktar
    ali aly cali
    amina aminah aamina ameena
    amir ameer aamir emir
    anwar anwer enver
    asif aasif aseef
    aziz azeez casiis
    bashir basheer bashiir
    begum begam begom
    bilal bilaal belal
    chaudhry chaudhary choudhury chowdhury choudhary chaudhri choudry
    dahir daahir tahir taher
    faisal faysal feisal feysal
    farah faarax farrah
    fatima fatimah faduma fadumo fatma faadumo fathima
    ghulam gulam gholam
    habib habeeb xabiib
    hafiz hafeez
    hamid hameed haamid
    hamza hamzah xamse
    hasan hassan xasan hasaan hassen
    hodan xodan
    husain hussain hussein husayn xuseen hossain hosain huseyin hussin
    ibrahim ebrahim ibraahim ibrahiim abraham
    idris idrees idriss
    imran emran imraan
    iqbal eqbal ikbal
    ismail ismaeel ismaciil esmail ishmael
    jamal jamaal gamal jaamac
    javed javaid jawed jawad
    kamal kamaal kemal
    karim kareem kariim
    khadija khadijah khadeeja khadijo kadija
    khaled khalid kaled khaalid
    khan kahn kaan
    leila layla laila leyla laylah
    mahmood mahmud mahmoud maxamuud mehmood
    malik malick maalik
    mariam maryam miriam maryan maryama
    mohammed muhammad mohamed mohammad mahomed maxamed muhammed mehmet mehmed mohamud mahamed
    musa moosa muuse moses moussa
    mustafa mostafa mustapha moustafa
    nasreen nasrin nasrine
    nasir naseer nasser naser
    omar umar cumar omer umer
    osman usman uthman cusmaan othman ousmane
    parveen parvin perveen
    qadir kadir qader khadir
    qureshi kureshi quraishi qureishi koreshi
    rahim raheem rahiim
    rahman rehman raman
    rashid rasheed rashiid
    rehana rihana rehanna
    rukhsana ruksana ruxana roksana
    saeed said sayid saed siciid syed
    salah saleh salaax
    salim saleem selim saliim
    sameer samir samiir
    shabana shabanah
    shahid shaheed
    shaikh sheikh shaykh sheik shekh
    sharif shareef sherif shariif
    siddiqui siddiqi sidiki siddique sadiki sidiqi
    sulaiman suleiman solomon saleban suleman soleiman
    syed sayed sayyid said
    tariq tarik tarek tareq dariq
    uddin udin ud
    warsame warsama
    yasin yaseen yassin
    yasmin yasmeen jasmin yasmine
    yusuf yousef yusef joseph yuusuf yousuf yosef
    zahra zahrah sahra zara
    zainab zaynab zeinab zeynab saynab
    zakaria zakariya zekeria
    zubair zubayr
    """

  private static let elsewhere = """
    agnieszka agneshka anieshka agnes
    agyeman agyemang adjeman ajeman
    aleksander alexander aleksandr
    aleksandra alexandra
    amarjit amarjeet
    andrzej andrew andjay andzej
    baljit baljeet
    boateng bwating boating
    bozena bojena
    chidi cheedy
    chukwu chuku chukwoo
    diallo jallow jalloh djalo
    dhillon dillon dhilon
    ewa eva
    gill ghill
    grzegorz gregory gregor gshegosh
    gurdip gurdeep
    gurmit gurmeet
    hardip hardeep
    harjit harjeet
    ifeanyi ifyani ifeani ifanyi
    jadwiga yadviga hedwig
    jakub jacob yakub
    jan yan jon
    jacek yatsek yacek jasek
    jaroslaw yaroslav
    jaswinder jasvinder
    jerzy jezhy yezhy george
    jolanta yolanda yolanta
    katarzyna katazhina catherine katerina
    kofi coffee koffi
    krzysztof christopher krystof kristof kshishtof christof krystoff kryztof
    kuldip kuldeep
    kulwinder kulvinder
    kwame quame kwami quami
    kwaku kweku quaku
    lech leh
    lukasz lucas lukash wukash wookash
    maciej machay matthew
    magdalena magdalen magdaleena
    malgorzata margaret mowgozhata malgozata
    manjit manjeet
    mateusz matthew matteus
    michal michael mihal mihau
    mikolaj nicholas mikolai mikolay
    ngozi engozi
    nwosu wosu nwoso
    oluwaseun shawn
    okafor okafer
    pawel pavel paul pavew
    piotr peter pyotr piotor
    przemyslaw pshemyslav pshemek
    ranjit ranjeet
    ryszard richard rishard
    sandip sandeep
    sukhwinder sukhvinder
    surinder surrinder
    surjit surjeet
    szymon simon shimon
    tomasz thomas tomash
    wieslaw veslav
    wiktor victor viktor
    wladyslaw vladislav
    wojciech voychek wojtech voytek
    zaneta janet janetta
    zbigniew zbignev zbigniev
    zofia sophia sofia
    zuzanna susanna
    """
}
