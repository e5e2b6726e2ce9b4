import GRDB
import GRDBSQLite

extension Database {
    /// A statement of SQLite's own, for many runs; whoever asks for it finalises it.
    func prepared(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            sqliteConnection, sql, -1, UInt32(bitPattern: SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK else { throw failure(code) }
        return statement
    }

    /// What a call of SQLite's that gave a code has failed with.
    func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)))
    }
}
