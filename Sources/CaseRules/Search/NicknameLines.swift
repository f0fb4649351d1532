/// Short and pet forms of given names, one line for names that may be the same person's.
enum NicknameLines {
  static let all =
    english + "\n" + englishWomen + "\n" + celtic + "\n" + polish + "\n" + southAsian + "\n"
    + african

  private static let english = """
    aaron ron ronnie az
    abraham abe bram ham
    adam ad adz
    adrian ade adie
    alan al
    albert al bert bertie alby
    alexander alex al alec sandy xander sasha lex zander
    alfred alf alfie fred freddie
    alistair ali al alec
    andrew andy drew ands
    anthony tony ant anton tone
    archibald archie arch
    arnold arnie
    arthur art artie
    ashley ash
    augustus gus
    barnaby barney
    barry baz bazza
    bartholomew bart
    benjamin ben benny benji benjy
    bernard bernie bern
    bradley brad
    brandon bran
    brian bri
    bruce brucie
    callum cal
    cameron cam
    carl carlo
    cecil cec
    cedric ced
    charles charlie chas chaz chuck charley
    christian chris
    christopher chris kit topher christy kris
    clarence clarrie
    clifford cliff
    clinton clint
    conor con
    craig craigy
    curtis curt
    cyril cy
    damian dame damo
    daniel dan danny dannie
    darren daz dazza
    david dave davie davy
    dean deano
    dennis den denny
    derek del dez
    desmond des dez
    dominic dom nick
    donald don donnie donny
    douglas doug dougie
    duncan dunc
    edgar ed eddie
    edmund ed eddie ted ned
    edward ed eddie ted teddy ned eddy
    edwin ed eddie win
    elijah eli
    elliott el
    eric rick ricky
    ernest ernie
    eugene gene
    ezekiel zeke
    ferdinand ferdie
    francis frank frankie fran
    franklin frank frankie
    frederick fred freddie freddy rick fredrick
    gabriel gabe
    gareth gaz gary gazza
    gary gaz gazza garry
    gavin gav
    geoffrey geoff jeff
    george georgie geordie
    gerald gerry ger jerry
    gerard gerry ger ged jed jerry
    gilbert gil bert
    glen glenn
    gordon gordy gord
    graham gra
    gregory greg gregg
    harold harry hal
    harrison harry
    harvey harv
    henry harry hal hank
    herbert herb bert herbie
    horace horry
    howard howie
    hubert bert hugh
    humphrey humph
    ian iain
    isaac ike zac
    ivan van
    jacob jake jacky jack
    jack jackie
    james jim jimmy jamie jem jimmie
    jason jase jay
    jeffrey jeff geoff
    jeremiah jerry jem
    jeremy jerry jez jem
    jerome jerry
    jesse jess
    joel joe
    john jack johnny jonny jon johnnie jono
    jonathan jon jonny jono jonty johnny nathan
    jordan jord jordy
    joseph joe joey jo
    joshua josh
    jude judd
    julian jules
    justin jus
    keith keefy
    kenneth ken kenny
    kevin kev kevvy
    kieran kier
    kyle ky
    laurence larry laurie loz lawrie laz
    leonard len lenny leo
    leopold leo
    leroy lee roy
    leslie les
    lewis lew lou
    liam lee
    lloyd floyd
    louis lou louie
    lucas luke luc
    luke lucas
    malcolm mal malc
    marcus marc mark marky
    mark marky
    martin marty mart
    matthew matt matty mat
    maurice mo morrie
    maxwell max
    maximilian max
    melvin mel
    michael mick mike micky mickey mikey mitch mickie mikkel
    mitchell mitch
    montgomery monty
    morgan mo
    mortimer mort
    nathan nate nath
    nathaniel nat nate nathan
    neil neily
    nelson nels
    neville nev
    nicholas nick nicky nik nico
    nigel nige
    noah no
    norman norm
    oliver ollie olly oli
    oscar ossie oz
    oswald oz ozzie ossie
    patrick pat paddy rick pad
    paul pauly paulie
    percival percy
    peter pete petey
    philip phil pip
    quentin quent
    ralph ralphie
    randolph randy
    raymond ray
    reginald reg reggie
    reuben rube
    rhys ry
    richard rick ricky dick dickie rich richie ritchie dicky
    robert rob bob bobby robbie bert robby bobbie rab rabbie
    robin rob
    roderick rod roddy rick
    rodney rod roddy
    roger rog
    roland rolly roly
    ronald ron ronnie ronny
    rory roy
    rudolph rudy
    rupert rupe
    russell russ rusty
    ryan ry
    samuel sam sammy
    scott scotty
    sebastian seb bas baz
    shaun shauny
    sheldon shel
    sidney sid syd
    simon si sim
    spencer spence
    stanley stan
    stephen steve stevie ste
    stewart stu stew
    sylvester sly
    terence terry tel tez
    theodore theo ted teddy
    thomas tom tommy thom tam
    timothy tim timmy
    tobias toby
    trevor trev
    tristan tris
    tyler ty
    tyrone ty
    victor vic
    vincent vin vince vinny vinnie
    wallace wally
    walter walt wally wal
    warren waz
    wayne waz wazza
    wilfred wilf wilfie fred
    william bill billy will willy liam wills willie wilf
    winston win winnie
    xavier xav
    zachary zac zack zach zak
    """

  private static let englishWomen = """
    abigail abi abby gail abbie
    adele addie
    agnes aggie nessie
    alexandra alex sandra sandy lexi ali sasha alexa
    alice ali
    alison ali
    amanda mandy manda
    amelia amy millie mel
    anastasia stacey ana stacy
    andrea andie
    angela angie ange
    annabel anna bella belle
    anne annie nan ann anna
    antonia toni
    arabella bella
    barbara barb babs barbie
    beatrice bea trixie bee
    belinda bel linda
    bernadette bernie bern
    beverley bev
    brenda bren
    bridget biddy bridie bridge
    bronwen bron
    camilla cam millie
    carol caz carrie
    caroline caro carol carrie caz lina
    catherine cath cathy kate katie kit kitty cat kath kathy katy kat
    celia cece
    chantelle chan shan
    charlotte charlie lottie char lotte
    chelsea chels
    cheryl chez
    christina chris chrissie tina christy
    christine chris chrissie tina
    claire clairey
    constance connie
    cordelia delia
    cynthia cindy
    danielle dani dan elle
    deborah deb debbie debs debra
    deirdre dee
    delia dee
    denise den dee
    diana di
    diane di
    dorothy dot dotty dolly dottie thea
    edith edie
    edna ed
    eileen ei
    eleanor ellie nell nora lena nellie
    elaine lainie
    elizabeth liz beth lizzie betty eliza libby elsie bess lisa betsy liza lizzy lilibet lisbeth
    ella ellie
    ellen nell ellie nellie
    emily em emmy millie
    emma em emmy
    esther essie hettie
    ethel eth
    evelyn eve evie
    felicity flick fliss
    fiona fi
    florence flo florrie flossie
    frances fran frankie francie
    francesca fran chess cesca frankie
    gabrielle gabby elle gab
    gaynor gay
    gemma gem
    georgina georgie gina george
    geraldine gerry ger
    gertrude gert gertie trudy
    gillian gill gilly jill
    gloria glo
    grace gracie
    hannah han
    harriet hattie harry
    heather hev
    helen nell nellie lena
    henrietta hettie etta
    hilary hil
    imogen immy imo
    ingrid inga
    irene rene
    isabel izzy bella belle isa
    isobel izzy bel
    isabella izzy bella
    jacqueline jackie jacqui jac jaq
    janet jan
    janice jan
    jasmine jas jaz
    jean jeanie
    jemima jem mima
    jennifer jen jenny jennie
    jessica jess jessie
    joan joanie
    joanne jo jojo
    joanna jo
    josephine jo josie jose
    judith jude judy
    julia jules julie
    julie jules
    juliet jules
    karen kaz kazza
    katherine kath kathy kate katie kit kitty kat katy kay
    kathleen kath kathy kate katie
    kayleigh kay
    kelly kel
    kerry kez
    kimberley kim kimmy
    kirsten kirsty
    kirsty kirst
    laura lau laurie
    lauren loz laurie
    leanne lee
    lesley les
    lillian lil lily
    linda lin lindy
    lindsay lin linz
    loretta lori
    lorraine lori lol
    louise lou lulu
    lucy luce lu
    lydia lyd
    lynne lyn
    madeleine maddy mads
    mabel mab
    margaret maggie meg peggy madge margie mags marge greta rita daisy megan meggie
    maria mia ria
    marian mari
    marie mari
    marilyn mari lyn
    marjorie marge margie
    martha mattie
    mary molly polly may mamie
    matilda tilly matty tilda
    maureen mo maur
    melanie mel
    melissa mel lissa
    michelle chelle shell shelly
    mildred millie
    miranda mandy randy
    miriam mim
    monica mon
    muriel mu
    myfanwy myf
    nadine nads
    nancy nan
    naomi nay
    natalie nat nats tally
    natasha tash tasha nat
    nicola nicky nic nikki nicki
    nicole nicky nic nikki
    olivia liv livvy ollie
    olive ollie
    pamela pam pammy
    patricia pat tricia trish patsy patti pattie paddy
    pauline paul
    paula paulie
    penelope pen penny
    philippa pip pippa phil
    phyllis phyl
    priscilla cilla pris
    prudence pru
    rachel rach rachie
    rebecca becky bec becca becks
    rhiannon rhi non
    rita ri
    roberta bobbie
    rosalind ros roz
    rosamund ros roz
    rosemary rose rosie romy
    rose rosie
    roxanne rox roxy
    ruth ruthie
    sabrina bri
    sally sal
    samantha sam sammy
    sandra sandy san
    sarah sal sally sadie
    selina sel
    shannon shan
    sharon shaz shazza shar
    sheila shei
    shirley shirl
    sophia soph sophie
    sophie soph
    stephanie steph stephie stevie
    stella stell
    susan sue susie suzy sukie
    susannah sue susie suzy anna
    sylvia syl
    tabitha tabby
    tamara tammy tam
    tamsin tam tammy
    teresa terry tess tessa tracy terri
    theresa terry tess tessa terri
    tracey trace
    ursula ursh
    valerie val
    vanessa ness nessa van
    vera vee
    veronica ron ronnie vera
    victoria vicky vic tori vicki vix
    violet vi
    virginia ginny ginger
    vivienne viv
    wendy wend
    wilhelmina wilma minnie mina
    winifred win winnie freda
    yasmin yas yaz
    yvonne von vonnie eve
    zoe zo
    """

  private static let celtic = """
    aled al
    angharad hari
    arwel wel
    bethan beth
    blodwen blod
    bronwyn bron
    cadwaladr cad
    catrin cat cadi
    ceinwen cein
    ceridwen ceri
    dafydd dai daf dewi deio
    dilwyn dil
    eifion eif
    eilidh ellie
    elisabeth leusa beti betsan lisi
    eluned luned
    gareth gaz gar
    geraint ger
    gethin geth
    gruffydd griff guto gruff
    gwendolen gwen wendy
    gwenllian gwen llio
    gwyneth gwyn gwen
    gwilym gwil wil
    heledd hel
    idris id
    ieuan iei
    ifor ifs
    llewelyn lyn llew llyw
    lleucu lleu
    lowri low
    marged magi mags
    myfanwy myf
    owain ows
    rhodri rhod
    rhydderch rhydd
    sion sioni
    tomos twm tomi
    alasdair ali al alec sandy
    catriona trina cat riona
    ciaran kier
    cornelius con neilus
    cuthbert cuddy
    eoghan eoghanin
    fionnuala nuala finola
    fionnghuala nuala
    hamish hame
    jock john
    lachlan lachie lachy
    mairead peig
    mairi mhairi
    maighread peigi
    niall nially
    padraig paudie pauric podge paddy pat padge
    padraic paudie
    proinsias prionsias frank
    roisin ro
    seamus shay jim jimmy shamie
    sean seany shauny johnny
    sibeal sib
    sinead sin shin
    siobhan siob shiv chevy
    sorcha sorch
    tadhg tadgh teddy tim
    tomas tom tommy
    una oonagh
    """

  private static let polish = """
    agata agatka
    agnieszka aga agusia agnes
    aleksander alek olek alex
    aleksandra ola alex olka
    alicja ala
    andrzej jedrek jedrus andy andrew
    anna ania anka aneczka anya hania
    antoni antek tony
    barbara basia baska
    bartosz bartek bart
    bartlomiej bartek bart
    beata beatka
    boguslaw bogus bogdan
    boleslaw bolek
    bozena bozenka
    czeslaw czesiek
    danuta danka danusia
    dariusz darek daz
    dorota dorotka dora
    edward edek
    elzbieta ela elka eliza
    ewa ewka ewunia eva
    feliks felek
    franciszek franek frank
    gabriela gabrysia gaba
    grazyna grazynka
    grzegorz grzesiek grzes greg
    halina hala halinka
    hanna hania
    henryk heniek henry
    ignacy ignas
    irena irenka
    jacek jacus
    jadwiga jadzia jaga
    jakub kuba jake
    jan janek jasiek jas john
    janina janka
    janusz janek
    jaroslaw jarek
    jerzy jurek jerry
    joanna asia aska joasia jo
    jolanta jola
    jozef jozek juzek joe
    julia jula julka
    justyna justynka
    kamil kamilek
    karol karolek
    karolina karola
    katarzyna kasia kaska kate katie
    kazimierz kazik kaz
    kinga kingusia
    konrad konradek
    krystyna krysia kryska
    krzysztof krzysiek krzys chris kris
    leszek lechu
    lucja lusia
    lukasz luki luke
    maciej maciek matt
    magdalena magda madzia
    malgorzata gosia malgosia goska margaret
    marcin marcinek martin
    marek mark
    maria marysia marylka
    mariusz mario
    marta martusia
    mateusz mati mateo matt
    michal michalek misiek mike
    mieczyslaw mietek
    mikolaj miki nick
    miroslaw mirek
    monika monia
    natalia natka
    patryk patryczek pat
    pawel pawelek paul
    piotr piotrek piotrus peter pete
    przemyslaw przemek
    radoslaw radek
    rafal rafalek rafi
    renata renia
    roman romek
    ryszard rysiek rysio richard
    slawomir slawek
    stanislaw staszek stasiek stas stan
    stefan stefek steve
    sylwester sylwek
    szymon szymek simon
    tadeusz tadek tadzio
    teresa tereska
    tomasz tomek tom
    urszula ula ulka
    waclaw wacek
    waldemar waldek
    wieslaw wiesiek
    wiktor witek
    wincenty wicek
    witold witek
    wladyslaw wladek
    wlodzimierz wlodek
    wojciech wojtek
    zaneta zanetka
    zbigniew zbyszek zbig
    zdzislaw zdzisiek
    zofia zosia zoska sophie
    zuzanna zuza susan
    zygmunt zyga zygmus
    """

  private static let southAsian = """
    abdul abs abz
    abdullah abdul abz
    ahmed ahmad med
    amandeep aman
    amarjit amar
    amrit ammy
    arshad arsh
    asif as
    balbir bal
    baljit bal
    balwinder bal
    bhupinder bhupi
    charanjit chaz charan
    dalbir dal
    daljit dal
    davinder dav
    dilip dil
    faisal fas faz
    farhan fari
    farzana farz
    gulam ghulam
    gurdeep gur garry
    gurdip gur
    gurjit gur
    gurmeet gur
    gurpreet gur gurps preet
    gurvinder gur
    harbhajan harb
    hardeep har harry
    harjinder harj harry
    harjit harj harry
    harminder harm
    harpreet harp har preet
    harvinder harv
    hussain huss
    imran immy imi
    inderjit inder
    irfan irf
    jagdeep jag
    jagjit jag
    jasbir jas
    jaspreet jas preet
    jaswinder jas jaz
    javed jav
    jitendra jit jitu
    kamaljit kam kamal
    kamran kam kami
    karanjit karan
    kulbir kul
    kuldeep kul
    kulwinder kul
    lakhbir lakh
    mandeep mandy man
    maninder mani
    manjit manj
    manpreet manny preet
    mohammed mo moe mohd md hammy
    mohinder moh
    mukesh muk
    mustafa musti
    nadeem nad
    narinder nari nindy
    navdeep nav
    nasreen nas
    parminder parm
    parveen parv
    paramjit param pam
    prakash praks
    pritpal prit
    rahman ray
    rajesh raj raju
    rajinder raj
    rajendra raj raju
    rajvinder raj
    ramesh ram
    ranjit ran
    ravinder ravi rav
    rukhsana ruksi
    sandeep sandy sunny
    sanjay sanj sunny
    sarbjit sarb
    satnam sat
    satwinder sat
    shabana shabs
    shahid shah
    shakeel shaks
    sukhdev sukh
    sukhjit sukh
    sukhwinder sukh suki
    sunita sunny
    surinder suri sindy
    surjit surj
    suresh suri
    tajinder taj
    tariq taz
    tejinder tej
    usman ush oz
    varinder vari
    vijay vij
    waqar waq
    yusuf yus
    zahid zah
    zulfiqar zulf zulfi
    """

  private static let african = """
    abdirahman abdi rahman
    abdullahi abdi
    abdikarim abdi karim
    abiodun abbey abi
    adebayo ade bayo
    adekunle ade kunle
    adeola ade ola
    adetokunbo ade tokunbo
    adewale ade wale
    ayodele ayo dele
    babatunde tunde baba
    chidiebere chidi
    chidinma chidi
    chinedu nedu
    chukwuemeka emeka
    chukwudi chudi
    ebenezer eben
    emmanuel manny emma ema
    folake fola
    ibrahim ibby ib ibra
    ifeanyi ify iffy
    ifeoma ify
    ikechukwu ike
    kehinde kenny
    kwabena kobby
    kwadwo kojo
    mamadou mam
    mariama mari
    nnamdi nna
    nkechi kechi
    obinna obi
    oladele dele ola
    olamide ola lamide
    olanrewaju lanre
    olatunji tunji ola
    olufemi femi olu
    olumide olu mide
    olusegun segun olu
    oluwaseun seun olu
    oluwatobi tobi
    omotayo tayo
    sekou sek
    temitope temi tope
    titilayo titi
    uchenna uche
    yetunde yeti
    zainab zee
    """
}
