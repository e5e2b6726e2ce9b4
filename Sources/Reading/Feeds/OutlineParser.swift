import Hypertext

/// Reads lists of feeds (OPML 1.0 and 2.0).
struct OutlineParser {
    private var xml: XMLReader
    private let reader: FeedReader
    private let address: String?
    private var list = FeedList()
    /// Titles of the open outlines; `nil` for other elements.
    private var folders: [String?] = []

    init(_ utf8: [UInt8], reader: FeedReader, address: String?) {
        xml = XMLReader(utf8)
        self.reader = reader
        self.address = address
    }

    /// The list; `nil` where the document is none.
    mutating func read() -> FeedList? {
        var isList = false
        do throws(XMLError) {
            while let event = try xml.next() {
                switch event {
                case .start(let number):
                    let name = xml.name(number).local.lowercased()
                    if name == "opml" { isList = true }
                    try start(name)
                case .end: _ = folders.popLast()
                default: continue
                }
            }
        } catch {
            list.faults.append(FeedFault(code: "cut-off", detail: error.message))
        }
        guard isList else { return nil }
        list.faults = xml.faults.map { FeedFault(code: $0.kind.rawValue, detail: "at byte \($0.offset)") } + list.faults
        return list
    }

    private mutating func start(_ name: String) throws(XMLError) {
        guard name == "outline" else {
            guard name == "title", list.title == nil else {
                folders.append(nil)
                return
            }
            let markup = try xml.innerMarkup(keepsText: true)
            list.title = reader.line(String(decoding: markup.utf8, as: UTF8.self), isMarkup: true)
            return
        }
        let title = (xml.attribute(local: "title") ?? xml.attribute(local: "text")).flatMap {
            reader.line($0, isMarkup: true)
        }
        // "xmlurl" and "htmlurl" are seen too: names are compared without case
        let found = xml.attribute(local: "xmlUrl")
        if let address = found.flatMap({ reader.resolved($0, base: self.address) }) {
            if list.entries.count < reader.mostItems {
                list.entries.append(
                    FeedList.Entry(
                        title: title, address: address,
                        site: xml.attribute(local: "htmlUrl").flatMap { reader.resolved($0, base: self.address) },
                        language: xml.attribute(local: "language"), folders: folders.compactMap { $0 }))
            } else if list.faults.isEmpty {
                list.faults.append(FeedFault(code: "too-many-items", detail: "more than \(reader.mostItems)"))
            }
        }
        folders.append(title ?? "")
    }
}
