// A setting of SQLite that Swift cannot reach, because the function takes arguments of any number.
#ifndef COVALENCE_SQLITE_SETTINGS_H
#define COVALENCE_SQLITE_SETTINGS_H

int sqlite3_config(int, ...);

/// Lets SQLite keep no statistics of memory: each allocation would lock a mutex for them.
///
/// To be called before SQLite is first used; later it has no effect. Returns SQLite's code.
static inline int covalence_sqlite_without_statistics(void) {
  return sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, 0);
}

#endif
