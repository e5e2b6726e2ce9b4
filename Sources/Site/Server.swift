import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import NIOPosix

/// The site over HTTP/1.1.
package struct Server {
    let site: Site
    let logger: Logger

    package init(site: Site, logger: Logger) {
        self.site = site
        self.logger = logger
    }

    /// Serves until the process is told to end (SIGTERM, SIGINT): requests that are under way are answered first.
    ///
    /// - Parameter started: called with the port, once it listens.
    package func run(host: String, port: Int, started: @escaping @Sendable (Int) -> Void) async throws {
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                try await self.respond(request)
            },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in started(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
    }

    private func respond(_ request: Request) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let target = request.uri.description
        let answer = try await NIOThreadPool.singleton.runIfActive { self.answer(request, target) }
        let time = clock.now - start
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "target": "\(target.prefix(300))", "status": "\(answer.status)",
                "bytes": "\(answer.body.count)",
                "ms": "\(time.components.attoseconds / 1_000_000_000_000_000 + time.components.seconds * 1000)",
            ])
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        headers[.contentLength] = "\(answer.body.count)"
        let body =
            request.method == .head || answer.status == 304
            ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        return Response(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }

    private func answer(_ request: Request, _ target: String) -> SiteResponse {
        let prefix = site.links.prefix
        guard target.hasPrefix(prefix + "/") || target == prefix || target.hasPrefix(prefix + "?") else {
            return site.answer(SiteRequest(method: "GET", target: "/outside-the-prefix"))
        }
        let path = target.dropFirst(prefix.count)
        return site.answer(
            SiteRequest(
                method: request.method.rawValue, target: path.hasPrefix("/") ? String(path) : "/" + path,
                ifNoneMatch: request.headers[.ifNoneMatch]))
    }
}
