import GRDB

extension Register {
    /// When an encounter last became another one: RFC 3339 in UTC; `nil` for a register without encounters. Quick.
    public func lastChange() throws -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT time FROM history ORDER BY id DESC LIMIT 1") }
    }
}
