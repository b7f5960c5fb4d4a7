using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Http;

/// <summary>Sends requests that no generated operation describes through the same pipeline, with the same errors.</summary>
/// <param name="http">The HTTP client with the pipeline.</param>
/// <param name="core">The settings of the client.</param>
/// <param name="requestOptions">The options of the request; null for none.</param>
internal sealed class RawRequestSender(HttpClient http, KajabiClientCore core, RequestOptionsSnapshot? requestOptions)
{
    // Without the application's default settings, which may create any type that a response names.
    private static readonly JsonSerializer s_json = JsonSerializer.Create();

    public async Task<TResponse> SendAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(request);
        Prepare(request);
        try
        {
            return await SendPreparedAsync<TResponse>(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The application may log its request, which must not contain the token then.
            request.Headers.Remove("Authorization");
        }
    }

    private async Task<TResponse> SendPreparedAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken)
        where TResponse : class
    {
        if (request.Content is { } body)
        {
            // In memory, so that the request can be retried.
            await body.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RefitExceptionFactory.FromTransport(request, exception, cancellationToken) is var other)
        {
            if (ReferenceEquals(other, exception))
            {
                throw;
            }

            throw other;
        }

        using (response)
        {
            if (await RefitExceptionFactory.FromResponseAsync(response).ConfigureAwait(false) is { } error)
            {
                throw error;
            }

            try
            {
                return await ReadAsync<TResponse>(response, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiSerializationException exception)
            {
                throw await RefitExceptionFactory.FromInvalidResponseAsync(response, exception).ConfigureAwait(false) ?? exception;
            }
        }
    }

    private async Task<TResponse> ReadAsync<TResponse>(HttpResponseMessage response, CancellationToken cancellationToken)
        where TResponse : class
    {
        JsonApiContentSerializer serializer = new(core.Drift);
        if (JsonApiValue.IsSupported(typeof(TResponse)) || typeof(TResponse) == typeof(KajabiResponse))
        {
            return (await serializer.FromHttpContentAsync<TResponse>(response.Content, cancellationToken).ConfigureAwait(false))!;
        }

        JToken json = (await serializer.FromHttpContentAsync<JToken>(response.Content, cancellationToken).ConfigureAwait(false))!;
        if (json is JObject && ApiErrorReader.HasErrors((BufferedResponseContent)response.Content))
        {
            throw new KajabiSerializationException("The response contains errors.", string.Empty) { HasErrors = true };
        }

        try
        {
            return json as TResponse
                ?? json.ToObject<TResponse>(s_json)
                ?? throw new KajabiSerializationException(
                    $"The response is null where {typeof(TResponse).Name} was expected.",
                    string.Empty
                );
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            // The message of the exception would quote values, which may be personal.
            string path = (exception as JsonSerializationException)?.Path ?? (exception as JsonReaderException)?.Path ?? string.Empty;
            throw new KajabiSerializationException($"The response is not the JSON of a {typeof(TResponse).Name}.", path);
        }
    }

    private void Prepare(HttpRequestMessage request)
    {
        if (request.Headers.Contains("Authorization"))
        {
            throw new ArgumentException(
                "The request has an Authorization header. Remove it: the client adds its own access token.",
                nameof(request)
            );
        }

        if (request.Headers.Contains("Host"))
        {
            throw new ArgumentException(
                "The request has a Host header. Remove it: the access token is only for the host of the base address.",
                nameof(request)
            );
        }

        request.RequestUri = Resolve(request);
        string template = RouteTemplate.FromPath(request.RequestUri.AbsolutePath, core.Options.BaseAddress.AbsolutePath);
        RouteTemplate.Set(request, template);
        if (template != TokenRequest.Path)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer");
        }

        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.ParseAdd(JsonApiContentSerializer.MediaType);
        }

        if (requestOptions is not null)
        {
            request.Options.Set(RequestOptionsSnapshot.OptionsKey, requestOptions);
        }
    }

    private Uri Resolve(HttpRequestMessage request)
    {
        Uri baseAddress = core.Options.BaseAddress;
        Uri uri =
            request.RequestUri
            ?? throw new ArgumentException("The request has no URI. Set a relative URI such as '/v1/contacts'.", nameof(request));

        // On Linux a path such as "/v1/contacts" parses as an absolute file URI.
        if (!uri.IsAbsoluteUri || (uri.IsFile && uri.OriginalString.StartsWith('/')))
        {
            uri = new Uri($"{baseAddress.AbsoluteUri.TrimEnd('/')}/{uri.OriginalString.TrimStart('/')}");
        }

        return
            Uri.Compare(uri, baseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            && uri.UserInfo.Length == 0
            ? uri
            : throw new ArgumentException(
                "The URI of the request has another origin than the base address of the client. The request was not sent, "
                    + "because it would carry the access token there.",
                nameof(request)
            );
    }
}
