/// A form, declared once: the screen, the drafts, the checks and `submit` all work from this value.
package struct FormDefinition: Sendable {
  package let id: FormID
  /// As a heading: "Offer of the service".
  package let title: String
  /// One sentence for help and `throughcare forms`: what filling it in does.
  package let purpose: String
  /// The kinds of record it may be filled in about; empty when it is about none.
  package let about: [RecordRef.Kind]
  /// Whether it may also be filled in about nothing: then saving makes a new record.
  package let standsAlone: Bool
  /// Which row of the function matrix decides who may save it.
  package let function: Function
  /// A second row that lets save it, for lists that two kinds of workers keep.
  package let orFunction: Function?
  /// The kind of record that keeps its answers, so that the history can say them in its words; nil
  /// where they are kept in no record with a number.
  package let keptIn: RecordRef.Kind?
  /// Named in the finding when a required field is empty: the rule that requires it.
  package let requiredBy: String
  /// Where it stands in the actions menu; nil for what is never offered there.
  package let action: ActionKey?
  package let sections: [FormSection]
  /// Of all sections, in their order.
  package let fields: [FormField]
  /// The rulebook, for this form.
  ///
  /// All are asked; none stops the others.
  package private(set) var rules: [FormRule]
  /// Choosing the form is the decision already: it is saved as it opens, unless something is asked.
  package private(set) var savesAtOnce = false
  /// Filled in many times a day: once it is saved it is gone, unless there is more to tell than that.
  package private(set) var closesWhenSaved = false
  /// The least right to its function that lets save it; further rules may still refuse.
  package private(set) var least = AccessRight.edit
  /// What it does, for a refusal; nil where its function says it.
  private var deed: String?
  /// What can be read at once while it is filled in.
  package private(set) var aid: FormAid?
  /// Why saving it as it stands asks for the worker's password once more; nil when it does not.
  package private(set) var asksPassword: @Sendable (FormReading, FormFacts) -> String? = { _, _ in
    nil
  }
  /// Why saving it as it stands needs a second person, who confirms it later; nil when one is enough.
  package private(set) var needsSecond: @Sendable (FormReading, FormFacts) -> String? = { _, _ in
    nil
  }
  /// What it answers is for the eyes of whoever sits there: `submit` does not take it.
  package private(set) var isOnlyOnScreen = false
  /// Saving it makes a password for somebody, which is told once.
  package private(set) var makesPassword = false
  /// After a save the next step is offered for the client rather than for what the form was about.
  package private(set) var goesOnWithClient = false
  /// What was done, for the line after the save; nil where title and number say enough.
  package private(set) var saidWhenSaved: @Sendable (FormReading, FormFacts) -> String? = { _, _ in
    nil
  }
  /// What a changed record is called once it is saved, where the answers name it; nil where they do
  /// not.
  package private(set) var savedHeading:
    @Sendable (RecordRef, FormReading, FormFacts, RuleContext) -> String? = { _, _, _, _ in nil }
  /// The form that comes next, about the record that was just saved; nil when there is none.
  package private(set) var next: @Sendable (FormReading, FormFacts, RuleContext) -> FormID? = {
    _, _, _ in nil
  }

  package init(
    _ id: FormID, title: String, purpose: String, about: [RecordRef.Kind] = [],
    standsAlone: Bool = false, function: Function, orFunction: Function? = nil,
    keptIn: RecordRef.Kind? = nil, requiredBy: String, action: ActionKey? = nil,
    sections: [FormSection],
    rules: [FormRule] = []
  ) {
    self.id = id
    self.title = title
    self.purpose = purpose
    self.about = about
    self.standsAlone = standsAlone || about.isEmpty
    self.function = function
    self.orFunction = orFunction
    self.keptIn = keptIn
    self.requiredBy = requiredBy
    self.action = action
    self.sections = sections
    fields = sections.flatMap(\.fields)
    self.rules = rules
  }

  /// Why the worker may not save it; nil when they may.
  package func whyNotSave(_ worker: Worker) -> String? {
    if let orFunction, AccessMatrix.whyNotEdit(worker, orFunction) == nil { return nil }
    if AccessMatrix.right(of: worker, to: function) >= least { return nil }
    if let deed, AccessMatrix.whyNotRead(worker, function) == nil {
      let others = Role.allCases.filter { AccessMatrix.right(of: $0, to: function) >= least }
      let titles = others.map(\.titleInSentence).joined(separator: ", ")
      return "As \(worker.role.titleInSentence) you cannot \(deed). Who can: \(titles)"
    }
    return AccessMatrix.whyNotEdit(worker, function)
  }

  /// What the form does, where that is not a change to what its function is called: "log a call".
  package func doing(_ deed: String) -> FormDefinition {
    var form = self
    form.deed = deed
    return form
  }

  /// A form by which others than those who decide put forward, recommend or record something; its
  /// rules say who may do what.
  package func openTo(_ least: AccessRight) -> FormDefinition {
    var form = self
    form.least = least
    return form
  }

  package func field(_ code: FieldCode) -> FormField? { fields.first { $0.code == code } }

  package func savedAtOnce() -> FormDefinition {
    var form = self
    form.savesAtOnce = true
    return form
  }

  package func closedWhenSaved() -> FormDefinition {
    var form = self
    form.closesWhenSaved = true
    return form
  }

  package func aided(by aid: FormAid) -> FormDefinition {
    var form = self
    form.aid = aid
    return form
  }

  /// INT-005: none of its texts may name the source of what it rests on, or who told it.
  package func sanitised() -> FormDefinition {
    var form = self
    let texts = fields.filter { !$0.isSealed && !$0.isForReading && $0.isFreeText }.map(\.code)
    form.rules.append(SanitisedText.rule(texts))
    return form
  }

  /// A decision for which the worker shows once more that it is they who sit there.
  package func askingPassword(
    _ why: @escaping @Sendable (FormReading, FormFacts) -> String?
  ) -> FormDefinition {
    var form = self
    form.asksPassword = why
    return form
  }

  /// An act for which one worker alone is not enough.
  package func needingSecond(
    _ why: @escaping @Sendable (FormReading, FormFacts) -> String?
  ) -> FormDefinition {
    var form = self
    form.needsSecond = why
    return form
  }

  package func onlyOnScreen() -> FormDefinition {
    var form = self
    form.isOnlyOnScreen = true
    return form
  }

  package func makingPassword() -> FormDefinition {
    var form = self
    form.makesPassword = true
    return form
  }

  /// What follows is done with the client, not with what the form was about.
  package func goingOnWithClient() -> FormDefinition {
    var form = self
    form.goesOnWithClient = true
    return form
  }

  /// Names in the line after the save what was done, where a number would tell nobody.
  package func sayingWhenSaved(
    _ words: @escaping @Sendable (FormReading, FormFacts) -> String?
  ) -> FormDefinition {
    var form = self
    form.saidWhenSaved = words
    return form
  }

  /// The person or the place in the heading may be what was put right.
  package func headed(
    onceSaved heading:
      @escaping @Sendable (RecordRef, FormReading, FormFacts, RuleContext) -> String?
  ) -> FormDefinition {
    var form = self
    form.savedHeading = heading
    return form
  }

  package func leading(
    to next: @escaping @Sendable (FormReading, FormFacts, RuleContext) -> FormID?
  ) -> FormDefinition {
    var form = self
    form.next = next
    return form
  }
}

/// A card of advice that lies one key away while a form is filled in.
package enum FormAid: Sendable {
  case overdoseCard
}

/// A page of a form: it fits a screen and has a status of its own.
package struct FormSection: Sendable {
  package let title: String
  package let fields: [FormField]

  package init(_ title: String, _ fields: [FormField]) {
    self.title = title
    self.fields = fields
  }
}

/// One rule of the rulebook as a form asks it: nothing, or what is wrong in words.
package struct FormRule: Sendable {
  package let check: @Sendable (FormReading, FormFacts, RuleContext) -> [Finding]

  package init(_ check: @escaping @Sendable (FormReading, FormFacts, RuleContext) -> [Finding]) {
    self.check = check
  }
}

/// What every rule may know besides the form: the day, the calendar, the settings, who asks.
package struct RuleContext: Sendable {
  package let now: Moment
  package let calendar: WorkingCalendar
  package let settings: Settings
  package let codes: CodeBook
  package let worker: Worker
  /// GEN-001: facts that come in from a file have happened, and nobody is there to say why.
  package private(set) var isFromFile = false

  package init(
    now: Moment, calendar: WorkingCalendar, settings: Settings, codes: CodeBook, worker: Worker
  ) {
    self.now = now
    self.calendar = calendar
    self.settings = settings
    self.codes = codes
    self.worker = worker
  }

  package var today: CalendarDate { now.local.date }

  /// The same for what a file brings in.
  package var ofFile: RuleContext {
    var context = self
    context.isFromFile = true
    return context
  }

  /// The same moment and figures for somebody else.
  package func asSeen(by worker: Worker) -> RuleContext {
    RuleContext(now: now, calendar: calendar, settings: settings, codes: codes, worker: worker)
  }

  /// What a field needs to be read: the same clock and lists, without the person who types.
  package var reading: ReadingContext {
    ReadingContext(now: now, calendar: calendar, codeBook: codes, settings: settings)
  }

  /// The same for a record that exists: codes it holds are read even when they are retired.
  package func reading(of record: FormDraft) -> ReadingContext {
    var context = reading
    context.held = record.heldTexts
    return context
  }
}
