import Contract
import Diplomacy
import Exchange
import Register

/// A page of the site in all its forms.
protocol Page {
    var title: String { get }
    /// The name in the site's menu that stands for it; `nil` for none.
    var section: String? { get }
    /// Its address, without an ending; `nil` where it has no other form.
    var address: String? { get }
    /// What stands between the site's head and foot.
    func write(_ out: inout Markup, _ site: Site)
    /// The same content for programs.
    func json(_ site: Site) -> any JSONWritable
    /// The forms other than HTML and JSON in which it can be given.
    var otherForms: [Form] { get }
    /// It in one of these.
    func other(_ form: Form, _ site: Site) throws -> [UInt8]?
    /// The name of a file that it is saved as, without an ending.
    var fileName: String? { get }
}

extension Page {
    var otherForms: [Form] { [] }
    var section: String? { nil }
    var fileName: String? { nil }
    func other(_ form: Form, _ site: Site) throws -> [UInt8]? { nil }

    var forms: [Form] { [.html, .json] + otherForms }

    func body(_ form: Form, _ site: Site) throws -> [UInt8]? {
        switch form {
        case .html: Frame(site: site, page: self).html()
        case .json: JSONOutput.bytes(json(site))
        default: otherForms.contains(form) ? try other(form, site) : nil
        }
    }
}

/// What has moved to another address for good.
struct Redirect: Page {
    let address: String?
    var title: String { "Moved" }
    func write(_ out: inout Markup, _ site: Site) {}
    func json(_ site: Site) -> any JSONWritable { WrittenJSON("{}".utf8) }
}

extension JSONOutput {
    /// A value as a line.
    static func bytes(_ value: any JSONWritable) -> [UInt8] {
        var out = JSONOutput()
        value.write(to: &out)
        return out.bytes + [0x0A]
    }
}

/// An object whose members are put in when it is written.
struct JSONObject: JSONWritable {
    private let fill: (inout JSONOutput) -> Void

    init(_ fill: @escaping (inout JSONOutput) -> Void) { self.fill = fill }

    func write(to out: inout JSONOutput) { out.object(fill) }
}
