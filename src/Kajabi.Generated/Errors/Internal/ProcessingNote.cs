using System.Net;

namespace Kajabi.Errors.Internal;

/// <summary>
/// The sentence of a message that states whether a failed request may have been processed and can be retried. It follows the
/// <see cref="RetryTable"/>, through the state of the request.
/// </summary>
internal static class ProcessingNote
{
    private const string CanBeRetried = "It changes nothing and can be retried.";

    /// <summary>Returns the note after a response that is not successful.</summary>
    public static string AfterResponse(HttpRequestMessage request, HttpStatusCode status) =>
        (RequestState.Get(request), request.GetKind()) switch
        {
            ({ MayHaveBeenProcessed: true } state, _) => MayHaveBeenProcessed(state),
            (_, RequestKind.Read) when status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => CanBeRetried,
            _ => string.Empty,
        };

    /// <summary>Returns the note after a successful response whose body cannot be read.</summary>
    public static string AfterUnreadableSuccess(HttpRequestMessage request) =>
        request.GetKind() switch
        {
            RequestKind.TokenRequest => string.Empty,
            RequestKind.Read => "If this persists, check that BaseAddress is the address of Kajabi's API.",
            _ => "Kajabi may have processed it, as the status code indicates: check before you retry.",
        };

    /// <summary>Returns the note without a response, or without one in time.</summary>
    public static string WithoutResponse(HttpRequestMessage request) =>
        (RequestState.Get(request), request.GetKind()) switch
        {
            (_, RequestKind.TokenRequest) => string.Empty,
            ({ MayHaveBeenProcessed: true } state, _) => MayHaveBeenProcessed(state),
            (_, RequestKind.Read) => CanBeRetried,
            ({ WasSent: false }, _) => "Nothing was sent.",
            _ => "Kajabi has not processed it.",
        };

    /// <summary>Returns the note if no token could be obtained.</summary>
    public static string TokenUnavailable(HttpRequestMessage request) =>
        RequestState.Get(request) switch
        {
            { MayHaveBeenProcessed: true } state => MayHaveBeenProcessed(state),
            _ => "Without a token, the request was not processed.",
        };

    private static string MayHaveBeenProcessed(RequestState state) =>
        state.Attempts > 1
            ? $"Kajabi may have processed one of its {state.Attempts} attempts: check before you retry."
            : "Kajabi may have processed it: check before you retry.";
}
