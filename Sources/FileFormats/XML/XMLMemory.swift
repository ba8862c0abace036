import CLibExpat
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory for XML parsers, counted: beyond the limit the parser is told that there is none.
///
/// A parser keeps every name it meets, and a text of a few megabytes can have very many. The count is
/// of all parsers of the program, as the library hands none of its own to these functions.
enum XMLMemory {
  /// Stands before each block and holds its size; as long as blocks must be aligned.
  private static let headSize = 16
  private static let used = Atomic(0)

  /// The functions, for a parser to be made with.
  static var suite: XML_Memory_Handling_Suite {
    XML_Memory_Handling_Suite(
      malloc_fcn: { XMLMemory.block($0) },
      realloc_fcn: { XMLMemory.block($0, resized: $1) },
      free_fcn: { XMLMemory.free($0) })
  }

  private static func block(_ size: Int) -> UnsafeMutableRawPointer? {
    guard take(size) else { return nil }
    guard let head = malloc(headSize + size) else {
      give(size)
      return nil
    }
    head.storeBytes(of: size, as: Int.self)
    return head + headSize
  }

  private static func block(
    _ old: UnsafeMutableRawPointer?, resized size: Int
  ) -> UnsafeMutableRawPointer? {
    guard let old else { return block(size) }
    let head = old - headSize
    let before = head.load(as: Int.self)
    guard take(size) else { return nil }
    guard let new = realloc(head, headSize + size) else {
      give(size)
      return nil
    }
    give(before)
    new.storeBytes(of: size, as: Int.self)
    return new + headSize
  }

  private static func free(_ block: UnsafeMutableRawPointer?) {
    guard let block else { return }
    let head = block - headSize
    give(head.load(as: Int.self))
    #if canImport(Glibc)
    Glibc.free(head)
    #elseif canImport(Musl)
    Musl.free(head)
    #else
    Darwin.free(head)
    #endif
  }

  private static func take(_ size: Int) -> Bool {
    guard size >= 0, size <= XMLLimits.memory else { return false }
    guard used.add(size, ordering: .relaxed).newValue <= XMLLimits.memory else {
      give(size)
      return false
    }
    return true
  }

  private static func give(_ size: Int) { used.subtract(size, ordering: .relaxed) }
}
