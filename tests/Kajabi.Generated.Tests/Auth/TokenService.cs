using System.Collections.Concurrent;
using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>
/// A token endpoint that gives token-1, token-2 and so on, and an API beside it that answers with one site and 401 to
/// what it was told to refuse.
/// </summary>
internal sealed class TokenService
{
    public const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    private readonly ConcurrentQueue<string> _forms = new();
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private TaskCompletionSource? _open;
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TokenService(MockHttpMessageHandler network, int expiresIn = 3600, string name = "token")
    {
        network
            .When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(async request =>
            {
                string form = await request.Content!.ReadAsStringAsync();
                _forms.Enqueue(form);
                int number = _forms.Count;
                _asked.TrySetResult();
                await (_open?.Task ?? Task.CompletedTask);
                return Issue?.Invoke(form) is { } answer
                    ? answer
                    : Json($$"""{ "access_token": "{{name}}-{{number}}", "expires_in": {{expiresIn}} }""");
            });
        network.When("https://api.kajabi.com/v1/sites/1").Respond(request => Answer(request, Site));
    }

    /// <summary>What the token endpoint answers to a form; its usual answer where this gives null.</summary>
    public Func<string, HttpResponseMessage?>? Issue { get; set; }

    /// <summary>The forms that the token endpoint got, in their order.</summary>
    public IReadOnlyList<string> Forms => [.. _forms];

    /// <summary>The tokens that calls carried, in their order.</summary>
    public IReadOnlyList<string> Sent => [.. _sent];

    /// <summary>Ends when the token endpoint is asked after <see cref="Close"/>.</summary>
    public Task Asked => _asked.Task;

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body) };

    /// <summary>Lets the token endpoint answer once the result is set.</summary>
    public TaskCompletionSource Close()
    {
        _asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Refuse(params string[] tokens) => Array.ForEach(tokens, token => _refused[token] = true);

    public HttpResponseMessage Answer(HttpRequestMessage request, string body)
    {
        string token = request.Headers.Authorization!.Parameter!;
        _sent.Enqueue(token);
        return _refused.ContainsKey(token)
            ? Json("""{ "errors": [ { "status": "401", "title": "Unauthorized" } ] }""", HttpStatusCode.Unauthorized)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, null, TestKajabi.MediaType) };
    }
}
