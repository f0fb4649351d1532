/// PPL-013: an agency that works with the client, with its lead and what it provides.
package struct InvolvedAgency: Equatable, Sendable {
  /// Its row in the form.
  package var id: Int
  package var name: String
  /// Its entry in the service directory.
  package var service: AgencyID?
  package var lead: String
  package var provides: String
  package var isCoordinator: Bool
  package var since: CalendarDate?
  /// The day from which it is no longer involved.
  package var until: CalendarDate?

  package init(
    id: Int, name: String, service: AgencyID? = nil, lead: String, provides: String,
    isCoordinator: Bool = false, since: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.id = id
    self.name = name
    self.service = service
    self.lead = lead
    self.provides = provides
    self.isCoordinator = isCoordinator
    self.since = since
    self.until = until
  }
}
