using System.Net;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Sources;

/// <summary>Downloads a document. Messages contain neither the credentials nor the query of the URL.</summary>
/// <param name="url">The URL.</param>
/// <param name="createHandler">Creates the HTTP handler.</param>
/// <param name="timeout">The maximum duration of the download.</param>
internal sealed class DocumentDownload(string url, Func<HttpMessageHandler> createHandler, TimeSpan timeout)
{
    private const int MaxRedirects = 5;

    private const string Hidden = "the URL";

    public static bool IsUrl(string specified) =>
        specified.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || specified.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static HttpMessageHandler CreateHandler() =>
        new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = MaxRedirects };

    /// <exception cref="UnreadableFileException">The document cannot be downloaded.</exception>
    public SourceFile Load()
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
        {
            throw Failure(Hidden, "The URL is not valid.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Failure(Hidden, "The URL contains a user name or password. Download the file and pipe it to standard input instead.");
        }

        string name = address.GetLeftPart(UriPartial.Path);
        MemoryStream content = DownloadAsync(address, name).GetAwaiter().GetResult();
        return SourceFile.Read(name, () => content);
    }

    private async Task<MemoryStream> DownloadAsync(Uri address, string name)
    {
        using CancellationTokenSource cancellation = new(timeout);
        using HttpClient client = new(createHandler());
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("kajabi-contract");
        try
        {
            using HttpResponseMessage response = await client
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation.Token)
                .ConfigureAwait(false);
            ThrowIfNoDocument(response, name);
            return await ReadAsync(response, name, cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Failure(name, $"The download exceeded the limit of {timeout.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException exception)
        {
            throw Failure(name, $"The document cannot be downloaded ({exception.HttpRequestError}).");
        }
        catch (IOException)
        {
            throw Failure(name, "The download was interrupted.");
        }
    }

    private static void ThrowIfNoDocument(HttpResponseMessage response, string name)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            string remedy = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? " Download the file with your credentials and pipe it to standard input instead."
                : string.Empty;
            throw Failure(name, $"The server responded with the status code {(int)response.StatusCode}.{remedy}");
        }

        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw Failure(name, "The server responded with an HTML page. Specify the URL of the OpenAPI document itself.");
        }
    }

    private static async Task<MemoryStream> ReadAsync(HttpResponseMessage response, string name, CancellationToken cancellationToken)
    {
        using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await LimitedContent.ReadAsync(body, cancellationToken).ConfigureAwait(false)
            ?? throw Failure(name, $"The document exceeds the limit of {ReadingLimits.MaxBytes:N0} bytes.", DocumentRules.LimitExceeded);
    }

    private static UnreadableFileException Failure(string name, string problem, Rule? rule = null) => new(name, 1, 1, problem, rule);
}
