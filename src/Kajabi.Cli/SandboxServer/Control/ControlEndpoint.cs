using System.Text.Json.Nodes;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>An operation of the control API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Pattern">The path after <c>/_sandbox</c>.</param>
/// <param name="HandleAsync">Returns the body of the response.</param>
internal sealed record ControlEndpoint(string Method, string Pattern, Func<ControlRequest, Task<JsonNode>> HandleAsync)
{
    /// <summary>The names of the parameters of the query.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The methods that call the operation. Programs that wait for a server often send HEAD.</summary>
    public IReadOnlyList<string> Methods => Method == "GET" ? ["GET", "HEAD"] : [Method];

    /// <summary>An operation that reads, and not while a reset is half done.</summary>
    public static ControlEndpoint Get(string pattern, Func<ControlRequest, JsonNode> handle) =>
        new(
            "GET",
            pattern,
            request =>
            {
                lock (request.Sandbox.Store.SyncRoot)
                {
                    return Task.FromResult(handle(request));
                }
            }
        );

    public static ControlEndpoint Delete(string pattern, Func<ControlRequest, JsonNode> handle) =>
        new("DELETE", pattern, request => Task.FromResult(handle(request)));

    public static ControlEndpoint Post(string pattern, Func<ControlRequest, Task<JsonNode>> handleAsync) =>
        new("POST", pattern, handleAsync);

    public static ControlEndpoint Put(string pattern, Func<ControlRequest, Task<JsonNode>> handleAsync) => new("PUT", pattern, handleAsync);
}
