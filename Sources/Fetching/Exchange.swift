import AsyncHTTPClient
import Hypertext
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// One request to one address, over a connection of its own to a server that has been checked.
struct Exchange: Sendable {
    var address: WebAddress
    var server: IPAddress
    var dialled: IPAddress
    var request: FetchRequest
    var agent: UserAgent
    var limits: FetchLimits
    var deadline: NIODeadline
    var tls: TLSConfiguration
    var group: any EventLoopGroup

    /// A response, with its body where it is one of success.
    struct Answer: Sendable {
        var status: Int
        var fields: ResponseFields
        /// Where a redirect leads, as it is written.
        var location: String?
        var body: [UInt8] = []
        var isCut = false
    }

    /// - Throws: a ``FetchError``, or what the libraries beneath throw.
    func run() async throws -> Answer {
        let client = HTTPClient(eventLoopGroup: group, configuration: configuration)
        do {
            let answer = try await ask(client)
            try? await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: TimeAmount(limit: limits.connectTime)),
            decompression: .enabled(limit: .ratio(min(max(1, limits.ratio), 1 << 20))))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.maximumUsesPerConnection = 1
        // A literal address needs no name to be led elsewhere.
        if let host, host != .address(dialled) {
            configuration.dnsOverride = [host.text: dialled.description]
        }
        let terms = ConnectionTerms(limits: limits, deadline: deadline, target: address.requestTarget, server: dialled)
        configuration.http1_1ConnectionDebugInitializer = { terms.set(on: $0) }
        return configuration
    }

    /// The host without the full stop that may end its name: certificates and the handshake have none (RFC 6066,
    /// section 3).
    private var host: WebHost? {
        guard case .domain(let name) = address.host, name.utf8.last == UInt8(ascii: ".") else { return address.host }
        return .domain(String(name.dropLast()))
    }

    private func ask(_ client: HTTPClient) async throws -> Answer {
        var place = address
        place.host = host
        var head = HTTPClientRequest(url: place.origin.map { $0 + "/" } ?? "")
        head.headers = try headers()
        let response = try await client.execute(head, deadline: deadline)
        var answer = Answer(
            status: Int(response.status.code), fields: ResponseFields { response.headers[$0] },
            location: response.headers.first(name: "location"))
        guard (200...299).contains(answer.status), answer.status != 204, answer.status != 205 else { return answer }
        try checkEncoding(response.headers)
        var body: [UInt8] = []
        for try await part in response.body {
            let left = max(0, limits.bodySize - body.count)
            body.append(contentsOf: part.readableBytesView.prefix(left))
            guard part.readableBytes > left else { continue }
            guard request.keepsBeginning else {
                throw FetchError.reached(.bodySize, "expected a body of at most \(limits.bodySize) bytes, found more")
            }
            answer.isCut = true
            break
        }
        answer.body = body
        return answer
    }

    /// The fields of the request. None of them says who the user is, but for the contact that the user gave.
    private func headers() throws -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "user-agent": agent.description, "accept": request.accept, "accept-encoding": "gzip",
        ]
        if let etag = request.etag { headers.add(name: "if-none-match", value: etag) }
        if let date = request.lastModified { headers.add(name: "if-modified-since", value: date) }
        for (name, value) in headers where ResponseFields.clean(value) == nil {
            throw FetchError(
                .badRequest,
                "expected a value without control characters, of 1 to \(ResponseFields.longest) bytes, "
                    + "for \(name)")
        }
        return headers
    }

    /// Whether the body is compressed as was offered, by deflate, which some servers send unasked, or not at all.
    private func checkEncoding(_ headers: HTTPHeaders) throws {
        let codings = headers[canonicalForm: "content-encoding"].map { $0.lowercased() }
        guard codings.count > 1 || codings.first.map({ !["gzip", "deflate", "identity", ""].contains($0) }) == true
        else {
            return
        }
        throw FetchError(
            .unsupportedEncoding,
            "expected a body compressed by gzip or deflate, or not at all, found "
                + codings.joined(separator: ", ").prefix(100))
    }
}

extension TimeAmount {
    /// A limit's time, from nothing to 136 years, so that no deadline overflows.
    init(limit: Duration) { self.init(min(max(.zero, limit), .seconds(Int64(1) << 32))) }
}
