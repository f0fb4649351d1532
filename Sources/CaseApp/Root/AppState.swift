package import CaseRules

/// All there is to know about the screen: the picture is made from this and nothing else.
package struct AppState: Equatable, Sendable {
  package internal(set) var session: Session
  package internal(set) var now: Moment
  package internal(set) var looks: Looks
  package internal(set) var panes: [PaneID: WorkList]
  /// The pane that has the keys while no page is open.
  package internal(set) var pane = PaneID.today
  package internal(set) var isZoomed = false
  /// What was opened above the panes, the newest last.
  package internal(set) var pages: [Page] = []
  /// Forms that were left while their draft is still on its way: they come back if it fails.
  var parting: [Page] = []
  package internal(set) var message: Message?
  /// The newest message, also once it is gone from its row.
  var lastSaid: Message?
  /// The row of the message that the last key found on the screen.
  var promised: Message.Row?
  package internal(set) var counts: PaneCounts?
  package internal(set) var hidesNames = false
  /// In keymaps where letters are commands: letters narrow the list for now.
  package internal(set) var isNarrowing = false
  /// The keys of an unfinished sequence, as they are spelled.
  package internal(set) var pendingKeys: [String] = []
  package internal(set) var popup: Popup?
  /// What each list was held to last, for as long as the session lasts.
  var filters: [String: [HeldValue]] = [:]
  /// What stands between the worker and the work; nil while they are at work.
  package internal(set) var door: Door?
  /// Saves on their way, for those whose answer is that the password is wanted.
  var saving: [Ticket: FormSubmission] = [:]
  /// Records opened lately, the newest first.
  package internal(set) var recents: [Recent] = []
  package internal(set) var recentCommands: [Command] = []
  /// Forms begun and not saved, as last read.
  package internal(set) var unfinished: [UnfinishedLine] = []
  /// True while a form is on its way from the records.
  package internal(set) var isOpening = false
  var tickets = TicketBook()
  var lastPage = 0
  var serial = 0
  /// Where to go once the forms in between are kept.
  var going: Destination?
  /// What each form left for the next of its kind.
  var memories: [FormID: FormMemory] = [:]
  /// Records still to be done with the same form, one after the other.
  var queue: [QueuedForm] = []
  /// What was typed into the box for finding from which the menu was opened.
  var sought = ""
  var lastFormKey: Int64?
  /// The hand goes through a list faster than anybody reads: what the screen says about one row
  /// comes when it rests.
  package internal(set) var isHurrying = false
  var lastMove: HandMove?
  var hasGreeted = false
  var hasGreetedNewFile = false
  /// CUS-005: alerts that have been told here, as last read.
  var alertsTold: [CustodyAlert] = []
  var course = Course()

  package init(session: Session, now: Moment, looks: Looks) {
    self.session = session
    self.now = now
    self.looks = looks
    panes = [:]
    for pane in desk { panes[pane] = AppState.list(in: pane, for: session, on: now.date) }
  }
}
