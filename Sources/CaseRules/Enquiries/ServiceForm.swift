/// A service others can be sent to.
package enum ServiceForm {
  package static let id: FormID = "service"
  package static let name: FieldCode = "name"
  package static let type: FieldCode = "type"
  package static let area: FieldCode = "area"
  package static let ageGroup: FieldCode = "age-group"
  package static let phone: FieldCode = "phone"
  package static let freeCall: FieldCode = "free-call"
  package static let address: FieldCode = "address"
  package static let hours: FieldCode = "hours"
  package static let route: FieldCode = "referral-route"
  package static let eligibility: FieldCode = "eligibility"
  package static let checked: FieldCode = "last-checked"

  package static let definition = FormDefinition(
    id, title: "Service", purpose: "Adds a service or GP to the directory, or changes it",
    about: [.agency], standsAlone: true, function: .personAndCaseload, keptIn: .agency,
    requiredBy: "PPL-054",
    action: .behind(.enquiries, "g"),
    sections: [
      FormSection(
        "Service",
        [
          FormField(name, "Name", .text(max: 100)).required(),
          FormField(
            type, "Type",
            .choice(ServiceType.list("service-type", title: "Service type", rule: "PPL-054"))
          ).required(),
          FormField(area, "Area", .text(max: 100)).required(),
          FormField(ageGroup, "Age group", .text(max: 60)).required(),
          FormField(phone, "Phone", .phone).required(),
          FormField(freeCall, "Free or low-cost call", .yesNo(refused: false)),
          FormField(address, "Address", .longText(max: 300)),
          FormField(hours, "Hours", .text(max: 100)),
          FormField(route, "Referral route", .text(max: 200)).required()
            .help("How somebody is referred: by phone, form, self-referral"),
          FormField(eligibility, "Who may use it", .longText(max: 500)),
          FormField(checked, "Last checked", .date(direction: .past)).required()
            .help("The day somebody made sure that this is still true"),
        ])
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.date(checked), field: checked, today: context.today)
      }
    ])

  package static func draft(of service: Service) -> FormDraft {
    var draft = FormDraft()
    draft[name] = service.name
    draft[type] = service.type.code
    draft[area] = service.area
    draft[ageGroup] = service.ageGroup
    draft[phone] = service.phone
    draft[freeCall] = service.isFreeCall?.rawValue ?? ""
    draft[address] = service.address
    draft[hours] = service.hours
    draft[route] = service.referralRoute
    draft[eligibility] = service.eligibility
    draft[checked] = service.lastChecked?.uk ?? ""
    return draft
  }

  /// nil while the name or the type is missing.
  package static func service(from reading: FormReading, id: AgencyID, revision: Int) -> Service? {
    guard let name = reading.text(name), let type: ServiceType = reading.choice(type) else {
      return nil
    }
    var service = Service(id: id, name: name, type: type)
    service.area = reading.text(area) ?? ""
    service.ageGroup = reading.text(ageGroup) ?? ""
    service.phone = reading.text(phone) ?? ""
    service.isFreeCall = reading.yesNo(freeCall)
    service.address = reading.text(address) ?? ""
    service.hours = reading.text(hours) ?? ""
    service.referralRoute = reading.text(route) ?? ""
    service.eligibility = reading.text(eligibility) ?? ""
    service.lastChecked = reading.date(checked)
    service.revision = revision
    return service
  }
}
