using System.Globalization;
using Kajabi.Resilience.Internal;

namespace Kajabi.Cli.Connections;

/// <summary>Writes each HTTP request of a command to standard error, for <c>--verbose</c>. Headers and bodies are not written.</summary>
internal sealed class RequestLog(Terminal terminal)
{
    /// <summary>Creates the handler of the network with this log.</summary>
    /// <param name="hidesQuery">Whether the whole query is a secret.</param>
    public HttpMessageHandler CreateHandler(bool hidesQuery = false) =>
        new Handler(this, hidesQuery) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool hidesQuery, Func<Task<HttpResponseMessage>> send)
    {
        long start = terminal.Time.GetTimestamp();
        string result = "canceled";
        try
        {
            HttpResponseMessage response = await send();
            result = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response;
        }
        catch (HttpRequestException exception)
        {
            result = exception.HttpRequestError.ToString();
            throw;
        }
        finally
        {
            int retries = RequestState.Get(request).Attempts - 1;
            string retry = retries > 0 ? string.Create(CultureInfo.InvariantCulture, $", retry {retries}") : string.Empty;
            double duration = terminal.Time.GetElapsedTime(start).TotalMilliseconds;
            terminal.WriteMessage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.Method} {UrlRedactor.Redact(request.RequestUri!, hidesQuery)}: {result} in {duration:F0} ms{retry}"
                )
            );
        }
    }

    private sealed class Handler(RequestLog log, bool hidesQuery) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            log.SendAsync(request, hidesQuery, () => base.SendAsync(request, cancellationToken));
    }
}
