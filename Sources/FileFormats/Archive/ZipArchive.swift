import CLibZip

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open ZIP archive whose parts are read one after the other; libzip checks their sizes and sums.
///
/// It knows nothing of what the parts hold: workbooks, projects and texts all come in such archives.
final class ZipArchive {
  private let archive: OpaquePointer
  /// The archive's bytes where it lies in memory, kept as long as it is open.
  private let memory: UnsafeMutableRawBufferPointer?
  private let limit: Int
  /// How many more bytes may be unpacked.
  private var budget: Int

  /// Opens an archive and takes over the descriptor; it is closed whatever happens.
  ///
  /// `limit` is the most bytes that all parts read may unpack to.
  init(descriptor: Int32, limit: Int) throws(ArchiveFault) {
    var code: Int32 = 0
    guard let archive = zip_fdopen(descriptor, 0, &code) else {
      _ = close(descriptor)
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      throw Self.fault(&error)
    }
    (self.archive, memory) = (archive, nil)
    (self.limit, budget) = (limit, limit)
  }

  /// Opens an archive in memory, of which it keeps a copy.
  init(bytes: [UInt8], limit: Int) throws(ArchiveFault) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      // A source that was not opened is still the caller's.
      if let source { zip_source_free(source) }
      memory.deallocate()
      throw Self.fault(&error)
    }
    zip_error_fini(&error)
    (self.archive, self.memory) = (archive, memory)
    (self.limit, budget) = (limit, limit)
  }

  deinit {
    zip_discard(archive)
    memory?.deallocate()
  }

  private static func fault(_ error: inout zip_error_t) -> ArchiveFault {
    defer { zip_error_fini(&error) }
    let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "the reason is not known"
    return ArchiveFault(
      kind: .damaged, message: "it breaks off or is no whole ZIP archive (\(reason))")
  }

  /// The most that a small archive may unpack to, so that its cost grows with its size.
  ///
  /// Tables and texts pack to a tenth, repetitive ones to a fiftieth; a thousandth is possible only
  /// for what was made to fill a machine.
  static func limit(ofPacked size: Int, most: Int) -> Int {
    min(most, (64 << 20) + 100 * min(max(0, size), most))
  }

  /// The paths of all parts, in their order.
  var paths: [String] {
    (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
      zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) }
    }
  }

  /// Whether there is a part at a path; case does not matter.
  func has(_ path: String) -> Bool { index(of: path) >= 0 }

  /// The part at a path, nil where there is none; case does not matter, as in spreadsheets.
  func part(_ path: String) throws(ArchiveFault) -> ZipPart? {
    let index = index(of: path)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    if zip_stat_index(archive, UInt64(index), 0, &status) == 0,
      status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw ArchiveFault(kind: .encrypted, message: "\(path) is encrypted")
    }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
      throw ArchiveFault(kind: .damaged, message: "\(path) cannot be unpacked (\(reason))")
    }
    return ZipPart(file, path, self)
  }

  /// A part that must be there.
  func required(_ path: String) throws(ArchiveFault) -> ZipPart {
    guard let part = try part(path) else {
      throw ArchiveFault(kind: .damaged, message: "it has no part \(path)")
    }
    return part
  }

  /// Takes what was unpacked from what may be.
  fileprivate func spend(_ count: Int) throws(ArchiveFault) {
    budget -= count
    guard budget >= 0 else {
      throw ArchiveFault(
        kind: .tooLarge, message: "it unpacks to more than \(limit >> 20) MiB")
    }
  }

  private func index(of path: String) -> Int64 {
    let index = zip_name_locate(archive, path, 0)
    guard index < 0 else { return index }
    let anyCase = UInt32(ZIP_FL_NOCASE)
    let other = zip_name_locate(archive, path, anyCase)
    // Some programs for Windows write the paths of parts with backslashes.
    return other < 0 ? zip_name_locate(archive, path.replacing("/", with: "\\"), anyCase) : other
  }

  private var reason: String {
    zip_strerror(archive).map { String(cString: $0) } ?? "the reason is not known"
  }
}

/// An open part of an archive, handed out in pieces.
final class ZipPart: XMLInput {
  /// Its path in the archive.
  let path: String
  private let file: OpaquePointer
  private let archive: ZipArchive

  fileprivate init(_ file: OpaquePointer, _ path: String, _ archive: ZipArchive) {
    (self.file, self.path, self.archive) = (file, path, archive)
  }

  deinit { zip_fclose(file) }

  /// Unpacks the next piece; 0 at the end, when sizes and sum were found right.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(ArchiveFault) -> Int {
    let read = zip_fread(file, buffer, UInt64(count))
    guard read >= 0 else {
      let reason = zip_file_strerror(file).map { String(cString: $0) }
      throw ArchiveFault(
        kind: .damaged,
        message: "\(path) cannot be unpacked (\(reason ?? "the reason is not known"))")
    }
    try archive.spend(Int(read))
    return Int(read)
  }

  /// The first bytes as text, for what tells a kind of file.
  func head(_ count: Int) throws(ArchiveFault) -> String {
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    let read = try read(into: buffer, count: count)
    return String(decoding: UnsafeRawBufferPointer(start: buffer, count: read), as: UTF8.self)
  }
}
