using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Hooks;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Takes a request apart by its path and hands it to what answers it; the same rules for every type.</summary>
/// <param name="store">The data.</param>
/// <param name="options">The credentials and what is forbidden.</param>
/// <param name="sender">Posts events to webhooks.</param>
internal sealed class SandboxRouter(SandboxStore store, KajabiSandboxOptions options, WebhookSender sender)
{
    private readonly OAuthServer _tokens = new(options);

    public int TokenRequestCount => _tokens.Requests;

    public async Task AnswerAsync(HttpContext context)
    {
        JsonNode? body = null;
        IFormCollection? form = null;
        if (context.Request.HasFormContentType)
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        else if (!HttpMethods.IsGet(context.Request.Method))
        {
            body = await ReadAsync(context.Request);
        }

        SandboxResponse answer;
        lock (store.Gate)
        {
            answer = Answer(context.Request, body, form);
        }

        await WriteAsync(context, answer);
    }

    private static async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, SandboxResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        if (answer.Body is null)
        {
            return;
        }

        context.Response.ContentType = answer.MediaType;
        if (answer.MediaType == "text/html")
        {
            await context.Response.WriteAsync(answer.Body.ToString(), context.RequestAborted);
            return;
        }

        await using (Utf8JsonWriter writer = new(context.Response.BodyWriter))
        {
            answer.Body.WriteTo(writer);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private SandboxResponse Answer(HttpRequest request, JsonNode? body, IFormCollection? form)
    {
        string[] path = [.. request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        string origin = $"{request.Scheme}://{request.Host}";
        switch (request.Method, path)
        {
            case ("GET", ["v1", "version"]):
                return new SandboxResponse(200, StaticResponses.Version(origin));
            case ("POST", ["v1", "oauth", "token"]):
                return _tokens.Issue(form);
            case (_, ["v1", ..]) when !_tokens.IsValid(request.Headers.Authorization.ToString()):
                return SandboxResponse.Error(401, "Unauthorized", "The access token is missing, expired or revoked");
            case ("POST", ["v1", "oauth", "revoke"]):
                return _tokens.Revoke(form);
            case ("GET", ["v1", "me"]):
                return new SandboxResponse(
                    200,
                    new JsonObject
                    {
                        ["data"] = new ResourceWriter(store, origin, new SandboxQuery(request.Query), isList: false).Write(
                            store.All("users")[0]
                        ),
                    }
                );
            case ("GET", ["v1", "hooks", [.. var kind, '_', 's', 'a', 'm', 'p', 'l', 'e']]):
                return StaticResponses.Sample(store, origin, kind) is { } sample
                    ? new SandboxResponse(200, sample)
                    : SandboxResponse.NotFound("hooks");
            case (_, ["v1", var name, .. var rest]) when SandboxType.Find(name) is { } type:
                return options.ForbiddenTypes.Contains(name) ? SandboxResponse.Forbidden() : Answer(request, type, rest, body, origin);
            default:
                return StaticResponses.UnknownPath();
        }
    }

    private SandboxResponse Answer(HttpRequest request, SandboxType type, string[] rest, JsonNode? body, string origin)
    {
        SandboxQuery query = new(request.Query);
        SandboxReader reader = new(store, origin);
        WebhookPublisher hooks = new(store, sender, origin);
        SandboxWriter writer = new(store, reader, query, hooks);
        if (type.NeedsSite && !query.Filters.ContainsKey("site_id"))
        {
            return SandboxResponse.Error(400, "Bad request", "filter[site_id] is required");
        }

        SandboxResource? resource = rest.Length > 0 ? Find(type, rest[0]) : null;
        if (request.Method != "GET" && resource is not null && store.Generated.Holds(resource))
        {
            return SandboxResponse.Error(422, "Unprocessable entity", "The sandbox computes this contact and cannot change it");
        }

        return (request.Method, rest) switch
        {
            ("GET", []) => reader.List(type, query),
            ("POST", []) => writer.Create(type, body),
            (_, [_, ..]) when resource is null => SandboxResponse.NotFound(type.Type),
            ("GET", [_]) => reader.Show(type, resource!, query),
            ("PATCH", [_]) => writer.Update(type, resource!, body),
            ("DELETE", [_]) => writer.Delete(resource!),
            (_, [_, "relationships", var name]) => new LinkageWriter(store, hooks).Answer(request.Method, resource!, name, body),
            ("POST", [_, var verb]) => writer.Act(type, resource!, verb, body),
            _ => StaticResponses.UnknownPath(),
        };
    }

    private SandboxResource? Find(SandboxType type, string id) =>
        type.Type == "forms" && id == "default"
            ? store.All("forms").First(static form => (bool?)form.Attributes["default"] == true)
            : store.Find(type.Type, id);
}
