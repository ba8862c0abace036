/// Two coders' (or two groups') use of one code, character by character.
///
/// Characters are not independent of each other, so no standard error is given.
public struct CharacterOverlap: Sendable, Hashable {
  private let table: BinaryAgreement

  /// Characters both coded.
  public var both: Int { table.both }
  /// Characters only the first coded.
  public var onlyFirst: Int { table.onlyFirst }
  /// Characters only the second coded.
  public var onlySecond: Int { table.onlySecond }
  /// Characters neither coded.
  public var neither: Int { table.neither }

  /// Takes the four counts; negative ones are taken as 0.
  public init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
    table = BinaryAgreement(
      both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, neither: neither)
  }

  /// Adds the characters of two parts of the same text or code list.
  public static func + (left: CharacterOverlap, right: CharacterOverlap) -> CharacterOverlap {
    CharacterOverlap(
      both: left.both + right.both, onlyFirst: left.onlyFirst + right.onlyFirst,
      onlySecond: left.onlySecond + right.onlySecond, neither: left.neither + right.neither)
  }

  /// All characters compared.
  public var count: Int { table.count }

  /// The share of characters in agreement, 0 to 1; uncoded text dominates it.
  public var agreement: Figure { table.agreement }

  /// Jaccard's coefficient, both / coded by either, 0 to 1, which ignores uncoded text.
  public var jaccard: Figure { table.jaccard }

  /// Dice's coefficient, 2 both / (first + second), 0 to 1.
  public var dice: Figure { table.positiveAgreement }

  /// Cohen's kappa; undefined where both coded everything or nothing.
  public var kappa: Figure {
    let kappa = table.kappa
    guard let value = kappa.value else { return kappa }
    return .defined(value, observed: kappa.observed, expected: kappa.expected, n: count)
  }

  /// The kappa NVivo shows: 1 where kappa is 0/0.
  public var kappaAsNVivo: Double? { kappa.value ?? (count > 0 ? 1 : nil) }
}
