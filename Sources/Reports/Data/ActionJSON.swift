import FileFormats
import StudyModel

extension ActionLine {
  /// The action as data.
  var json: JSONValue {
    [
      "id": .string(id), "action": .string(action), "who": .strings(who),
      "why": .strings(why.map(\.text)),
      "actsOn": .strings(actsOn), "restsOn": .strings(restsOn),
      "sign": .string(sign),
      "aim": today.map { $0.aim.json } ?? .null,
      "now": today.flatMap(\.json) ?? .null,
      "met": .optional(today?.isMet),
      "basis": .string(basis),
    ]
  }
}

extension Aim {
  fileprivate var json: JSONValue {
    ["measure": .string(measure.rawValue), "of": .strings(of), "value": .integer(goal)]
  }
}

extension AimToday {
  /// The figure, or what is told in its place; nil where there is none, or it is hidden.
  fileprivate var json: JSONValue? {
    guard let construct else { return nil }
    let told: (value: JSONValue, says: JSONValue)? =
      switch now {
      // What is told roughly stands for other shares, too: its words say so.
      case .shown(.share(let share)) where share.isRough:
        (.number(share.percent), .string(share.words))
      case .shown(let figure): (.number(figure.number), .null)
      case .inWords(let alike): (.null, .string(alike.rawValue))
      case .hidden, .absent: nil
      }
    return told.map { ["of": .string(construct), "value": $0.value, "says": $0.says] }
  }
}
