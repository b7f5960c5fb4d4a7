using Refit;

namespace Kajabi;

/// <summary>What Refit shall do for us: our serializer, our errors, our ids.</summary>
internal static class KajabiRefitSettings
{
    public static RefitSettings Create() => new(new JsonApiContentSerializer(), new PathParameterFormatter())
    {
        Buffered = true, // Bodies are in memory already; sent so, they say their length.
        ExceptionFactory = ApiErrors.FromResponseAsync,
        DeserializationExceptionFactory = ApiErrors.FromUnreadableAsync,
        TransportExceptionFactory = ApiErrors.FromTransport,
    };
}
