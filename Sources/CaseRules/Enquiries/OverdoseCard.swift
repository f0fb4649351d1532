/// What to say and do when somebody rings about an overdose, to be read out on the phone.
///
/// First-aid advice in our own words; it takes the place of neither training nor the ambulance
/// service, whose call taker is to be followed where the two differ.
package enum OverdoseCard {
  package static let title = "Overdose: what to say and do"

  package struct Part: Equatable, Sendable {
    package let heading: String
    package let lines: [String]
  }

  /// Short enough to be seen whole on a screen of 80 by 24: nobody turns a page in an emergency.
  package static let parts: [Part] = [
    Part(
      heading: "Now",
      lines: [
        "\"Ring 999 now. Where exactly are you?\" If they cannot: ring for them.",
        "\"Shout, squeeze the shoulder. Head back: do they breathe?\"",
      ]),
    Part(
      heading: "Breathes, but does not wake: the recovery position",
      lines: [
        "\"On their side, upper knee bent, head back, mouth down. Watch every breath.\" Snoring or "
          + "gurgling is a warning, not sleep."
      ]),
    Part(
      heading: "Does not breathe, or only gasps",
      lines: [
        "\"On the back. Push hard and fast on the middle of the chest, two a second. Do what the "
          + "999 operator says.\""
      ]),
    Part(
      heading: "Naloxone, if heroin or another opioid may be in it",
      lines: [
        "\"One dose, as the kit shows. No change in 3 minutes: another.\" It wears off before the "
          + "drug does: the ambulance is needed all the same."
      ]),
    Part(
      heading: "Until help is there",
      lines: [
        "\"Do not leave them alone. No bath, no walking about, no food or drink, nothing more to "
          + "take. Keep the packets for the crew.\"",
        "In custody: \"Press the cell bell.\" Stay on the line until somebody is there.",
      ]),
  ]
}
