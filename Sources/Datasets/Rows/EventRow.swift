package import Diplomacy

/// The code of a party as it stands in a row.
package struct PartyCode {
    /// Our code where ``isKnown``, else the data's own, as it is given.
    package var code: Cell
    package var isKnown: Bool

    static var none: PartyCode { PartyCode(code: .empty, isKnown: false) }

    package var isEmpty: Bool { code.isEmpty }

    /// Our code; of one that is not known, the data's own behind a question mark, so that it is taken for none of ours.
    package var text: String? { isEmpty ? nil : isKnown ? code.text : "?" + code.text }
}

/// One of the two sides of a row.
package struct RowActor {
    package var party = PartyCode.none
    /// As it is given: CAMEO's type ("GOV"), ICEWS' and POLECAT's lists of sectors.
    package var sector = Cell.empty
    package var name = Cell.empty
}

/// One row of event data, with its texts as ranges of the line's bytes: valid only while the line is. ``value`` copies it out.
package struct EventRow {
    package var format: EventFormat
    package var id: Cell
    /// The id where it is a whole number without a leading zero, of at most 16 digits.
    package var number: Int64?
    /// Of the event.
    package var day: Day
    /// On which the row was added to its data set, or its report published.
    package var added: Day?
    package var source = RowActor()
    package var target = RowActor()
    /// CAMEO.
    package var code = Cell.empty
    /// PLOVER.
    package var type = Cell.empty
    package var mode = Cell.empty
    /// 1 to 4: verbal and material cooperation, verbal and material conflict; 0 where none is told.
    package var quad: UInt8 = 0
    /// On Goldstein's scale, or the data's own of intensity.
    package var scale: DecimalNumber?
    package var mentions: Int32?
    package var sources: Int32?
    package var articles: Int32?
    package var place = Cell.empty
    package var country = PartyCode.none
    package var latitude: DecimalNumber?
    package var longitude: DecimalNumber?
    package var url = Cell.empty
    package var publisher = Cell.empty
    /// The id of the story, where the data has one.
    package var story = Cell.empty
    /// The sentence of the story, from 1.
    package var sentence: Int32?

    init(format: EventFormat, id: Cell, day: Day) {
        self.format = format
        self.id = id
        self.day = day
        number =
            id.count <= 16 && id.count > 0 && (id.start[0] != 0x30 || id.count == 1) ? id.digits : nil
    }

    /// The same as a value of its own.
    package var value: AllegedEvent {
        var event = AllegedEvent(format: format, id: id.text, day: day)
        event.added = added
        event.source = AllegedActor(source)
        event.target = AllegedActor(target)
        event.cameo = code.textOrNil
        event.type = type.textOrNil
        event.mode = mode.textOrNil
        event.quad = quad == 0 ? nil : Int(quad)
        event.scale = scale?.value
        event.mentions = mentions.map(Int.init)
        event.sources = sources.map(Int.init)
        event.articles = articles.map(Int.init)
        event.place = place.textOrNil
        event.country = country.text
        event.latitude = latitude?.value
        event.longitude = longitude?.value
        event.url = url.textOrNil
        event.publisher = publisher.textOrNil
        event.story = story.textOrNil
        event.sentence = sentence.map(Int.init)
        return event
    }
}

extension AllegedActor {
    package init(_ actor: RowActor) {
        self.init(party: actor.party.text, sector: actor.sector.textOrNil, name: actor.name.textOrNil)
    }
}
