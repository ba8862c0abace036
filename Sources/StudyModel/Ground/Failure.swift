/// Why a task ended without doing what was asked: what is told, and of which kind it is.
///
/// A front makes of the kind what it ends with, such as an exit code, and of the messages what a
/// person reads. They name no command and no option: how a remedy is done is the front's to say.
public struct Failure: Error, Sendable, Hashable {
  /// What stood in the way.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// It was asked for in a way that is none.
    case usage
    /// The data do not allow it.
    case data
    /// Something that was named, or is needed, is not there.
    case missing
    /// Something cannot be written.
    case cannotWrite
    /// Another program is at work on it.
    case busy
    /// It was done, and something that was to hold does not.
    case held
    /// Nobody foresaw it.
    case fault
  }

  /// What stood in the way.
  public var kind: Kind
  /// What is told, in the order of the places; never empty.
  public var diagnostics: [Diagnostic]

  /// Creates a failure of several messages.
  public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  /// Creates a failure of one message, a sentence without a full stop, with what to do about it.
  public init(
    _ kind: Kind, _ code: MessageCode, _ message: String, remedy: String,
    place: Diagnostic.Place = .init(), found: String? = nil, means: Diagnostic.Means? = nil
  ) {
    var diagnostic = Diagnostic(
      code: code, severity: .error, place: place, found: found, message: message,
      remedy: remedy)
    diagnostic.means = means
    self.init(kind, [diagnostic])
  }
}

/// An error that can be told to a person.
public protocol Failing: Error {
  /// The error as what is told.
  var failure: Failure { get }
}

extension Failure: Failing {
  /// The failure itself.
  public var failure: Failure { self }
}

extension DiagnosticsError: Failing {
  /// The data do not allow the work.
  public var failure: Failure { Failure(.data, diagnostics) }
}
