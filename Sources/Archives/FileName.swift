/// Names of files.
enum FileName {
    /// What stands after the last slash, either way.
    static func last(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(where: { $0 == 0x2F || $0 == 0x5C }) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// What stands after the last full stop, in lower case; empty where there is none.
    static func suffix(of name: String) -> String {
        guard let stop = name.utf8.lastIndex(of: 0x2E) else { return "" }
        return String(name[name.utf8.index(after: stop)...]).lowercased()
    }

    /// The name without its last suffix where that is one of a few.
    static func without(_ suffixes: Set<String>, _ name: String) -> String {
        let suffix = suffix(of: name)
        guard suffixes.contains(suffix), name.utf8.count > suffix.utf8.count + 1 else { return name }
        return String(name.dropLast(suffix.count + 1))
    }
}
