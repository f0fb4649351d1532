/// How the forms of the custody board and the DIR reach the records.
package enum CustodyHandlers {
  package static let all: [FormHandler] = [
    ArrivalHandler.handler, FactHandlers.offer, OfferCorrectionHandler.handler,
    FactHandlers.approach, FactHandlers.permission,
    CustodyDetailRecords.handler, FactHandlers.test, DepartureHandler.handler,
    PlaceHandlers.sweep, FactHandlers.court, FactHandlers.close, PlaceHandlers.officer,
    PlaceHandlers.suite, StrikeHandler.handler,
    DIRHandler.handler, DIRCorrectionHandler.handler,
  ]
}
