using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Writes a response with the headers of the service.</summary>
internal static class ResponseWriter
{
    public static async Task WriteAsync(HttpContext context, SandboxResponse response)
    {
        context.Response.StatusCode = response.Status;
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        if (response.Body is null)
        {
            return;
        }

        string text = response.MediaType == "text/html" ? response.Body.ToString() : response.Body.ToJsonString();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = response.MediaType;
        context.Response.ContentLength = bytes.Length;
        if (response.Status is >= 200 and < 300)
        {
            context.Response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
