import SQLite

/// The records in the moment they are open, before anybody else asks.
package struct FirstReading {
  private let connection: Connection
  private let seat: Confined<Connection>

  init(_ connection: Connection, on seat: Confined<Connection>) {
    self.connection = connection
    self.seat = seat
  }

  /// Asks on, after those who have been waiting for the file to be open.
  package func goOn(_ question: @escaping ComingStore.FirstQuestion) {
    seat.submit { [seat] in question(FirstReading($0, on: seat)) }
  }

  /// One state of the file, however many statements it takes.
  package func read<Answer>(_ body: (Records) throws -> Answer) throws -> Answer {
    try connection.read(body)
  }

  /// A number that changes when anybody has saved.
  package func dataVersion() throws -> Int64 { try connection.dataVersion() }
}
