import TextScreen

/// The files that are shipped, read from beside these tests.
enum ShippedFiles {
  static func text(_ path: String, file: String = #filePath) throws -> String {
    let root = file.split(separator: "/").dropLast(4).joined(separator: "/")
    return try read("/" + root + "/" + path)
  }
}

/// The actions that the shipped keymaps name, as the screens will hand them in.
let exampleActions: [KnownAction] = {
  var actions: [KnownAction] = []
  func add(_ names: String, _ places: Places = [.anywhere]) {
    actions += names.split(separator: " ").map { KnownAction(String($0), places: places) }
  }
  add(
    """
    help save save-and-close find filter choices refresh next-pane previous-pane same-again \
    commands undo redo redraw overdose-card back tick tick-all next-record previous-record next-error \
    pane-1 pane-2 pane-3 pane-4 zoom print earlier later \
    record-contact record-call record-missed record-attended history
    """.replacingBreaks)
  add("down up", [.list, .grid, .choices, .help])
  add("half-page-down", [.list])
  add("page-down page-up", [.list, .grid, .choices, .help, .dialog])
  add("top bottom", [.list, .choices, .help])
  add("column-left column-right", [.list, .grid, .choices])
  add("open", [.list, .grid, .help])
  add("edit edit-at-end change", [.form, .grid])
  add("stop-typing", [.insert])
  add("next-field previous-field", [.form, .text])
  add("next-section previous-section", [.form])
  add(
    "field-start field-end character-left character-right word-left word-right delete delete-word cut-to-end",
    [.form, .text])
  add("delete-back", [.form, .text, .grid, .choices, .help])
  add("copy paste", [.form, .text, .grid, .actions])
  add("clear-field", [.form, .grid])
  add("new-line line-down line-up text-page-down text-page-up", [.text])
  add("take", [.choices])
  add("next-button previous-button press", [.dialog])
  add("remove stamp discard-draft", [.actions])
  add(
    "home custody caseload appointments missed-appointments people court-list bail-returns flagged-offers unfinished figures settings deadlines code-lists holidays officers suites workers workloads referrals calls directory call-takers service-review possible-records edii edii-figures proposals exceptional-access bronze-actions intelligence trail last-record open-by-number go-to-field"
  )
  add(
    "new-arrival new-person new-dir new-contact new-appointment new-consent new-episode new-care-plan new-referral new-helpline-call new-unanswered-call new-spoc-referral new-service new-officer new-suite new-worker new-holiday new-code new-setting new-edii-activity new-edii-session new-warrant new-edii-referral open-exceptionally new-report new-large-export"
  )
  add(
    "sort filter-by only-this-value all-values hide-names choose-theme choose-keymap scope-mine scope-team scope-all show-mine show-everyone show-departed now"
  )
  add("quit lock sign-out change-password switch-role", [.leave])
  actions += [
    KnownAction("go-to", opens: .goTo), KnownAction("new", opens: .new),
    KnownAction("custody-lists", opens: .custodyLists),
    KnownAction("helpline-lists", opens: .helplineLists),
    KnownAction("office-lists", opens: .officeLists),
    KnownAction("new-for-office", opens: .newForOffice),
    KnownAction("edii-lists", opens: .ediiLists),
    KnownAction("new-for-edii", opens: .newForEDII),
    KnownAction("view-menu", opens: .view), KnownAction("leave-menu", opens: .leave),
    KnownAction("actions-menu", opens: .actions),
    KnownAction("send", places: [.form], isGrave: true),
  ]
  return actions
}()

extension String {
  fileprivate var replacingBreaks: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
