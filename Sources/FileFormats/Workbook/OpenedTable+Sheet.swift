#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension OpenedTable {
  /// A sheet of an open workbook: the first that can be seen, unless the options name one.
  ///
  /// - Throws: why the workbook or the sheet cannot be read, also that it is empty.
  static func sheet(
    of input: borrowing ByteInput, options: TableOptions
  ) throws(TableError) -> OpenedTable {
    let blocks = try sheetBlocks(of: input, options)
    let name = blocks.name
    var head = TableHead()
    while head.block == nil { try head.look(in: blocks.next()) }
    let following = BlockPipeline(blocks, isAtEnd: head.isAtEnd) { $0 }
    return OpenedTable(head: head, blocks: following, sheet: name)
  }

  private static func sheetBlocks(
    of input: borrowing ByteInput, _ options: TableOptions
  ) throws(TableError) -> sending SheetBlocks {
    do throws(WorkbookFault) {
      guard let descriptor = input.descriptor else {
        return try SheetBlocks(
          bytes: input.memory, sheet: options.sheet, digests: options.computesDigest)
      }
      return try SheetBlocks(
        descriptor: dup(descriptor), sheet: options.sheet, digests: options.computesDigest)
    } catch {
      throw TableError(.workbook(error))
    }
  }
}
