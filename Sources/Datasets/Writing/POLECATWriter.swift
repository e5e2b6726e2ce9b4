import Diplomacy

/// Writes rows as POLECAT has its events: 40 columns under a header, countries by codes of three letters, what is not known empty.
public struct POLECATWriter: Sendable {
    /// What stands in the column `Version`.
    public var version: String

    public init(version: String = "") { self.version = version }

    static let columns = [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
        "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
        "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
        "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
        "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
        "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ]

    /// The first line of a file, with its line feed.
    public var header: [UInt8] { Array((Self.columns.joined(separator: "\t") + "\n").utf8) }

    /// One row, with its line feed.
    public func row(_ event: OutgoingEvent) -> [UInt8] {
        let degrees = Degrees(event.place)
        var line = TableLine()
        line.put(event.id)
        line.put(event.day.iso)
        line.put(event.type)
        line.put(event.mode)
        line.put(event.goldstein)
        line.put(event.quad.flatMap { QuadName.all.indices.contains($0 - 1) ? QuadName.all[$0 - 1] : nil })
        line.put(event.contexts.joined(separator: ";"))
        put(event.source, &line)
        put(event.target, &line)
        line.put(event.place?.name)
        line.put(event.place?.name)
        line.putNothing(2)
        line.put(event.place?.country)
        line.put(degrees.latitude)
        line.put(degrees.longitude)
        line.putNothing(3)
        line.put(event.publisher)
        line.put(event.added?.iso)
        line.put([event.source.person, event.target.person].compactMap { $0 }.joined(separator: ";"))
        line.putNothing(1)
        line.put(event.place?.name)
        line.put(event.language)
        line.put(version)
        return line.end()
    }

    private func put(_ actor: OutgoingActor, _ line: inout TableLine) {
        line.put(actor.person ?? actor.name)
        line.put(actor.party)
        line.putNothing(1)
        line.put(actor.sector)
        line.put(actor.sector)
        line.put(actor.office)
        line.put(actor.person ?? actor.name)
        line.putNothing(1)
    }
}
