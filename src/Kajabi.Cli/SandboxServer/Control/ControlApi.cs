using System.Text.Json.Nodes;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The control API under <c>/_sandbox/</c>: what a test does with the sandbox that the API of Kajabi cannot do.</summary>
internal static class ControlApi
{
    public const string Prefix = "/_sandbox";

    /// <summary>The header that replaces a content type, which a request without a body has not.</summary>
    private const string Header = "X-Kajabi-Sandbox";

    private static readonly ControlEndpoint[] s_endpoints =
    [
        .. StateEndpoints.All,
        .. DataEndpoints.All,
        .. FaultEndpoints.All,
        .. ClockEndpoints.All,
        .. RequestEndpoints.All,
        .. DeliveryEndpoints.All,
        .. SaleEndpoints.All,
        .. AccessEndpoints.All,
    ];

    public static void Map(IEndpointRouteBuilder endpoints, SandboxControl control)
    {
        foreach (ControlEndpoint endpoint in s_endpoints)
        {
            endpoints.MapMethods(Prefix + endpoint.Pattern, endpoint.Methods, context => InvokeAsync(context, endpoint, control));
        }

        foreach (IGrouping<string, ControlEndpoint> path in s_endpoints.GroupBy(static endpoint => endpoint.Pattern))
        {
            string[] methods = [.. path.SelectMany(static endpoint => endpoint.Methods)];

            // The endpoints with a method take precedence.
            endpoints.Map(Prefix + path.Key, context => RejectMethodAsync(context, methods));
        }

        endpoints.Map(
            $"{Prefix}/{{**path}}",
            static context =>
                ControlResponse.WriteErrorAsync(
                    context,
                    StatusCodes.Status404NotFound,
                    "The control API has no such operation. Its operations are: "
                        + string.Join(", ", s_endpoints.Select(static endpoint => $"{endpoint.Method} {Prefix}{endpoint.Pattern}"))
                        + "."
                )
        );
    }

    /// <summary>The operations, for their documentation.</summary>
    public static IReadOnlyList<ControlEndpoint> Endpoints => s_endpoints;

    /// <summary>Responds to a request with a method that its path does not have.</summary>
    /// <param name="context">The request.</param>
    /// <param name="methods">The methods of the path.</param>
    public static Task RejectMethodAsync(HttpContext context, IReadOnlyList<string> methods)
    {
        string allowed = string.Join(", ", methods);
        context.Response.Headers.Allow = allowed;
        return ControlResponse.WriteErrorAsync(
            context,
            StatusCodes.Status405MethodNotAllowed,
            $"{context.Request.Path} has no operation {context.Request.Method}. Its methods are: {allowed}."
        );
    }

    private static async Task InvokeAsync(HttpContext context, ControlEndpoint endpoint, SandboxControl control)
    {
        try
        {
            RequireHeader(context.Request);
            KajabiSandbox sandbox = await control.GetSandboxAsync(context.RequestAborted);
            ControlRequest request = new(context, sandbox, control);
            request.RejectOtherParameters(endpoint.Parameters);
            JsonNode body = await endpoint.HandleAsync(request);
            await ControlResponse.WriteAsync(context, body);
        }
        catch (ControlException exception)
        {
            await ControlResponse.WriteErrorAsync(context, exception.Status, exception.Message);
        }
        catch (ArgumentException exception)
        {
            // The sandbox checks its arguments, and the first line of its messages is for users.
            string problem = UsageException.GetProblem(exception).Split('\n')[0].TrimEnd();
            await ControlResponse.WriteErrorAsync(context, StatusCodes.Status400BadRequest, problem);
        }
    }

    /// <summary>
    /// Requires what a browser sends to another origin only after it has asked for permission, so that no web page changes the sandbox.
    /// </summary>
    private static void RequireHeader(HttpRequest request)
    {
        bool isChange = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        bool isJson = request.ContentType?.Split(';')[0].Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        if (isChange && !isJson && !request.Headers.ContainsKey(Header))
        {
            throw new ControlException(
                $"A request that changes the sandbox needs the header 'Content-Type: application/json' or, without a body, '{Header}: 1'."
            );
        }
    }
}
