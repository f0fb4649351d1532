/// How the forms of the helpline, the point of contact and the directory reach the records.
package enum EnquiryHandlers {
  package static let all: [FormHandler] =
    [
      HelplineCallHandler.handler, UnansweredCallHandler.handler,
      CallEndedHandler.handler, NextDayHandler.handler, CallerCameHandler.handler,
    ]
    + ReferralHandlers.all + EnquiryClientHandlers.all
    + [ServiceHandler.handler, ServiceHandler.checked, CallTakerRecords.handler]
}
