/// Runs asynchronous work to its end on the calling thread's time: for commands that are not asynchronous themselves.
package func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Monitor<Result<Value, any Error>?>(nil)
    Task {
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        outcome.locked { $0 = result }
        outcome.wakeAll()
    }
    outcome.wait { $0 != nil }
    guard let result = outcome.locked({ $0 }) else { throw CancellationError() }
    return try result.get()
}
