using Kajabi.Cli.SandboxServer.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kajabi.Cli.SandboxServer.Page;

/// <summary>The page at <c>/</c>: resources, requests and deliveries. It uses the control API.</summary>
internal static class SandboxPage
{
    // The page consists of these files only, and no other page may show it in a frame.
    private const string SecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] s_methods = ["GET", "HEAD"];

    private static readonly (string Name, string ContentType)[] s_files =
    [
        ("page.css", "text/css"),
        ("page.js", "text/javascript"),
        ("api.js", "text/javascript"),
        ("dom.js", "text/javascript"),
        ("resources.js", "text/javascript"),
        ("activity.js", "text/javascript"),
        ("connect.js", "text/javascript"),
        ("reference.js", "text/javascript"),
        ("icon.svg", "image/svg+xml"),
    ];

    /// <summary>Returns the path of a file of the page.</summary>
    public static string FilePath(string name) => $"{ControlApi.Prefix}/page/{name}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        MapFile(endpoints, "/", "index.html", "text/html; charset=utf-8");
        foreach ((string name, string contentType) in s_files)
        {
            MapFile(endpoints, FilePath(name), name, $"{contentType}; charset=utf-8");
        }
    }

    /// <summary>Maps the path of an embedded file.</summary>
    public static void MapFile(IEndpointRouteBuilder endpoints, string path, string name, string contentType)
    {
        byte[] content = PageFiles.Read(name);
        endpoints.Map(path, static context => ControlApi.RejectMethodAsync(context, s_methods));
        endpoints.MapMethods(
            path,
            s_methods,
            async context =>
            {
                context.Response.ContentType = contentType;
                context.Response.ContentLength = content.Length;
                context.Response.Headers.ContentSecurityPolicy = SecurityPolicy;
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                context.Response.Headers.CacheControl = "no-cache";
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await context.Response.Body.WriteAsync(content, context.RequestAborted);
                }
            }
        );
    }
}
