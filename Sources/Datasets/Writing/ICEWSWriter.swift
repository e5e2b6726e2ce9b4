import Diplomacy

/// Writes rows as ICEWS has its events: 20 columns under a header, `NA` for what is not known.
public struct ICEWSWriter: Sendable {
    public init() {}

    static let columns = [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
        "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]

    /// The first line of a file, with its line feed.
    public var header: [UInt8] { Array((Self.columns.joined(separator: "\t") + "\n").utf8) }

    /// One row, with its line feed.
    public func row(_ event: OutgoingEvent) -> [UInt8] {
        let codes = CodesOut.standing
        let degrees = Degrees(event.place)
        var line = TableLine(nothing: "NA")
        line.put(event.number)
        line.put(event.day.iso)
        line.put(event.source.person ?? event.source.name ?? codes.name(event.source.party))
        line.put(event.source.sector)
        line.put(codes.name(event.source.party))
        line.put(event.text)
        line.put(event.cameo)
        line.put(event.goldstein)
        line.put(event.target.person ?? event.target.name ?? codes.name(event.target.party))
        line.put(event.target.sector)
        line.put(codes.name(event.target.party))
        line.put(event.document)
        line.put(event.sentence)
        line.put(event.publisher)
        line.put(event.place?.name)
        line.putNothing(2)
        line.put(codes.name(event.place?.country))
        line.put(degrees.latitude)
        line.put(degrees.longitude)
        return line.end()
    }
}
