/// The figure QualCoder prints as kappa, for readers who compare; it is not Cohen's kappa.
///
/// It looks only at characters coded by at least one coder and takes expected agreement as the
/// product of the chances of yes and of no, where Cohen's kappa takes the sum. A character one
/// coder coded twice counts as coded by both.
///
/// > Reference: QualCoder 3.6, `compare_coders.py`.
public enum QualCoderKappa {
  /// The figure for a code over some documents; undefined where nothing was coded.
  ///
  /// - Parameters:
  ///   - spans: The codings.
  ///   - code: The code's position.
  ///   - first: The first coder's position.
  ///   - second: The second coder's position.
  ///   - documents: Positions of the documents to take; all by default.
  /// - Returns: The figure, with observed and expected as QualCoder takes them.
  public static func figure(
    _ spans: SpanSet, code: Int, first: Int, second: Int, documents: [Int]? = nil
  ) -> Figure {
    var lengths = [0, 0]
    var dual = 0
    for document in documents ?? Array(spans.documents.indices) {
      let layers = [first, second].map { spans.spans(document: document, code: code, coder: $0) }
      lengths[0] += Stretches.length(layers[0])
      lengths[1] += Stretches.length(layers[1])
      dual += Stretches.depths(layers)[2] ?? 0
    }
    let coded = Double(lengths[0] + lengths[1] - dual)
    guard coded > 0 else { return .undefined(.nothingCoded, n: 0) }
    let observed = Double(dual) / coded
    let shares = lengths.map { Double($0) / coded }
    let expected = shares[0] * shares[1] * (1 - shares[0]) * (1 - shares[1])
    guard let value = ChanceCorrection.value(observed: observed, expected: expected) else {
      return .undefined(.expectedAgreementIsOne, observed: observed, expected: expected)
    }
    return .defined(value, observed: observed, expected: expected, n: Int(coded))
  }
}
