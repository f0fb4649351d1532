/// INT-008, INT-038: the notice that partners get when somebody drops out, made to be printed.
package enum PartnerNoticeForm {
  package static let id: FormID = "bronze-notice"
  package static let preview: FieldCode = "notice"
  package static let partners: FieldCode = "partners"
  package static let phone: FieldCode = "phone"

  package static let definition = FormDefinition(
    id, title: "Notice to partners",
    purpose:
      "Makes the notice of a drop-out for each partner that is ticked; it is printed from the "
      + "page, and says that action is intended and never its detail",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-038",
    action: .behind(.bronze, "t"),
    sections: [
      FormSection(
        "The notice as it will print",
        [FormField(preview, "Notice", .longText(max: 5_000)).forReading()]),
      FormSection(
        "Who is told",
        [
          FormField(
            partners, "Partners",
            .choices(BronzePartner.list("bronze-partner", title: "Partner", rule: "INT-038"))
          ).required().help("Each gets a notice of its own"),
          FormField(phone, "Your phone", .phone).required().carried()
            .help("Where a partner may ask back"),
          FormField(
            "no-detail",
            "INT-008: a notice says that action is intended and never its detail. There is no field "
              + "for more.", .explained),
        ]),
    ],
    rules: [BronzeFields.possible(.riskAssessed), content, mayTell, isTold])

  private static let content = FormRule { reading, facts, context in
    guard let record = facts.bronze?.record, record.state == .dropOut, reading.isAnswered(phone)
    else { return [] }
    return PartnerNotice.findings(
      on: PartnerNotice.Content(of: record, phone: reading.text(phone), in: context))
  }

  private static let mayTell = FormRule { reading, facts, _ in
    reading.choices(partners, as: BronzePartner.self).compactMap {
      PartnerNotice.refusal(toTell: $0, about: facts.bronze?.record?.reports ?? [])
    }
  }

  private static let isTold = FormRule { reading, facts, _ in
    let told = facts.bronze?.record?.told ?? []
    return reading.choices(partners, as: BronzePartner.self).compactMap { partner in
      told.last { $0.partner == partner }.map { notice in
        Finding(
          "INT-038", .shows, field: partners.text,
          "\(partner.words) has a notice already: number \(notice.number), "
            + notice.at.date.ukWithWeekday)
      }
    }
  }
}
