import CaseApp
import TextScreen

/// The help of the box that finds people or opens a number: what can be typed, and its keys.
struct FindHelp {
  let find: FindBox
  let keys: LiveKeys

  var blocks: [HelpPanel.Block] {
    [.heading("This box"), .words(purpose), .blank]
      + (find.purpose == .find ? typed : [])
      + [.heading("Keys here"), .keys(keysHere)]
  }

  private var purpose: String {
    switch find.purpose {
    case .find:
      "Finds everybody on file by whatever is known of them: the best fit first, each with the "
        + "reason. That you searched is on the audit trail (GEN-003)."
    case .number:
      "Opens a record by its number: the letter of its kind, then the digits. P-1042 is a person, "
        + "C-0017 a detention, L-0012 a call."
    }
  }

  private var typed: [HelpPanel.Block] {
    [
      .heading("What can be typed"),
      .keys([
        (keys: "smith jon", does: "names in any order, how they begin, aliases"),
        (keys: "smyth, mick", does: "how a name sounds, is misspelt or is shortened"),
        (keys: "3/4/85", does: "a date of birth, also one that is nearly right"),
        (keys: "smyth 3/4/85", does: "several of them together"),
        (keys: "P-1042", does: "the number of a record"),
        (keys: "04/1234567F", does: "PNC, CRO, prison number or another reference"),
        (keys: "zz6 4xa, 900123", does: "a postcode; a phone number, or how it ends"),
      ]), .blank,
    ]
  }

  private var keysHere: [(keys: String, does: String)] {
    func name(_ command: Command) -> String { keys.name(command, in: .choices) }
    return [
      (keys: name(.take), does: "opens the record"),
      (keys: "\(name(.up)) \(name(.down))", does: "move in the list"),
      (keys: "\(name(.pageUp)) \(name(.pageDown))", does: "a page"),
      (keys: name(.deleteBack), does: "takes a letter back"),
      (keys: name(.undo), does: "takes all back"), (keys: name(.back), does: "closes the box"),
    ] + (find.purpose == .find ? [(keys: name(.newPerson), does: "a new person of that name")] : [])
  }
}

extension FindBox {
  var title: String {
    switch purpose {
    case .find: "Find a person"
    case .number: "Open by number"
    }
  }
}
