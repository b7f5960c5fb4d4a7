using System.Net;

namespace Kajabi.Errors.Internal;

/// <summary>
/// The sentence of a message about whether a failed call may have been processed, and what follows for its caller. What it
/// says comes from the <see cref="RetryTable"/>, through the state of the call.
/// </summary>
internal static class ProcessingNote
{
    private const string Harmless = "It changes nothing and can be called again.";

    /// <summary>After a response that is no success.</summary>
    public static string AfterResponse(HttpRequestMessage request, HttpStatusCode status) =>
        (RequestState.Get(request), request.GetKind()) switch
        {
            ({ MayHaveBeenProcessed: true } call, _) => Unknown(call),
            (_, RequestKind.Read) when status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Harmless,
            _ => string.Empty,
        };

    /// <summary>After a success whose body cannot be read.</summary>
    public static string AfterUnreadableSuccess(HttpRequestMessage request) =>
        request.GetKind() switch
        {
            RequestKind.TokenRequest => string.Empty,
            RequestKind.Read => "If it stays so, check that the BaseAddress leads to Kajabi's API.",
            _ => "Kajabi may have carried it out, as its status code says: check before you call it again.",
        };

    /// <summary>After no response, or none in time.</summary>
    public static string WithoutResponse(HttpRequestMessage request) =>
        (RequestState.Get(request), request.GetKind()) switch
        {
            (_, RequestKind.TokenRequest) => string.Empty,
            ({ MayHaveBeenProcessed: true } call, _) => Unknown(call),
            (_, RequestKind.Read) => Harmless,
            ({ WasSent: false }, _) => "Nothing was sent.",
            _ => "Kajabi has not carried it out.",
        };

    /// <summary>When there is no token for it.</summary>
    public static string TokenUnavailable(HttpRequestMessage request) =>
        RequestState.Get(request) switch
        {
            { MayHaveBeenProcessed: true } call => Unknown(call),
            _ => "Without a token, the call was not carried out.",
        };

    private static string Unknown(RequestState call) =>
        call.Attempts > 1
            ? $"Whether Kajabi carried out one of its {call.Attempts} attempts is unknown: check before you call it again."
            : "Whether Kajabi carried it out is unknown: check before you call it again.";
}
