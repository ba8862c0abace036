import StudyModel

/// Tells by a column's header whether it holds something personal.
///
/// A header is a sign where it consists of a phrase such as `date of birth` and of words that often
/// stand beside one (`your`, `number`, `home`). So `phone`, `Home phone number` and `E-mail (work)`
/// are signs; `phone calls per week`, `organization name` and `email policy` are none.
enum PersonalHeader {
  /// What a header speaks for.
  struct Hint: Hashable {
    var data: PersonalData
    /// Whether it needs a value that looks like somebody's.
    var isWeak = false
  }

  /// What a header speaks for; nil for nothing.
  static func hint(of header: String) -> Hint? {
    let words = words(of: header)
    guard !words.isEmpty else { return nil }
    for (data, phrases) in PersonalWords.phrases where isMade(words, of: phrases) {
      return Hint(data: data)
    }
    return isMade(words, of: PersonalWords.weak) ? Hint(data: .name, isWeak: true) : nil
  }

  /// Whether words are one of the phrases, with only companions around it.
  private static func isMade(_ words: [String], of phrases: [[String]]) -> Bool {
    phrases.contains { phrase in
      guard phrase.count <= words.count else { return false }
      return (0...words.count - phrase.count).contains { start in
        let end = start + phrase.count
        return words[start..<end].elementsEqual(phrase)
          && (words[..<start] + words[end...]).allSatisfy(isCompanion)
      }
    }
  }

  private static func isCompanion(_ word: String) -> Bool {
    word.allSatisfy(\.isNumber) || PersonalWords.companions.contains(word)
  }

  /// The words of a header in lower case without accents: taken apart at what is no letter or digit
  /// and where a capital follows a small letter; what stands in brackets does not count.
  static func words(of header: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    var previous: Character?
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in header {
      switch character {
      case "(", "[":
        end()
        depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case _ where character.isLetter || character.isNumber:
        if character.isUppercase, previous?.isLowercase == true { end() }
        word += plain(character)
      default: end()
      }
      previous = character
    }
    end()
    return words
  }

  /// A letter in lower case without its accent; `ß` is `ss`.
  private static func plain(_ letter: Character) -> String {
    let small = letter.lowercased()
    return PersonalWords.accents[small] ?? small
  }
}
