/// Something that watching tells its user: a line of a log.
package struct WatchEvent: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// A source was asked.
        case polled
        /// A page was read, new or changed.
        case read
        /// A page was looked at and is as it was.
        case unchanged
        /// A source or page could not be had.
        case failed
        /// A page will not be asked for any more.
        case lost
        /// Another program is writing the register; what was found waits.
        case waiting
        case stored
    }

    package var kind: Kind
    package var address: String?
    /// What was found, in words.
    package var detail: String

    init(_ kind: Kind, _ address: String? = nil, _ detail: String) {
        self.kind = kind
        self.address = address
        self.detail = detail
    }
}
