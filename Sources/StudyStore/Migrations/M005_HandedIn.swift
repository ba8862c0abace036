import GRDB

/// Format 5: a source says which of its coders read it all and found nothing, and from which published work
/// it is taken.
///
/// Earlier formats took whoever was registered for somebody who had read. Nobody is taken for that here: who
/// coded nothing in a source is named as not having handed in, until a file of sources says otherwise. Rows
/// that are kept for taking an import back get the columns, too.
enum M005_HandedIn {
  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE source ADD COLUMN work TEXT;
        ALTER TABLE sourceCoder ADD COLUMN hasRead INTEGER NOT NULL DEFAULT 0;
        UPDATE change SET before = json_set(before, '$.work', json('null'))
          WHERE tableName = 'source' AND json_valid(before);
        UPDATE change SET before = json_set(before, '$.sourceCoder', (
            SELECT json_group_array(json_object(
              'coderID', json_extract(value, '$.coderID'), 'hasRead', 0,
              'position', json_extract(value, '$.position')))
            FROM json_each(change.before, '$.sourceCoder')))
          WHERE tableName = 'source' AND json_valid(before)
            AND json_type(before, '$.sourceCoder') = 'array'
            AND NOT EXISTS (
              SELECT 1 FROM json_each(change.before, '$.sourceCoder') WHERE type <> 'object');
        """)
  }
}
