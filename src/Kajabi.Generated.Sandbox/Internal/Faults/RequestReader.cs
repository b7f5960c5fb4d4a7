using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Reads a request, without secrets, before it is handled.</summary>
/// <param name="faults">The faults, one of which may apply to the request.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestReader(SandboxFaults faults, TimeProvider time)
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
        string text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        return new SandboxRequest(request.Method, path, time.GetUtcNow())
        {
            QueryString = request.QueryString.Value is ['?', .. var query] ? query : string.Empty,
            Query = request.Query.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString(), StringComparer.Ordinal),
            Headers = request.Headers.ToDictionary(
                static header => header.Key,
                static header => SecretRedactor.RedactHeader(header.Key, header.Value.ToString()),
                StringComparer.OrdinalIgnoreCase
            ),
            Body = path.StartsWith("/v1/oauth/", StringComparison.Ordinal) ? SecretRedactor.RedactTokenRequest(text) : text,
            Fault = faults.Take(request.Method, path),
        };
    }
}
