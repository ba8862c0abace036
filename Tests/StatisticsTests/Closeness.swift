/// Whether two figures agree to a relative distance; nil never does.
func isClose(
  _ value: Double?, _ expected: Double, relative: Double = 1e-9, absolute: Double = 0
) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= max(relative * max(abs(value), abs(expected)), absolute)
}
