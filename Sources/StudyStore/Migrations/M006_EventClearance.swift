import GRDB

/// Format 6: an event says whether others than the researcher may read of it.
///
/// Of events that are there already nobody said so: they stay with the researcher until a file says otherwise.
/// Rows that are kept for taking an import back get the column, too.
enum M006_EventClearance {
  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE event ADD COLUMN clear INTEGER;
        UPDATE change SET before = json_set(before, '$.clear', json('null'))
          WHERE tableName = 'event' AND json_valid(before);
        """)
  }
}
