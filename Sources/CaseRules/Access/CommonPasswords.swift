/// What is tried first by somebody who guesses: refused with any figures and signs around it.
enum CommonPasswords {
  static let words: [String] = text.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Rows of the keyboard, and what is counted or spelled out.
  static let rows: [[UInt8]] = [
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1234567890",
    "qazwsxedcrfvtgbyhnujmikolp", "azertyuiop",
  ].map { Array($0.utf8) }

  private static let text = """
    password passwords passw0rd p4ssword passwort passphrase pass passcode mypassword yourpassword
    newpassword oldpassword thepassword nopassword temppassword temporary changeme changemenow
    changeit letmein letmeinnow letmeinplease welcome welcomeback welcomehome default secret
    secrets topsecret mysecret admin administrator root superuser supervisor manager master
    mainframe system sysadmin server computer computers laptop keyboard internet network windows
    microsoft google facebook instagram youtube amazon apple samsung iphone android login logon
    signin signon username user users guest guests test tests tester testing testtest example
    sample demo demonstration trial training office worker workers service services support
    helpdesk security secure protected private access open opensesame sesame enter goodmorning
    goodnight hello hellohello helloworld goodbye thankyou please iloveyou loveyou iloveu love
    lovely lover forever sweetheart darling honey baby babygirl babyboy princess prince queen king
    kingdom angel angels sunshine rainbow butterfly flower flowers summer winter spring autumn
    january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday birthday christmas easter holiday holidays
    football footballer cricket rugby tennis hockey basketball baseball liverpool manchester
    manchesterunited arsenal chelsea tottenham everton newcastle westham celtic rangers leeds
    unitedkingdom england scotland wales britain london birmingham bristol derby southampton
    portsmouth hampshire yorkshire derbyshire isleofwight police policeman policeofficer constable
    sergeant inspector custody custodysuite prison prisoner probation arrest arrests referral
    arrestreferral casework caseworker caseload throughcare aftercare treatment drugs drugteam
    drug heroin methadone cocaine cannabis crack community council county health nhs hospital
    doctor nurse dragon dragons monkey tiger lion eagle shadow phoenix ninja wizard batman superman
    spiderman starwars pokemon minecraft michael charlie thomas daniel george william james robert
    jessica jennifer nicole hannah ashley jordan andrew joshua matthew whatever nothing something
    anything trustnoone trustno mustang ferrari porsche mercedes corvette harley yamaha freedom
    liberty justice family mother father brother sister mummy daddy chocolate cookie cheese pepper
    ginger banana orange cherry coffee whisky guinness fuckyou fuckoff asshole bollocks bugger
    correcthorsebatterystaple
    """
}
