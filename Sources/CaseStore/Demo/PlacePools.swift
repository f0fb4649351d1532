/// Places that are on no map.
enum PlacePools {
  struct Town: Sendable {
    let name: String
    /// ZZ is no postcode area, so no letter ever reaches one of these by accident.
    let outcode: String
  }

  static let towns = [
    Town(name: "Saltmarsh Quay", outcode: "ZZ1"), Town(name: "Northfold", outcode: "ZZ2"),
    Town(name: "Harrowby Bridge", outcode: "ZZ3"), Town(name: "Little Wrayford", outcode: "ZZ4"),
    Town(name: "Castlemere", outcode: "ZZ5"), Town(name: "Eastcombe Sands", outcode: "ZZ6"),
  ]

  static let streets = [
    "Anchor Lane", "Bakehouse Row", "Beacon Rise", "Birchwood Close", "Bluebell Way",
    "Brickfield Terrace", "Cannery Street", "Chandlers Walk", "Coastguard Steps", "Copper Street",
    "Corn Exchange Court", "Cricketers Green", "Dovecote Road", "Ferry Approach", "Foundry Street",
    "Gasworks Lane", "Granary Close", "Heron Drive", "High Hurst Road", "Juniper Avenue",
    "Kiln Lane", "Larkfield Road", "Lifeboat Street", "Lower Quay", "Maltings Yard",
    "Meadow View", "Mill Race", "Netmakers Row", "Old Tannery Road", "Orchard Leas",
    "Pilot House Way", "Quarry Hill", "Ropewalk", "Sandpiper Close", "Signal Street",
    "Station Parade", "Tidemill Road", "Upper Fold", "Viaduct Street", "Weavers Court",
  ]

  static let suites = ["Saltmarsh Quay", "Northfold", "Castlemere"]

  static let courts = ["Castlemere Magistrates", "Northfold Magistrates"]

  static let rooms = ["Room 1", "Room 2", "Quayside office", "Clinic", "Home", "By phone"]
}
