using Refit;

namespace Kajabi.Http;

/// <summary>Creates the <see cref="RefitSettings"/>: serializer, exception factories, parameter formatting.</summary>
internal static class KajabiRefitSettings
{
    /// <param name="options">The request options that are passed to the handlers; null for none.</param>
    /// <param name="drift">Reports differences between responses and the OpenAPI document.</param>
    public static RefitSettings Create(RequestOptionsSnapshot? options, DriftReporter drift) =>
        new(new JsonApiContentSerializer(drift), new PathParameterFormatter())
        {
            HttpRequestMessageOptions = options is null ? null : new Dictionary<string, object> { [RequestOptionsSnapshot.Key] = options },
            Buffered = true, // Bodies are in memory already; buffered, they have a Content-Length.
            ExceptionFactory = RefitExceptionFactory.FromResponseAsync,
            DeserializationExceptionFactory = RefitExceptionFactory.FromInvalidResponseAsync,
            TransportExceptionFactory = RefitExceptionFactory.FromTransport,
        };
}
