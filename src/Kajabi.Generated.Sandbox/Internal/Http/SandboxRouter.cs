using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Secrets;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Internal.Writing;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Routes requests by their path; the same rules apply to every resource type.</summary>
/// <param name="store">The data.</param>
/// <param name="options">The credentials and the forbidden types.</param>
/// <param name="sender">Posts events to webhooks.</param>
internal sealed class SandboxRouter(SandboxStore store, KajabiSandboxOptions options, WebhookSender sender)
{
    private readonly OAuthServer _oauth = new(options);
    private readonly string _offerLinkToken = RandomNumberGenerator.GetString(
        "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789",
        16
    );

    /// <summary>The secrets, which the log of requests does not contain.</summary>
    public KnownSecrets Secrets => field ??= new KnownSecrets(IsToken, options.ClientSecret, _offerLinkToken);

    public int TokenRequestCount => _oauth.RequestCount;

    public string GetOfferLink(string offerId) => $"/webhooks/offers/{_offerLinkToken}/{offerId}/activate";

    public async Task InvokeAsync(HttpContext context)
    {
        RequestBody body = await RequestBody.ReadAsync(context.Request);
        SandboxResponse response;
        lock (store.SyncRoot)
        {
            response = Handle(context.Request, body);
        }

        context.Features.Set(response); // For the log of requests.
        await ResponseWriter.WriteAsync(context, response);
    }

    public string CreateAccessToken()
    {
        lock (store.SyncRoot)
        {
            return _oauth.CreateTokens().Access;
        }
    }

    private bool IsToken(string text)
    {
        lock (store.SyncRoot)
        {
            return _oauth.IsToken(text);
        }
    }

    /// <summary>Returns whether a request has a valid access token.</summary>
    public bool HasValidToken(HttpRequest request)
    {
        lock (store.SyncRoot)
        {
            return _oauth.IsValid(request.Headers.Authorization.ToString());
        }
    }

    /// <summary>Expires the access token of a request, or revokes both of its tokens.</summary>
    public void InvalidateToken(HttpRequest request, bool isRevoked)
    {
        lock (store.SyncRoot)
        {
            _oauth.Invalidate(request.Headers.Authorization.ToString(), isRevoked);
        }
    }

    public void RevokeAllTokens()
    {
        lock (store.SyncRoot)
        {
            _oauth.RevokeAll();
        }
    }

    private SandboxResponse Handle(HttpRequest request, RequestBody body)
    {
        string[] path = RequestPath.Split(request.Path.Value!);
        string origin = $"{request.Scheme}://{request.Host}";
        string method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method;
        switch (method, path)
        {
            case ("GET", ["v1", "version"]):
                return new SandboxResponse(200, StaticResponses.CreateVersion(origin));
            case ("POST", ["v1", "oauth", "token"]):
                return _oauth.Issue(body.Values);
            case ("POST", ["webhooks", "offers", var token, var offer, ("activate" or "deactivate") and var action])
                when token == _offerLinkToken:
                return new OfferLinkHandler(store, new WebhookPublisher(store, sender, origin)).Handle(offer, action, body.Json);
            case (_, ["v1", ..]) when !_oauth.IsValid(request.Headers.Authorization.ToString()):
                return SandboxResponse.Error(401, "Unauthorized", "The access token is missing, expired or revoked");
            case ("POST", ["v1", "oauth", "revoke"]):
                return _oauth.Revoke(body.Values);
            case ("GET", ["v1", "me"]) when store.GetAll("users") is [var user, ..]:
                JsonNode written = new ResourceWriter(store, origin, new SandboxQuery(request.Query), isList: false).Write(user);
                return new SandboxResponse(200, new JsonObject { ["data"] = written });
            case ("GET", ["v1", "hooks", [.. var eventName, '_', 's', 'a', 'm', 'p', 'l', 'e']]):
                return StaticResponses.CreateSample(origin, eventName) is { } sample
                    ? new SandboxResponse(200, sample)
                    : SandboxResponse.NotFound("hooks");
            case (_, ["v1", var name, .. var segments]) when SandboxType.Find(name) is { } type:
                return options.ForbiddenTypes.Contains(name)
                    ? SandboxResponse.Forbidden()
                    : Handle(method, type, segments, new SandboxQuery(request.Query), body.Json, origin);
            default:
                string? notice = ApiRoutes.FindNotice(SecretRedactor.RedactPath(request.Path.Value!, Secrets));
                return StaticResponses.UnknownPath() with { Ignored = notice is null ? [] : [notice] };
        }
    }

    private SandboxResponse Handle(string method, SandboxType type, string[] segments, SandboxQuery query, JsonNode? body, string origin)
    {
        IReadOnlyList<string> ignored = new IgnoredInput(type, query, store).Find(method, segments, body);
        return ignored.Count > 0 && options.IsStrict
            ? SandboxResponse.Strict(ignored)
            : Handle(
                method,
                type,
                segments,
                query,
                body,
                new WebhookPublisher(store, sender, origin),
                new SandboxReader(store, origin)
            ) with
            {
                Ignored = ignored,
            };
    }

    private SandboxResponse Handle(
        string method,
        SandboxType type,
        string[] segments,
        SandboxQuery query,
        JsonNode? body,
        WebhookPublisher publisher,
        SandboxReader reader
    )
    {
        if (type.NeedsSite && query.GetFilter("site_id") is null)
        {
            return SandboxResponse.Error(400, "Bad request", "filter[site_id] is required");
        }

        SandboxResource? resource = segments.Length > 0 ? Find(type, segments[0]) : null;
        if (method != "GET" && resource is not null && store.Generated.Contains(resource))
        {
            return SandboxResponse.Error(422, "Unprocessable entity", "The contact is generated by the sandbox and cannot be changed");
        }

        if (SandboxReader.ValidateInclude(type, query) is { } invalid)
        {
            return invalid; // Before anything is written.
        }

        SandboxWriter writer = new(store, reader, query, publisher);
        return (method, segments) switch
        {
            ("GET", []) => reader.List(type, query),
            ("POST", []) => writer.Create(type, body),
            (_, [_, ..]) when resource is null => SandboxResponse.NotFound(type.Type),
            ("GET", [_]) => reader.Get(type, resource!, query),
            ("PATCH", [_]) => writer.Update(type, resource!, body),
            ("DELETE", [_]) => writer.Delete(resource!),
            (_, [_, "relationships", var name]) => new LinkageWriter(store, publisher).Handle(method, resource!, name, body),
            ("POST", [_, var action]) => writer.Act(type, resource!, action, body),
            _ => StaticResponses.UnknownPath(),
        };
    }

    private SandboxResource? Find(SandboxType type, string id) =>
        type.Type == "forms" && id == "default"
            ? store.GetAll("forms").FirstOrDefault(static form => form.GetText("default") == "true")
            : store.Find(type.Type, id);
}
