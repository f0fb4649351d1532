import CaseRules
import Testing

@Suite("The letters of the actions menu")
struct ActionOrderTests {
  private static let listed = FormCatalogue.all.compactMap { form in
    form.action.map { (form: form, key: $0) }
  }

  private static func offer(_ form: FormDefinition, whyNot: String? = nil) -> OfferedForm {
    OfferedForm(form.id, about: nil, title: form.title, whyNot: whyNot)
  }

  @Test("No two forms of one group have the same letter", arguments: ActionGroup.allCases)
  func group(_ group: ActionGroup) {
    let letters = Self.listed.filter { $0.key.group == group }.map(\.key.letter)
    #expect(!letters.isEmpty)
    #expect(Set(letters).count == letters.count, "\(letters.sorted())")
  }

  @Test("A daily letter is no other daily letter and no group's; groups differ")
  func near() {
    let near = Self.listed.filter { $0.key.isNear }.map(\.key.letter)
    let front = near + ActionGroup.allCases.map(\.rawValue)
    #expect(Set(front).count == front.count, "\(front.sorted())")
  }

  @Test("Whatever is offered together, behind their groups all actions have keys of their own")
  func everyAction() {
    let order = ActionOrder(Self.listed.map { Self.offer($0.form) }, in: .grouped)
    let keys = order.keys.compactMap(\.self)
    #expect(keys.count == Self.listed.count && Set(keys).count == keys.count)
    // A letter in front of the groups never opens one.
    #expect(Set(order.groups.map { String($0.rawValue) }).isDisjoint(with: keys))
  }

  @Test(
    "The letter of an action hangs on the kind of record, not on what else is offered",
    arguments: RecordRef.Kind.allCases)
  func alone(kind: RecordRef.Kind) {
    let layout = ActionLayout(of: kind)
    let all = ActionOrder(Self.listed.map { Self.offer($0.form) }, in: layout)
    for (form, key) in zip(all.offered, all.offered.map(layout.keys)) {
      #expect(ActionOrder([form], in: layout).keys == [key], "\(form.form.text)")
      let grouped = ActionOrder([form], in: layout).groups == form.action.map { [$0.group] }
      #expect(grouped == (layout.frontLetter(of: form) == nil))
    }
  }

  @Test("On the page of a client the daily letters work at once, the rest behind their groups")
  func grouping() {
    let few = ActionOrder(
      [Self.offer(TransferOutForm.definition), Self.offer(DIRForm.definition)],
      in: ActionLayout(of: .person))
    #expect(few.groups == [.caseload])
    #expect(few.keys == ["l t", "i"])
    let many = ActionOrder(Self.several, in: ActionLayout(of: .person))
    #expect(many.groups == [.treatment, .caseload])
    #expect(many.keys == ["k", "h", "l t", "t u"])
    #expect(many.first.map(\.form) == [ContactAttemptForm.id, HandoverForm.id])
  }

  private static let several = [
    ContactAttemptForm.definition, HandoverForm.definition, TransferOutForm.definition,
    TreatmentForm.definition,
  ].map { offer($0) }

  @Test("On the board its own letters work at once; what comes after the DIR has others")
  func board() {
    let layout = ActionLayout(of: .custodyEntry)
    let forms = [
      ApproachForm.definition, HelplineCallForm.definition, HandoverForm.definition,
      AppointmentForm.definition, DIRForm.definition,
    ].map { Self.offer($0) }
    #expect(ActionOrder(forms, in: layout).keys == ["a", "h", "g", "b", "i"])
    #expect(ActionOrder(forms, in: layout).groups == [])
  }

  @Test("PPL-055: the appointment of a call is booked in front, not among what is for custody")
  func call() {
    let layout = ActionLayout(of: .helplineCall)
    let order = ActionOrder(
      [NextDayAppointmentForm.definition, CallEndedForm.definition, StrikeEntryForm.definition].map
      {
        Self.offer($0)
      }, in: layout)
    #expect(order.keys == ["n", "e", "r k"])
    #expect(order.groups == [.record])
  }

  @Test("GEN-008: what is due stands before everything, and keeps the letter of its own list")
  func dueFirst() {
    let layout = ActionLayout(of: .person)
    let order = ActionOrder(Self.several, in: layout, due: TreatmentForm.id)
    #expect(order.first.map(\.form) == [TreatmentForm.id, ContactAttemptForm.id, HandoverForm.id])
    #expect(order.first.map(order.frontLetter) == [nil, "k", "h"])
    #expect(order.keys == ["t u", "k", "h", "l t"])
    let near = ActionOrder(Self.several, in: layout, due: HandoverForm.id)
    #expect(near.first.map(\.form) == [HandoverForm.id, ContactAttemptForm.id])
    let other = ActionOrder(Self.several, in: layout, due: PermissionForm.id)
    #expect(other.first == ActionOrder(Self.several, in: layout).first)
  }

  @Test("About a row and about its page the same form has one letter: the row's")
  func twice() {
    let row = OfferedForm(
      AppointmentForm.id, about: RecordRef(.appointment, 3), title: "Change the appointment")
    let page = OfferedForm(
      AppointmentForm.id, about: RecordRef(.person, 1), title: "Book an appointment")
    #expect(ActionOrder([row, page], in: ActionLayout(of: .person)).keys == ["a", nil])
  }

  @Test("A reason that most actions share is found, a reason of a few is not")
  func sharedRefusal() {
    let forms = [OfferForm.definition, ApproachForm.definition, PermissionForm.definition]
    let why = "As team leader you can read this but not change it"
    let all = ActionOrder(forms.map { Self.offer($0, whyNot: why) }, in: .grouped)
    #expect(all.sharedRefusal == why)
    #expect(all.refusedCount == 3)
    let some = ActionOrder(
      forms.map { Self.offer($0, whyNot: $0.id == OfferForm.id ? why : nil) }, in: .grouped)
    #expect(some.sharedRefusal == nil)
    #expect(some.refusedCount == 0)
  }
}
