import CaseRules

/// The menu of what can be done with the row or record in front.
extension AppState {
  mutating func openActions(in context: AppContext) -> [AppEffect] {
    guard let (menu, asked) = actionsInFront() else { return [] }
    popup = .actions(menu)
    return asked
  }

  /// What can be done with what is in front, as far as it is known, and the question about the rest.
  ///
  /// To ask it is no look at anybody: only a page that is opened is one (GEN-003).
  mutating func actionsInFront() -> (menu: ActionsMenu, asked: [AppEffect])? {
    // A page that told of the save closes with this key: what it said is not yet promised.
    if let promised = message?.row ?? promised,
      promised.ref != frontPlace?.subject || frontPlace?.isDraft == true
    {
      return actions(of: promised)
    }
    guard let place = frontPlace else { return nil }
    if place.tickedCount > 0 { return actions(ofTickedIn: place) }
    serial += 1
    // A form that was begun is gone on with; what its record allows is a matter of the record.
    let subject = place.isDraft ? nil : place.subject
    var menu = ActionsMenu(
      serial: serial, title: place.currentTitle, items: ownItems(place), isAsking: subject != nil,
      layout: place.layout(of: [subject].compactMap(\.self)), due: place.dueForm)
    if let known = place.knownActions {
      menu.add(known)
      return (menu, [])
    }
    return (menu, subject.map { ask(.actions($0)) } ?? [])
  }

  private mutating func ask(_ question: ReadRequest) -> [AppEffect] {
    [.read(question, tickets.issue(.actions(serial: serial)))]
  }

  /// What can be done with every ticked row, each by a form of its own, one after the other.
  private mutating func actions(
    ofTickedIn place: any ListPlace
  ) -> (menu: ActionsMenu, asked: [AppEffect]) {
    serial += 1
    let subjects = place.tickedSubjects
    let isTooMany = subjects.count > ActionsOfEach.most
    let rows = Digits.counted(place.tickedCount, "ticked row")
    let asks = !subjects.isEmpty && !isTooMany
    let menu = ActionsMenu(
      serial: serial, title: place.tickedCount == 1 ? rows : "\(rows), one after the other",
      items: itemsForTicked(place) + (isTooMany ? [tooMany] : []), isAsking: asks,
      layout: place.layout(of: subjects), ticked: subjects)
    return (menu, asks ? ask(.actionsOfEach(subjects)) : [])
  }

  private var tooMany: ActionsMenu.Item {
    ActionsMenu.Item(
      key: nil, title: "Everything else",
      whyNot: "More than \(ActionsOfEach.most) rows are ticked", doing: .nothing)
  }

  /// What was just saved may have taken its row off the list; its neighbour is somebody else.
  private mutating func actions(
    of row: Message.Row
  ) -> (menu: ActionsMenu, asked: [AppEffect]) {
    serial += 1
    let isElsewhere = row.ref.hasPage && row.ref != openRecord
    let items = isElsewhere ? [item(nil, "Open", .open(.record(row.ref)))] : []
    let menu = ActionsMenu(
      serial: serial, title: row.title, items: items, isAsking: true,
      layout: ActionLayout(of: row.ref.kind))
    return (menu, ask(.actions(row.ref)))
  }

  /// What the list itself offers for the row.
  private func ownItems(_ place: any ListPlace) -> [ActionsMenu.Item] {
    var items: [ActionsMenu.Item] = []
    if case .draft(let draft)? = place.opens {
      items.append(item("r", "Resume", .open(.draft(draft))))
      items.append(item("d", "Discard", .discard(draft, title: place.currentTitle)))
    }
    if let opening = place.opens, place.isRowWorthOpening {
      items.append(item(nil, "Open", .open(opening)))
    }
    if whyNotPrint == nil, openRecord != nil {
      items.append(item(nil, printTitle, .command(.print)))
    }
    if place.shownCount > 1 { items.append(item(nil, Command.tickAll.title, .command(.tickAll))) }
    return items
  }

  /// Only what means all of them: the row under the hand may not even be ticked.
  private func itemsForTicked(_ place: any ListPlace) -> [ActionsMenu.Item] {
    itemsForSeveral(place) + [item(nil, Command.tickAll.title, .command(.tickAll))]
  }

  /// Clients who pass to a colleague together need one form, not one each (PPL-012); its letter is
  /// that of handing over one.
  private func itemsForSeveral(_ place: any ListPlace) -> [ActionsMenu.Item] {
    let people = place.tickedSubjects.filter { $0.kind == .person }
    guard people.count > 1 else { return [] }
    let form = HandOverSeveralForm.id
    let rows = FormDraft(rows: [HandOverSeveralForm.clients: HandOverSeveralForm.rows(for: people)])
    return [
      ActionsMenu.Item(
        key: FormCatalogue.form(HandoverForm.id)?.action?.letter,
        title: "Hand over these \(people.count) clients", whyNot: whyNot(form),
        doing: .formOfSeveral(form, rows))
    ]
  }

  private func item(
    _ key: Character?, _ title: String, _ doing: ActionsMenu.Item.Doing
  ) -> ActionsMenu.Item {
    ActionsMenu.Item(key: key, title: title, whyNot: nil, doing: doing)
  }

  mutating func receiveActions(_ reply: Reply, serial: Int) {
    switch popup {
    case .actions(var menu) where menu.serial == serial:
      menu.take(reply)
      popup = .actions(menu)
    case .palette(var palette) where palette.actions?.serial == serial:
      palette.actions?.take(reply)
      popup = .palette(refitted(palette))
    case .actions, .palette, .find, .filter, .menu, .chooser, .help, .reader, .question, nil: break
    }
  }

  mutating func pick(
    _ letter: String, in menu: ActionsMenu, _ context: AppContext
  ) -> [AppEffect] {
    guard let item = menu.items.first(where: { $0.key.map(String.init) == letter }) else {
      return menu.isAsking
        ? say("One moment.", .info, in: context) : sayNotInMenu(letter, in: context)
    }
    return take(item, of: menu, in: context)
  }

  /// The menu stays, and has the keys that follow.
  mutating func sayNotInMenu(_ letter: String, in context: AppContext) -> [AppEffect] {
    say("No \(letter) in this menu.", .info, with: .back, does: "goes back", in: context)
  }

  mutating func take(
    _ item: ActionsMenu.Item, of menu: ActionsMenu, in context: AppContext
  ) -> [AppEffect] {
    if let why = item.whyNot { return say("\(item.title): \(why).", .info, in: context) }
    popup = nil
    switch item.doing {
    case .nothing: return []
    case .group(let group):
      var menu = menu
      menu.open(group)
      return show(.actions(menu))
    case .form(let form, let about):
      guard let each = menu.abouts[form] else { return begin(form, about: about, in: context) }
      return begin(form, about: each, in: context)
    case .formOfSeveral(let form, let answers):
      return begin(form, about: nil, saying: answers, in: context)
    case .open(let opening): return follow(opening, title: menu.title, in: context)
    case .command(let command): return run(command, rows: 1, in: context)
    case .discard(let draft, let title):
      return show(.question(.discard(draft, title: title, at: context.milliseconds)))
        + [.discardTypedAhead]
    }
  }
}

extension Question {
  static func discard(_ draft: DraftID, title: String, at milliseconds: Int64) -> Question {
    Question(
      title: "Discard \(title)?",
      body: [
        "What was typed into this form is deleted and cannot be brought back.",
        "Nobody else can see it; saved records stay as they are.",
      ],
      buttons: [Button("Discard", .discard(draft)), Button("Keep", isSafe: true, .nothing)],
      at: milliseconds)
  }
}
