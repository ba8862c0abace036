/// The mean of figures over codes (or documents), with how many had none to give.
///
/// Never to be shown without the number of undefined ones, which it leaves out.
public struct MeanFigure: Sendable, Hashable {
  /// The mean of the defined figures; nil where none is.
  public let value: Double?
  /// How many figures have a value.
  public let defined: Int
  /// How many have none.
  public let undefined: Int

  /// Takes the mean of the figures that have a value.
  public init(_ figures: some Sequence<Figure>) {
    var values: [Double] = []
    var missing = 0
    for figure in figures {
      if let value = figure.value { values.append(value) } else { missing += 1 }
    }
    value = Descriptive.mean(values)
    defined = values.count
    undefined = missing
  }
}
