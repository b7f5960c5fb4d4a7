using System.Security.Cryptography;
using System.Text;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Kajabi.Cli.SandboxServer.Page;

/// <summary>
/// The API reference at <c>/reference</c> with "try it": Scalar with the composed OpenAPI document. Whatever sends data to a host of its
/// vendor is turned off, and the policy of the page allows no other host.
/// </summary>
internal static class ApiReference
{
    private const string Path = "/reference";
    private const string DocumentPath = "/openapi.json";

    /// <summary>The security scheme of the OpenAPI document.</summary>
    private const string SecurityScheme = "Bearer";

    private static readonly string s_style = Encoding.UTF8.GetString(PageFiles.Read("reference.css"));

    public static void Map(IEndpointRouteBuilder endpoints, SandboxControl control)
    {
        SandboxPage.MapFile(endpoints, DocumentPath, PageFiles.OpenApiDocument, "application/json");
        endpoints.MapScalarApiReference(Path, (options, context) => Configure(options, context, control));
    }

    private static void Configure(ScalarOptions options, HttpContext context, SandboxControl control)
    {
        KajabiSandbox? sandbox = control.Sandbox;
        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

        // Scalar creates style elements, and shows icons that are data.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + "font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store"; // The page contains an access token.

        options
            .WithTitle("Kajabi sandbox: API reference")
            .WithNonce(nonce)
            .WithOpenApiRoutePattern(DocumentPath)
            .AddServer($"{context.Request.Scheme}://{context.Request.Host}", "This sandbox")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools()
            .WithCustomCss(s_style)
            .AddHeadContent($"""<script src="{SandboxPage.FilePath("reference.js")}"></script>""")
            .AddHeaderContent("""<p style="margin: 0; padding: 12px 16px"><a href="/">Kajabi sandbox</a></p>""")
            .AddPreferredSecuritySchemes([SecurityScheme])
            .AddHttpAuthentication(SecurityScheme, scheme => scheme.Token = sandbox?.CreateAccessToken());
    }
}
