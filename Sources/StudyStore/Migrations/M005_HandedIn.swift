import GRDB

/// Format 5: a source says which of its coders read it all and found nothing, and from which published work
/// it is taken.
///
/// Earlier formats took whoever was registered for somebody who had read. Nobody is taken for that here: who
/// coded nothing in a source is named as not having handed in, until a file of sources says otherwise.
enum M005_HandedIn {
  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE source ADD COLUMN work TEXT;
        ALTER TABLE sourceCoder ADD COLUMN hasRead INTEGER NOT NULL DEFAULT 0;
        """)
  }
}
