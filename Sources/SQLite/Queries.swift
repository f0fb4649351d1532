extension Connection {
  /// Runs a statement that answers no rows.
  package func execute(_ sql: String, _ values: (any SQLBindable)?...) throws {
    try execute(sql, values: values)
  }

  package func execute(_ sql: String, values: [(any SQLBindable)?]) throws {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The same with values as they are stored, for what is written by the ten thousand.
  package func execute(_ sql: String, storing values: [SQLValue]) throws {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(stored: values)
    while try statement.step() {}
  }

  /// All rows, each made into a value.
  package func query<Value>(
    _ sql: String, _ values: (any SQLBindable)?..., row: (Row) throws -> Value
  ) throws -> [Value] {
    try query(sql, values: values, row: row)
  }

  package func query<Value>(
    _ sql: String, values: [(any SQLBindable)?], row: (Row) throws -> Value
  ) throws -> [Value] {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    var answer: [Value] = []
    while try statement.step() { answer.append(try row(statement.row)) }
    return answer
  }

  /// The first row made into a value; nil when there is none.
  package func first<Value>(
    _ sql: String, _ values: (any SQLBindable)?..., row: (Row) throws -> Value
  ) throws -> Value? {
    try first(sql, values: values, row: row)
  }

  package func first<Value>(
    _ sql: String, values: [(any SQLBindable)?], row: (Row) throws -> Value
  ) throws -> Value? {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    return try statement.step() ? row(statement.row) : nil
  }

  /// Hands each row to the body without keeping any; throw to stop early.
  package func forEach(
    _ sql: String, _ values: (any SQLBindable)?..., body: (Row) throws -> Void
  ) throws {
    try forEach(sql, values: values, body: body)
  }

  package func forEach(
    _ sql: String, values: [(any SQLBindable)?], body: (Row) throws -> Void
  ) throws {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    while try statement.step() { try body(statement.row) }
  }

  /// Whether there is any row.
  package func exists(_ sql: String, _ values: (any SQLBindable)?...) throws -> Bool {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    return try statement.step()
  }

  /// How SQLite means to answer, one line a step; for tests that hold an index in place.
  package func explainQueryPlan(_ sql: String, _ values: (any SQLBindable)?...) throws -> [String] {
    try query("EXPLAIN QUERY PLAN " + sql, values: values) { try $0.text(3) }
  }
}
