import GRDB

extension Row {
  func id<Table>(_ column: Int) throws(BadValue) -> RowID<Table> { RowID(try int64(column)) }

  func optionalID<Table>(_ column: Int) throws(BadValue) -> RowID<Table>? {
    try optionalInt64(column).map { RowID($0) }
  }
}

extension PreparedStatement {
  func bind<Table>(_ index: Int32, _ id: RowID<Table>) { bind(index, id.number) }

  func bind<Table>(_ index: Int32, optional id: RowID<Table>?) {
    bind(index, optional: id?.number)
  }
}
