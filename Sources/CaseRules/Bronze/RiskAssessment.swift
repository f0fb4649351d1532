/// INT-038: the four headings under which a drop-out is assessed.
package struct RiskAssessment: Equatable, Sendable {
  package var partners: [BronzePartner]
  package var toldOn: CalendarDate
  package var offending: String
  package var drugs: String
  package var abuse: String
  package var criminality: String
  package var on: CalendarDate
  package var by: String

  package init(
    partners: [BronzePartner], toldOn: CalendarDate, offending: String, drugs: String,
    abuse: String, criminality: String, on: CalendarDate, by: String = ""
  ) {
    self.partners = partners
    self.toldOn = toldOn
    self.offending = offending
    self.drugs = drugs
    self.abuse = abuse
    self.criminality = criminality
    self.on = on
    self.by = by
  }
}

/// INT-037: where the police keep the record of whoever declined or dropped out.
package struct RMSRetention: Equatable, Sendable {
  package var reference: String
  package var on: CalendarDate

  package init(reference: String, on: CalendarDate) {
    self.reference = reference
    self.on = on
  }
}
