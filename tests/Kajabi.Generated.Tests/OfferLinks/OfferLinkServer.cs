using System.Collections.Concurrent;
using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi.Tests.OfferLinks;

/// <summary>A client of offer links in front of scripted responses; the last one is used for all later requests.</summary>
internal sealed class OfferLinkServer : IDisposable
{
    public const string Token = "Qx7LmTz2RkVb9Wsa";
    public const string Link = $"https://checkout.kajabi.com/webhooks/offers/{Token}/2150009001/activate";

    public static readonly OfferLinkMember Member = new()
    {
        Name = "Mila Osei",
        Email = "mila@example.com",
        ExternalUserId = "m-1",
    };

    private readonly ConcurrentQueue<string> _requests = [];

    /// <param name="respond">Each creates a response, or throws.</param>
    public OfferLinkServer(params Func<HttpResponseMessage>[] respond)
        : this(NullLoggerFactory.Instance, respond) { }

    public OfferLinkServer(Microsoft.Extensions.Logging.ILoggerFactory loggers, params Func<HttpResponseMessage>[] respond)
    {
        int count = 0;
        Client = new OfferLinkClient(
            handler: new DelegateHandler(
                async (request, cancellationToken) =>
                {
                    string headers = string.Join(' ', request.Headers.Where(static header => header.Key != "User-Agent").Select(Format));
                    string body = await request.Content!.ReadAsStringAsync(cancellationToken);
                    _requests.Enqueue($"{request.Method} {request.RequestUri} {headers} {request.Content.Headers.ContentType} {body}");
                    return respond[Math.Min(count++, respond.Length - 1)]();
                }
            ),
            timeProvider: Time,
            loggerFactory: loggers
        );
    }

    public TestClock Time { get; } = new();

    public OfferLinkClient Client { get; }

    /// <summary>Method, URL, headers, media type and body of each request.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static Func<HttpResponseMessage> Response(HttpStatusCode status, string body, string mediaType = "application/json") =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body, null, mediaType) };

    public static Func<HttpResponseMessage> Failure(HttpRequestError error) => () => throw new HttpRequestException(error);

    /// <summary>Grants or revokes, and advances the clock by the delays between attempts.</summary>
    public async Task<OfferLinkResult> CallAsync(bool isGrant, WelcomeEmail email = WelcomeEmail.DoNotSend)
    {
        OfferLink link = OfferLink.Parse(Link);
        Task<OfferLinkResult> call = isGrant ? Client.GrantAsync(link, Member, email) : Client.RevokeAsync(link, Member);
        await Time.AdvanceUntilCompletedAsync(call, TimeSpan.FromSeconds(25));
        return await call;
    }

    public void Dispose() => Client.Dispose();

    private static string Format(KeyValuePair<string, IEnumerable<string>> header) => $"{header.Key}={string.Join(',', header.Value)}";
}
