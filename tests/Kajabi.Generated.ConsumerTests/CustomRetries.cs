using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Acme;

/// <summary>An application with its own retries disables those of the SDK.</summary>
public sealed class CustomRetries : Example
{
    [Fact]
    public async Task A_Polly_pipeline_of_the_application_retries_a_read()
    {
        using FailFirstReadHandler handler = new();
        KajabiClientOptions options = new()
        {
            BaseAddress = Sandbox.BaseAddress,
            ClientId = Sandbox.ClientId,
            ClientSecret = Sandbox.ClientSecret,
            Retry = { MaxAttempts = 1 },
        };
        using KajabiClient kajabi = new(options, handler);

        #region retry reads
        ResiliencePipeline reads = new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<KajabiApiException>(exception =>
                        exception.Kind
                            is KajabiErrorKind.RateLimited
                                or KajabiErrorKind.ServerError
                                or KajabiErrorKind.Network
                                or KajabiErrorKind.Timeout
                    ),
                    DelayGenerator = failed => new ValueTask<TimeSpan?>((failed.Outcome.Exception as KajabiApiException)?.RetryAfter),
                }
            )
            .Build();
        ContactDocument document = await reads.ExecuteAsync(async cancellationToken =>
            await kajabi.Contacts.GetContactAsync("123", cancellationToken: cancellationToken)
        );
        #endregion

        Assert.Equal("123", document.Data.Id);
        Assert.Equal(2, handler.Reads);
    }

    [Fact]
    public void MaxAttempts_disables_the_retries()
    {
        ServiceCollection services = new();

        #region disable retries
        services.AddKajabi(options => options.Retry.MaxAttempts = 1);
        #endregion

        services.Configure<KajabiClientOptions>(options => options.AccessToken = "t");
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(1, provider.GetRequiredService<IOptions<KajabiClientOptions>>().Value.Retry.MaxAttempts);
    }

    private sealed class FailFirstReadHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Reads { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Get && ++Reads == 1
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request })
                : base.SendAsync(request, cancellationToken);
    }
}
