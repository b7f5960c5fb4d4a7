using Refit;

namespace Kajabi.Http;

/// <summary>What Refit shall do for us: our serializer, our errors, our ids.</summary>
internal static class KajabiRefitSettings
{
    /// <param name="call">What the handlers shall know of each call; null for nothing.</param>
    /// <param name="drift">What is told of answers that hold more than the contract lists.</param>
    public static RefitSettings Create(RequestOptionsSnapshot? call, DriftReporter drift) =>
        new(new JsonApiContentSerializer(drift), new PathParameterFormatter())
        {
            HttpRequestMessageOptions = call is null ? null : new Dictionary<string, object> { [RequestOptionsSnapshot.Key] = call },
            Buffered = true, // Bodies are in memory already; sent so, they say their length.
            ExceptionFactory = RefitExceptionFactory.FromResponseAsync,
            DeserializationExceptionFactory = RefitExceptionFactory.FromInvalidResponseAsync,
            TransportExceptionFactory = RefitExceptionFactory.FromTransport,
        };
}
