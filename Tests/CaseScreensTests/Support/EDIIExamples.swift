import CaseApp
import CaseRules

/// Early intervention of the invented practice.
enum EDIIExamples {
  static let warrant = Warrant(
    ref: RecordRef(.warrant, 2), executed: Examples.day(2, 10, 2007),
    place: "4 Ferry Lane, Newhaven",
    reference: "W/114/07", agency: "Ferry House",
    steps: [
      EDIIActivity(
        ref: RecordRef(.ediiActivity, 8), day: Examples.day(3, 10, 2007), kind: .warrantLetter,
        aim: .earlyHelp, place: "4 Ferry Lane, Newhaven",
        followUp: WarrantStep(warrant: RecordRef(.warrant, 2), result: .delivered),
        recordedBy: "I.FROST", revision: 1)
    ], recordedBy: "I.FROST")

  static let session = EDIIActivity(
    ref: RecordRef(.ediiActivity, 7), day: Examples.day(1, 10, 2007), kind: .session,
    aim: .publicEducation, place: "Harbour School", partners: "Harbour School, Ferry House",
    reached: 34, note: "Asked back for the spring term",
    session: EDIISession(
      starts: Examples.moment(1, 10, 2007, 14, 0), minutes: 90, audience: [.parents, .teachers],
      worker: "Helen Baird", topics: [.law, .signs, .treatment, .stages, .whyPeopleUse]),
    recordedBy: "I.FROST")

  static let referral = EDIIReferral(
    ref: RecordRef(.ediiReferral, 3), received: Examples.moment(4, 10, 2007, 16, 20),
    source: SourceNumber(1), family: "Marsh", given: "Robin", description: "Works on the fish quay",
    phone: "01273 555 123",
    reason: "Uses heroin daily and sells what he has over on the quay, evenings",
    recordedBy: "I.FROST")

  static let lines: [EDIILine] = [
    .referral(referral), .warrant(warrant), .activity(session),
    .activity(
      EDIIActivity(
        ref: RecordRef(.ediiActivity, 6), day: Examples.day(1, 10, 2007), kind: .festivalSupport,
        aim: .earlyHelp, place: "Harbour field", partners: "Ferry House, harbour ward officers",
        reached: 120, recordedBy: "I.FROST")),
    .activity(
      EDIIActivity(
        ref: RecordRef(.ediiActivity, 5), day: Examples.day(1, 10, 2007), kind: .localPress,
        aim: .publicEducation, place: "The Lamp, Newhaven", recordedBy: "I.FROST",
        struckBecause: "Entered twice by mistake")),
  ]

  static let figures = EDIIFigures(
    from: Examples.day(1, 10, 2007), to: Examples.day(31, 10, 2007),
    activities: lines.compactMap { line in
      if case .activity(let activity) = line { activity } else { nil }
    } + warrant.steps, warrants: [warrant], hidingBelow: 5)
}
