import StudyStore

/// The study's numbers of names by the numbers under which the names came in; each found once.
struct NumbersByName<Table> {
  private var numbers: [RowID<Table>?] = []
  /// How many were found.
  private(set) var count = 0

  subscript(name: Int32) -> RowID<Table>? {
    get {
      guard name >= 0, Int(name) < numbers.count else { return nil }
      return numbers[Int(name)]
    }
    set {
      guard name >= 0, let newValue else { return }
      while numbers.count <= Int(name) { numbers.append(nil) }
      if numbers[Int(name)] == nil { count += 1 }
      numbers[Int(name)] = newValue
    }
  }

  /// The number of a name, looked up at its first use; nil where there is no name.
  mutating func number(
    _ name: Int32, _ find: () throws -> RowID<Table>
  ) rethrows -> RowID<Table>? {
    guard name >= 0 else { return nil }
    if let known = self[name] { return known }
    let found = try find()
    self[name] = found
    return found
  }
}
