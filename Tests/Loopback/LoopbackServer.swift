import NIOCore
import NIOPosix
package import NIOSSL
import Synchronization

/// A server on this machine that answers each request with the bytes it is told, right or wrong.
package final class LoopbackServer: Sendable {
    /// A request as it came.
    package struct Asked: Sendable {
        package var target: String
        /// By names in small letters.
        package var fields: [String: String]
        /// How many requests came before.
        package var place: Int
    }

    /// What an answer is made of.
    package enum Step: Sendable {
        case bytes([UInt8])
        /// Milliseconds.
        case wait(Int64)
        /// The same bytes again and again, each time after so many milliseconds.
        case forever([UInt8], every: Int64)
        case close

        package static func text(_ text: String) -> Step { .bytes(Array(text.utf8)) }
    }

    package typealias Script = @Sendable (Asked) -> [Step]

    package let port: Int
    private let channel: any Channel
    private let log: Log

    /// What came, as the connections of a server write it down.
    final class Log: Sendable {
        let asked = Mutex<[Asked]>([])
        let connections = Atomic<Int>(0)
    }

    package var asked: [Asked] { log.asked.withLock { $0 } }
    package var connections: Int { log.connections.load(ordering: .relaxed) }

    /// - Parameter tls: makes the server speak TLS.
    package init(tls: NIOSSLContext? = nil, _ script: @escaping Script) async throws {
        let log = Log()
        self.log = log
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    log.connections.add(1, ordering: .relaxed)
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(Player(log, script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    package func stop() async { try? await channel.close() }

    /// One connection: reads a request, plays its answer.
    private final class Player: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let log: Log
        private let script: Script
        private var read: [UInt8] = []

        init(_ log: Log, _ script: @escaping Script) {
            self.log = log
            self.script = script
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            read += unwrapInboundIn(data).readableBytesView
            let text = String(decoding: read, as: UTF8.self)
            guard text.hasSuffix("\r\n\r\n") else { return }
            read = []
            let lines = text.split(separator: "\r\n")
            var fields: [String: String] = [:]
            for line in lines.dropFirst() {
                let name = line.prefix { $0 != ":" }
                fields[name.lowercased()] = String(line.dropFirst(name.count + 2))
            }
            let target = lines.first.map { String($0.split(separator: " ")[1]) } ?? ""
            let asked = log.asked.withLock { all in
                all.append(Asked(target: target, fields: fields, place: all.count))
                return all[all.count - 1]
            }
            Self.play(script(asked)[...], context.channel)
        }

        private static func play(_ steps: ArraySlice<Step>, _ channel: any Channel) {
            guard let step = steps.first, channel.isActive else { return }
            let rest = steps.dropFirst()
            switch step {
            case .bytes(let bytes):
                channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenSuccess { play(rest, channel) }
            case .wait(let milliseconds):
                channel.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) { play(rest, channel) }
            case .forever(let bytes, let pause):
                channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenSuccess {
                    channel.eventLoop.scheduleTask(in: .milliseconds(pause)) { play([step], channel) }
                }
            case .close: channel.close(promise: nil)
            }
        }
    }
}

extension [LoopbackServer.Step] {
    /// A whole answer.
    package static func answer(_ status: String = "200 OK", _ fields: [String] = [], body: [UInt8] = []) -> Self {
        let head = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)", "", ""]
        return [.text(head.joined(separator: "\r\n")), .bytes(body)]
    }

    package static func answer(_ status: String = "200 OK", _ fields: [String] = [], text: String) -> Self {
        answer(status, fields, body: [UInt8](text.utf8))
    }

    package static func redirect(_ status: String = "302 Found", to location: String) -> Self {
        answer(status, ["Location: \(location)"])
    }
}
