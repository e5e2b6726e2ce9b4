import Diplomacy

/// A line of a table while it is written: fields with a tab between, a line feed behind. Tabs, line breaks and other control
/// characters in a text become spaces; nothing else is changed.
struct TableLine {
    private(set) var bytes: [UInt8] = []
    /// What stands for nothing.
    private let nothing: [UInt8]
    private var isFirst = true

    init(nothing: String = "") { self.nothing = Array(nothing.utf8) }

    private mutating func begin() {
        if isFirst { isFirst = false } else { bytes.append(0x09) }
    }

    mutating func put(_ text: String?) {
        begin()
        guard let text, !text.isEmpty else { return bytes.append(contentsOf: nothing) }
        for byte in text.utf8 { bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
    }

    mutating func put(_ value: Int?) { put(value.map { String($0) }) }

    mutating func put(_ value: Int64) { put(String(value)) }

    /// The shortest text that is read as the same value, without an exponent where that takes no more than 17 digits; what is no number
    /// is left out.
    mutating func put(_ value: Double?) {
        guard let value, value.isFinite else { return put(nil as String?) }
        if value == value.rounded(), value.magnitude < 1e15 { return put(Int(value)) }
        put("\(value)")
    }

    mutating func putNothing(_ count: Int) {
        for _ in 0..<count { put(nil as String?) }
    }

    mutating func end() -> [UInt8] {
        bytes.append(0x0A)
        return bytes
    }

    /// `YYYYMMDD`.
    static func compact(_ day: Day) -> String { day.iso.filter { $0 != "-" } }
}

/// Degrees that are in their range; `nil` for others.
struct Degrees {
    let latitude: Double?
    let longitude: Double?

    init(_ place: OutgoingPlace?) {
        latitude = place?.latitude.flatMap { $0.magnitude <= 90 ? $0 : nil }
        longitude = place?.longitude.flatMap { $0.magnitude <= 180 ? $0 : nil }
    }
}
