import CaseApp
import CaseRules
import CaseStore
import TestSupport
import Testing

@testable import CaseRuntime

/// Every record of a demonstration, as each kind of worker finds it: the letters of the actions menu
/// are those of the kind of record, whatever state it is in.
@Suite("The letters of the actions menu, over all records of a demonstration")
struct MenuLetterTests {
  /// Of each kind of record the form with its letters, and under which titles it was offered.
  private struct Seen {
    var keys: [String: Set<String>] = [:]
    var forms: [String: Set<String>] = [:]

    mutating func add(_ order: ActionOrder) {
      for (form, keys) in zip(order.offered, order.keys) {
        guard let keys else { continue }
        self.keys[form.form.text, default: []].insert(keys)
        forms[keys, default: []].insert(form.form.text)
      }
    }
  }

  private static let roles: [Role] = [.arw, .cjit, .drrkw, .sup, .dio, .supt, .adm, .sm]

  /// In one state another form may do the same under the same letter.
  private static let sameDeed: [Set<String>] = [["appointment-outcome", "caller-came"]]

  @Test("A letter leads to one action in every state of a kind of record, and an action keeps it")
  func held() throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    var held: Set<String> = []
    for kind in RecordRef.Kind.allCases.sorted() {
      let seen = try store.read { try Self.seen(kind, in: $0) }
      for (form, keys) in seen.keys {
        #expect(keys.count == 1, "\(kind.words): \(form) has \(keys.sorted())")
      }
      for (keys, forms) in seen.forms where !Self.sameDeed.contains(forms) {
        #expect(forms.count == 1, "\(kind.words): \(keys) is \(forms.sorted())")
      }
      // A letter in front is no group's.
      let front = Set(seen.forms.keys.filter { $0.count == 1 })
      let groups = Set(seen.forms.keys.filter { $0.count > 1 }.map { String($0.prefix(1)) })
      #expect(front.isDisjoint(with: groups), "\(kind.words): \(front.intersection(groups))")
      for (form, keys) in seen.keys {
        held.formUnion(keys.map { "\(kind.code): \($0.replacing(" ", with: "."))=\(form)" })
      }
    }
    let lost = Self.learntLetters.subtracting(held)
    #expect(lost.isEmpty, "hands have learnt these: \(lost.sorted())")
  }

  private static func seen(_ kind: RecordRef.Kind, in records: Records) throws -> Seen {
    let practice = try records.practice()
    var seen = Seen()
    for role in roles {
      guard let worker = try records.workers().map(\.worker).first(where: { $0.role == role })
      else {
        continue
      }
      let context = practice.context(
        at: Moment(local: try #require(CalendarDate(iso: DemoFile.day)), .init(minutesOfDay: 600)),
        for: worker)
      for number in 1...40 {
        guard let offered = try offered(RecordRef(kind, Int64(number)), records, context) else {
          continue
        }
        seen.add(ActionOrder(offered, in: ActionLayout(of: kind)))
      }
    }
    return seen
  }

  /// nil where there is no such record, or this worker may not know of it.
  private static func offered(
    _ ref: RecordRef, _ records: Records, _ context: RuleContext
  ) throws -> [OfferedForm]? {
    do {
      guard
        case .actions(let offered) = try RecordReader.answer(
          .actions(ref), on: records, in: context)
      else { return nil }
      return offered
    } catch is StoreError { return nil } catch is Trouble { return nil }
  }

  /// "C: a=approach", one for each letter.
  private static var learntLetters: Set<String> {
    var kind = ""
    var letters: Set<String> = []
    for word in learnt.split(whereSeparator: \.isWhitespace) {
      if word.hasSuffix(":") {
        kind = String(word)
      } else {
        letters.insert("\(kind) \(word)")
      }
    }
    return letters
  }

  /// The letters of each kind of record, those behind a group with a dot.
  ///
  /// One that changes here is one that hands have learnt.
  private static let learnt = """
    A: a=appointment k=contact-attempt o=appointment-outcome r.k=strike-entry
    BR: a=bronze-research b=bronze-back c=bronze-research-complete d=bronze-decide
      e=bronze-recommend f=bronze-further h=bronze-rights k=bronze-risk l=bronze-letter
      m=bronze-monitoring n=bronze-not-served o=bronze-option p=bronze-response r=bronze-reply
      s=bronze-submit t=bronze-notice v=bronze-served
    C: a=approach b=appointment c=court-attendance d=custody-details e=arrival g=handover
      h=helpline-call i=dir j=join-caseload l=departure n=next-day-appointment o=offer
      p=permission s=consent t=test-on-arrest w=sweep x=close-entry
    D: e=dir-correction
    EA: a=edii-activity k=strike-edii s=edii-session
    ER: c=change-edii-referral i=edii-report k=strike-edii t=edii-treatment o=correct-source
    F: k=strike
    G: c=service-checked g=service k=strike-entry
    I: b=share-report c=correct-report f=grade-report k=strike-report o=correct-source
      p=share-with-programme s=see-source t=strike-share v=judge-report
    IS: e=change-subject l=link-subject q=same-subject
    J: u=unmerge
    K: k=strike-entry
    L: l=referral-client n=next-day-appointment p=referred-person r.k=strike-entry
      u=unanswered-call
    M: k=strike-treatment n=end-treatment p=plan-treatment s=start-treatment u=treatment
    N: k=strike-entry w=withdraw-consent
    O: o=officer
    P: a=appointment c.w=withdraw-consent h=handover i=dir j=join-caseload k=contact-attempt
      l.b=decline-handover l.g=contact-regained l.i=enter-prison l.l=lost-contact
      l.o=contact-episode l.r=release l.t=transfer-out l.x=close-episode m=care-plan
      p.f=wraparound-referral p.n=agency p.s=care-plan-agreement p.v=programme-review
      r.o=possible-record r.p=person r.u=unmerge s=consent t.2=opiate-test t.3=opiate-result
      t.4=first-dose t.5=dose t.6=optimal-dose t.7=end-prescribing t.8=strike-prescribing
      t.9=acknowledge-alert t.e=advice t.q=prescribing t.u=treatment y=accept-handover
    Q: d=different-person m=merge s=same-person u=unmerge
    R: f=wraparound-referral k=strike-entry
    S: l=referral-client p=referred-person r=referral-action s=spoc-referral t=take-referral
    U: s=suite w=sweep
    W: a=accept-several c=cover p=reset-password w=worker z=hand-over-several
    WF: k=strike-edii l=warrant-letter v=warrant-visit w=warrant
    X: 2=opiate-test 3=opiate-result 4=first-dose 5=dose 6=optimal-dose 7=end-prescribing
      8=strike-prescribing 9=acknowledge-alert q=prescribing
    """
}
