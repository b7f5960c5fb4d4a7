using System.Collections.Concurrent;
using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>
/// A token endpoint that returns token-1, token-2 and so on, and an API that returns one site, or 401 for
/// rejected tokens.
/// </summary>
internal sealed class FakeTokenServer
{
    public const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    private readonly ConcurrentQueue<string> _forms = new();
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _rejected = new();
    private TaskCompletionSource? _resume;
    private TaskCompletionSource _requestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeTokenServer(MockHttpMessageHandler network, int expiresIn = 3600, string name = "token")
    {
        network
            .When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(async request =>
            {
                string form = await request.Content!.ReadAsStringAsync();
                _forms.Enqueue(form);
                int number = _forms.Count;
                _requestReceived.TrySetResult();
                await (_resume?.Task ?? Task.CompletedTask);
                return CreateResponse?.Invoke(form) is { } response
                    ? response
                    : Json($$"""{ "access_token": "{{name}}-{{number}}", "expires_in": {{expiresIn}} }""");
            });
        network.When("https://api.kajabi.com/v1/sites/1").Respond(request => Respond(request, Site));
    }

    /// <summary>Creates the response of the token endpoint to a form; null for the default response.</summary>
    public Func<string, HttpResponseMessage?>? CreateResponse { get; set; }

    /// <summary>The forms received by the token endpoint, in their order.</summary>
    public IReadOnlyList<string> Forms => [.. _forms];

    /// <summary>The tokens of the API requests, in their order.</summary>
    public IReadOnlyList<string> Sent => [.. _sent];

    /// <summary>Completes when the token endpoint receives a request after <see cref="Pause"/>.</summary>
    public Task RequestReceived => _requestReceived.Task;

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body) };

    /// <summary>Delays the responses of the token endpoint until the result is set.</summary>
    public TaskCompletionSource Pause()
    {
        _requestReceived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Reject(params string[] tokens) => Array.ForEach(tokens, token => _rejected[token] = true);

    public HttpResponseMessage Respond(HttpRequestMessage request, string body)
    {
        string token = request.Headers.Authorization!.Parameter!;
        _sent.Enqueue(token);
        return _rejected.ContainsKey(token)
            ? Json("""{ "errors": [ { "status": "401", "title": "Unauthorized" } ] }""", HttpStatusCode.Unauthorized)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, null, TestKajabi.MediaType) };
    }
}
