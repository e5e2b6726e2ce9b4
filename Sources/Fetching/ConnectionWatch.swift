import Hypertext
import NIOCore
import NIOHTTP1

/// What one connection of a fetch must keep to.
struct ConnectionTerms: Sendable {
    var limits: FetchLimits
    /// When the whole fetch ends.
    var deadline: NIODeadline
    /// The path and query to ask for.
    var target: String
    /// The address that the connection must have come to stand with.
    var server: IPAddress

    /// Sets the watch on a connection that was just made, before its first request.
    func set(on channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            guard let remote = channel.remoteAddress, IPAddress(remote) == server else {
                throw FetchError(
                    .cannotConnect,
                    "expected a connection to \(server), found one to "
                        + "\(channel.remoteAddress.map { "\($0)" } ?? "nowhere")")
            }
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            let progress = Progress()
            try pipeline.addHandler(TimeWatch(self, progress), position: .before(decoder))
            try pipeline.addHandler(HeadWatch(self, progress), position: .after(decoder))
        }
    }

    /// What the two handlers of one connection share; both run on its event loop.
    final class Progress {
        /// Whether the head of the response proper was read.
        var hasHead = false
    }
}

extension IPAddress {
    /// The address of a socket; `nil` for one of the file system.
    init?(_ socket: SocketAddress) {
        guard let text = socket.ipAddress else { return nil }
        self.init(text)
    }
}

/// Watches the bytes of a connection before they are read as HTTP: when they come, and how many come before a body.
final class TimeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let terms: ConnectionTerms
    private let progress: ConnectionTerms.Progress
    private var bytesOfHead = 0
    private var began = NIODeadline.uptimeNanoseconds(0)
    private var lastRead = NIODeadline.uptimeNanoseconds(0)
    private var timer: Scheduled<Void>?
    private var isOver = false

    init(_ terms: ConnectionTerms, _ progress: ConnectionTerms.Progress) {
        self.terms = terms
        self.progress = progress
    }

    func handlerAdded(context: ChannelHandlerContext) {
        began = .now()
        lastRead = began
        wait(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let count = unwrapInboundIn(data).readableBytes
        lastRead = .now()
        let hadHead = progress.hasHead
        if !hadHead { bytesOfHead += count }
        context.fireChannelRead(data)
        guard !isOver, !hadHead else { return }
        if progress.hasHead {
            wait(context)
        } else if bytesOfHead > terms.limits.headSize {
            fail(context, .reached(.headSize, "expected a head of at most \(terms.limits.headSize) bytes, found more"))
        }
    }

    /// The moment at which one of the times is over.
    private var end: (at: NIODeadline, limit: FetchLimits.Name) {
        let next: (at: NIODeadline, limit: FetchLimits.Name) =
            progress.hasHead
            ? (lastRead + TimeAmount(limit: terms.limits.idleTime), .idleTime)
            : (began + TimeAmount(limit: terms.limits.firstByteTime), .firstByteTime)
        return terms.deadline <= next.at ? (terms.deadline, .totalTime) : next
    }

    private func wait(_ context: ChannelHandlerContext) {
        timer?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: end.at) {
            let (watch, context) = bound.value
            watch.check(context)
        }
    }

    private func check(_ context: ChannelHandlerContext) {
        guard !isOver else { return }
        let (at, limit) = end
        // Bytes have come since the timer was set.
        guard at <= .now() else { return wait(context) }
        let time = terms.limits.time(limit)
        switch limit {
        case .firstByteTime: fail(context, .reached(limit, "expected a response within \(time), found none"))
        case .idleTime: fail(context, .reached(limit, "expected bytes at least every \(time), found a longer pause"))
        default: fail(context, .reached(limit, "expected the whole within \(time), found it unfinished"))
        }
    }

    private func fail(_ context: ChannelHandlerContext, _ error: FetchError) {
        stop()
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }

    private func stop() {
        isOver = true
        timer?.cancel()
        timer = nil
    }
}

/// Watches the parts of a connection's responses, and writes the target into its request as it was checked.
final class HeadWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let terms: ConnectionTerms
    private let progress: ConnectionTerms.Progress
    private var bytes = 0

    init(_ terms: ConnectionTerms, _ progress: ConnectionTerms.Progress) {
        self.terms = terms
        self.progress = progress
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        head.uri = terms.target
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        bytes = head.headers.reduce(bytes) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        if bytes > terms.limits.headSize {
            context.fireErrorCaught(
                FetchError.reached(
                    .headSize, "expected a head of at most \(terms.limits.headSize) bytes, found \(bytes)"))
            return context.close(promise: nil)
        }
        if head.status.code >= 200 || head.status.code == 101 { progress.hasHead = true }
        context.fireChannelRead(data)
    }
}
