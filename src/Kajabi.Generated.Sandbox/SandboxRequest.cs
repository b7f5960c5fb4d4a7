using System.Globalization;

namespace Kajabi.Sandbox;

/// <summary>
/// A request that the sandbox received; see <see cref="KajabiSandbox.Requests"/>. Secrets are replaced by
/// <c>(redacted)</c>: the credentials, tokens and activation links of the sandbox wherever they occur, the values of headers, parameters
/// and members with a name such as <c>secret</c>, <c>token</c>, <c>password</c>, <c>authorization</c>, <c>cookie</c>, <c>key</c> or
/// <c>signature</c>, user names and secrets in URLs, the path of the target of a webhook on another machine, and what else a token request
/// contains.
/// </summary>
public sealed class SandboxRequest
{
    private readonly Lock _lock = new();
    private int? _statusCode;
    private IReadOnlyList<string> _ignored = [];
    private string? _failure;

    internal SandboxRequest(string method, string path, DateTimeOffset time)
    {
        (Method, Path, Time) = (method, path, time);
    }

    /// <summary>Gets the method in upper case, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the unescaped path without secrets, such as <c>/v1/contacts/123</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the time of the request, on the clock of the sandbox.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Gets the query as it was sent, without secrets and the question mark; empty for none.</summary>
    public string QueryString { get; internal init; } = string.Empty;

    /// <summary>
    /// Gets the unescaped parameters of the query by their name, such as <c>filter[search]</c>. Values of the same name are joined with
    /// commas.
    /// </summary>
    public IReadOnlyDictionary<string, string> Query { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the headers by their name without case. Values of the same name are joined with commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the body as text; empty for none.</summary>
    public string Body { get; internal init; } = string.Empty;

    /// <summary>Gets the fault that the request received; null for none.</summary>
    public SandboxFault? Fault { get; internal init; }

    /// <summary>Gets the status code of the response; null if there is none yet, or the connection was reset.</summary>
    public int? StatusCode
    {
        get
        {
            lock (_lock)
            {
                return _statusCode;
            }
        }
    }

    /// <summary>
    /// Gets what the sandbox ignored in the request, as the service does: one sentence for each unknown filter, parameter or attribute.
    /// </summary>
    public IReadOnlyList<string> Ignored
    {
        get
        {
            lock (_lock)
            {
                return _ignored;
            }
        }
    }

    /// <summary>
    /// Gets why the sandbox itself failed with status code 500, such as an exception of the clock of the test; null if it did not.
    /// </summary>
    public string? Failure
    {
        get
        {
            lock (_lock)
            {
                return _failure;
            }
        }
        internal set
        {
            lock (_lock)
            {
                _failure = value;
            }
        }
    }

    /// <summary>Returns the method, the path, the query and the status code.</summary>
    public override string ToString()
    {
        string query = QueryString.Length > 0 ? $"?{QueryString}" : string.Empty;
        return $"{Method} {Path}{query} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response"}";
    }

    internal void SetResponse(int statusCode)
    {
        lock (_lock)
        {
            _statusCode = statusCode;
        }
    }

    internal void SetIgnored(IReadOnlyList<string> ignored)
    {
        lock (_lock)
        {
            _ignored = ignored;
        }
    }
}
