using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Kajabi.Tests.Http;

/// <summary>Handlers with which applications retry, by name.</summary>
internal static class RetryingHandlers
{
    public static void Add(IHttpClientBuilder http, string name)
    {
        switch (name)
        {
            case "standard":
                http.AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
                break;
            case "hedging":
                http.AddStandardHedgingHandler().Configure(static options => options.Hedging.Delay = TimeSpan.Zero);
                break;
            case "custom pipeline":
                http.AddResilienceHandler(
                    "custom",
                    static pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero })
                );
                break;
            case "policy":
                http.AddPolicyHandler(
                    Policy
                        .HandleResult<HttpResponseMessage>(static response => (int)response.StatusCode >= 500)
                        .Or<HttpRequestException>()
                        .RetryAsync(3)
                );
                break;
            case "two of them":
                Add(http, "policy");
                Add(http, "always");
                break;
            default:
                http.AddHttpMessageHandler(() => Create(name));
                break;
        }
    }

    public static DelegatingHandler Create(string name) =>
        name switch
        {
            "always" => new Resending((request, send, token) => RepeatAsync(4, () => send(request, token))),
            "clone" => new Resending(
                (request, send, token) => RepeatAsync(4, async () => await send(await CloneAsync(request, hasOptions: true), token))
            ),
            "clone without options" => new Resending(
                (request, send, token) => RepeatAsync(4, async () => await send(await CloneAsync(request, hasOptions: false), token))
            ),
            "clone to another path" => new Resending(
                (request, send, token) =>
                    RepeatAsync(
                        4,
                        async () =>
                        {
                            HttpRequestMessage clone = await CloneAsync(request, hasOptions: false);
                            clone.RequestUri = new Uri($"https://gateway.example.com/kajabi{request.RequestUri!.PathAndQuery}");
                            return await send(clone, token);
                        }
                    )
            ),
            "same body to another path" => new Resending(
                (request, send, token) =>
                    RepeatAsync(
                        4,
                        async () =>
                            await send(
                                new HttpRequestMessage(HttpMethod.Post, "https://gateway.example.com/forward")
                                {
                                    Content = request.Content,
                                },
                                token
                            )
                    )
            ),
            "in parallel" => new Resending(
                async (request, send, token) =>
                    (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => send(request, token), token))))[3]
            ),
            "without context" => new Resending(
                (request, send, token) =>
                    RepeatAsync(
                        4,
                        async () =>
                        {
                            HttpRequestMessage clone = await CloneAsync(request, hasOptions: false);
                            using (ExecutionContext.SuppressFlow())
                            {
                                return await Task.Run(() => send(clone, token), token);
                            }
                        }
                    )
            ),
            "attempt timeout" => new Resending(
                (request, send, token) =>
                    RepeatAsync(
                        4,
                        async () =>
                        {
                            using CancellationTokenSource attempt = CancellationTokenSource.CreateLinkedTokenSource(token);
                            Task<HttpResponseMessage> task = send(request, attempt.Token);
                            await attempt.CancelAsync();
                            return await task;
                        }
                    )
            ),
            "own request" => new Resending(
                async (request, send, token) =>
                {
                    using HttpRequestMessage own = new(HttpMethod.Post, "https://gateway.example.com/token");
                    using HttpResponseMessage response = await send(own, token);
                    return await send(request, token);
                }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such handler."),
        };

    private static async Task<HttpResponseMessage> RepeatAsync(int times, Func<Task<HttpResponseMessage>> send)
    {
        for (int i = 1; ; i++)
        {
            try
            {
                HttpResponseMessage response = await send();
                if (i == times)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception) when (i < times)
            {
                // Such a handler retries whatever went wrong.
            }
        }
    }

    private static async Task<HttpRequestMessage> CloneAsync(HttpRequestMessage request, bool hasOptions)
    {
        HttpRequestMessage clone = new(request.Method, request.RequestUri);
        if (request.Content is { } content)
        {
            clone.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync());
            clone.Content.Headers.ContentType = content.Headers.ContentType;
        }

        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            clone.Headers.TryAddWithoutValidation(name, values);
        }

        foreach ((string name, object? value) in hasOptions ? request.Options : [])
        {
            ((IDictionary<string, object?>)clone.Options)[name] = value;
        }

        return clone;
    }

    private sealed class Resending(
        Func<
            HttpRequestMessage,
            Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>,
            CancellationToken,
            Task<HttpResponseMessage>
        > behavior
    ) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            behavior(request, base.SendAsync, cancellationToken);
    }
}
