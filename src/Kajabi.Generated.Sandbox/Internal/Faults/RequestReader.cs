using System.Text;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Reads a request, without secrets, before it is handled.</summary>
/// <param name="faults">The faults, one of which may apply to the request.</param>
/// <param name="router">Knows the secrets.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestReader(SandboxFaults faults, SandboxRouter router, TimeProvider time)
{
    /// <summary>Reads the body as well, which can be read again afterwards.</summary>
    public async Task<SandboxRequest> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        MemoryStream body = new();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        request.Body = body;

        string path = request.Path.Value ?? string.Empty;
        string[] segments = RequestPath.Split(path);
        string query = request.QueryString.Value is ['?', .. var text] ? text : string.Empty;
        return new SandboxRequest(request.Method, SecretRedactor.RedactPath(path, router.Secrets), time.GetUtcNow())
        {
            QueryString = SecretRedactor.RedactQuery(query, router.Secrets),
            Query = Redact(request.Query, StringComparer.Ordinal),
            Headers = Redact(request.Headers, StringComparer.OrdinalIgnoreCase),
            Body = BodyRedactor.Redact(segments, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), router.Secrets),
            Fault = faults.Take(new FaultRequest(request.Method, segments, router.HasValidToken(request))),
        };
    }

    private Dictionary<string, string> Redact(IEnumerable<KeyValuePair<string, StringValues>> values, StringComparer comparer)
    {
        Dictionary<string, string> redacted = new(comparer);
        foreach ((string name, StringValues value) in values)
        {
            redacted[SecretRedactor.RedactText(name, router.Secrets)] = SecretRedactor.RedactValue(name, value.ToString(), router.Secrets);
        }

        return redacted;
    }
}
