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

  @Test("A daily letter is no other daily letter and no group's; groups differ, and z is free")
  func near() {
    let near = Self.listed.filter { $0.key.isNear }.map(\.key.letter)
    let front = near + ActionGroup.allCases.map(\.rawValue) + ["z"]
    #expect(Set(front).count == front.count, "\(front.sorted())")
  }

  @Test("Whatever is offered together, every action has keys that lead to it alone")
  func everyCombination() {
    for (index, one) in Self.listed.enumerated() {
      for other in Self.listed[(index + 1)...] {
        expectOwnKeys([one.form, other.form])
      }
    }
    for kind in RecordRef.Kind.allCases {
      expectOwnKeys(Self.listed.map(\.form).filter { $0.about.contains(kind) })
    }
    expectOwnKeys(Self.listed.map(\.form))
  }

  private func expectOwnKeys(_ forms: [FormDefinition]) {
    let order = ActionOrder(forms.map { Self.offer($0) })
    let keys = order.keys.compactMap(\.self)
    #expect(keys.count == forms.count && Set(keys).count == forms.count, "\(forms.map(\.id))")
    // A letter in front of the groups never opens one.
    let groups = Set(order.groups.map { String($0.rawValue) })
    #expect(groups.isDisjoint(with: keys), "\(forms.map(\.id))")
  }

  @Test("A few actions of one or two parts of the work stand in one list, many are grouped")
  func grouping() {
    let few = ActionOrder([Self.offer(OfferForm.definition), Self.offer(DIRForm.definition)])
    #expect(few.groups.isEmpty)
    #expect(few.keys == ["o", "i"])
    let many = ActionOrder(
      [
        ContactAttemptForm.definition, HandoverForm.definition, TransferOutForm.definition,
        TreatmentForm.definition,
      ].map { Self.offer($0) })
    #expect(many.groups == [.treatment, .caseload])
    #expect(many.keys == ["k", "h", "l t", "t u"])
    #expect(many.first.map(\.form) == [ContactAttemptForm.id, HandoverForm.id])
  }

  @Test("GEN-008: what is due stands before everything, and keeps the letter of its own list")
  func dueFirst() {
    let forms = [
      ContactAttemptForm.definition, HandoverForm.definition, TransferOutForm.definition,
      TreatmentForm.definition,
    ].map { Self.offer($0) }
    let order = ActionOrder(forms, due: TreatmentForm.id)
    #expect(order.first.map(\.form) == [TreatmentForm.id, ContactAttemptForm.id, HandoverForm.id])
    #expect(order.first.map(order.isOutOfItsGroup) == [true, false, false])
    #expect(order.keys == ["t u", "k", "h", "l t"])
    let near = ActionOrder(forms, due: HandoverForm.id)
    #expect(near.first.map(\.form) == [HandoverForm.id, ContactAttemptForm.id])
    #expect(ActionOrder(forms, due: PermissionForm.id).first == ActionOrder(forms).first)
  }

  @Test("About a row and about its page the same form has one letter: the row's")
  func twice() {
    let row = OfferedForm(
      AppointmentForm.id, about: RecordRef(.appointment, 3), title: "Change the appointment")
    let page = OfferedForm(
      AppointmentForm.id, about: RecordRef(.person, 1), title: "Book an appointment")
    #expect(ActionOrder([row, page]).keys == ["a", nil])
  }

  @Test("A reason that most actions share is found, a reason of a few is not")
  func sharedRefusal() {
    let forms = [OfferForm.definition, ApproachForm.definition, PermissionForm.definition]
    let why = "As team leader you can read this but not change it"
    let all = ActionOrder(forms.map { Self.offer($0, whyNot: why) })
    #expect(all.sharedRefusal == why)
    #expect(all.refusedCount == 3)
    let some = ActionOrder(
      forms.map { Self.offer($0, whyNot: $0.id == OfferForm.id ? why : nil) })
    #expect(some.sharedRefusal == nil)
    #expect(some.refusedCount == 0)
  }
}
