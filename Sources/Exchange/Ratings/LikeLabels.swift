import Foundation
import StudyModel

/// Labels that a reader takes for one.
enum LikeLabels {
  /// What labels have in common that read alike: the number they are or, without blanks around and capitals, the text.
  static func key(_ label: String) -> String {
    let plain = label.trimmingCharacters(in: .whitespaces).lowercased()
    return Double(written: plain).map { String($0) } ?? plain
  }
}
