using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace Kajabi.Http;

/// <summary>Sends requests that no generated operation describes through the same pipeline, with the same errors.</summary>
/// <param name="http">The HTTP client with the pipeline.</param>
/// <param name="core">The state of the client.</param>
/// <param name="requestOptions">The options of the request; null for none.</param>
internal sealed class RawRequestSender(HttpClient http, KajabiClientCore core, RequestOptionsSnapshot? requestOptions)
{
    private const string Authorization = "Authorization";
    private const string Host = "Host";

    // They are no secrets, and messages that contain them stay readable.
    private static readonly FrozenSet<string> s_plainHeaders = FrozenSet.ToFrozenSet(
        ["Accept", "Accept-Language", "User-Agent"],
        StringComparer.OrdinalIgnoreCase
    );

    public async Task<TResponse> SendAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(request);
        JsonApiContentSerializer.ThrowIfUnreadable(typeof(TResponse));
        HttpResponseMessage response = await GetResponseAsync(request, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (await RefitExceptionFactory.FromResponseAsync(response).ConfigureAwait(false) is { } error)
            {
                throw error;
            }

            try
            {
                JsonApiContentSerializer serializer = new(core.Drift);
                return (await serializer.FromHttpContentAsync<TResponse>(response.Content, cancellationToken).ConfigureAwait(false))!;
            }
            catch (KajabiSerializationException exception)
            {
                throw await RefitExceptionFactory.FromInvalidResponseAsync(response, exception).ConfigureAwait(false) ?? exception;
            }
        }
    }

    /// <summary>Sends a request and returns its response, whatever the status code is.</summary>
    /// <exception cref="ArgumentException">The request has a header of the client, or another origin. It was not sent.</exception>
    /// <exception cref="KajabiApiException">There is no response.</exception>
    public async Task<HttpResponseMessage> GetResponseAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ThrowIfHeader(request, Authorization, "the client adds its own access token");
        ThrowIfHeader(request, Host, "the access token is only for the host of the base address");
        HttpRequestMessage copy = Copy(request, Resolve(request));
        try
        {
            if (copy.Content is { } body)
            {
                // In memory, so that the request can be retried.
                await body.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            }

            return await http.SendAsync(copy, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RefitExceptionFactory.FromTransport(copy, exception, cancellationToken) is var converted)
        {
            if (ReferenceEquals(converted, exception))
            {
                throw;
            }

            throw converted;
        }
    }

    private static void ThrowIfHeader(HttpRequestMessage request, string name, string reason)
    {
        if (request.Headers.Contains(name))
        {
            throw new ArgumentException($"The request has the header {name}. Remove it: {reason}.", nameof(request));
        }
    }

    /// <summary>
    /// Returns the message that is sent. It is a copy, so that the message of the application never contains the access token, and can
    /// be sent again.
    /// </summary>
    private HttpRequestMessage Copy(HttpRequestMessage request, Uri uri)
    {
        HttpRequestMessage copy = new(request.Method, uri)
        {
            Content = request.Content,
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach ((string key, object? value) in request.Options)
        {
            copy.Options.Set(new HttpRequestOptionsKey<object?>(key), value);
        }

        copy.Options.Set(
            SecretRedactor.RequestSecretsKey,
            [
                .. request
                    .Headers.NonValidated.Where(static header => !s_plainHeaders.Contains(header.Key))
                    .SelectMany(static header => header.Value),
            ]
        );
        string template = RouteTemplate.FromPath(uri.AbsolutePath, core.Options.BaseAddress.AbsolutePath);
        RouteTemplate.Set(copy, template);
        if (template != TokenRequest.Path)
        {
            copy.Headers.TryAddWithoutValidation(Authorization, "Bearer");
        }

        if (copy.Headers.Accept.Count == 0)
        {
            copy.Headers.Accept.ParseAdd(JsonApiContentSerializer.MediaType);
        }

        if (requestOptions is not null)
        {
            copy.Options.Set(RequestOptionsSnapshot.OptionsKey, requestOptions);
        }

        return copy;
    }

    private Uri Resolve(HttpRequestMessage request)
    {
        Uri uri =
            request.RequestUri
            ?? throw new ArgumentException("The request has no URI. Set a relative URI such as '/v1/contacts'.", nameof(request));

        // On Linux a path such as "/v1/contacts" is parsed as an absolute file URI. A URI that starts with "//" names another host.
        string text = uri.OriginalString;
        if (!text.StartsWith("//", StringComparison.Ordinal) && (!uri.IsAbsoluteUri || (uri.IsFile && text.StartsWith('/'))))
        {
            uri = new Uri($"{core.Options.BaseUrl}/{text.TrimStart('/')}");
        }

        return uri.IsAbsoluteUri && uri.UserInfo.Length == 0 && uri.HasSameOrigin(core.Options.BaseAddress)
            ? uri
            : throw new ArgumentException(
                "The URI of the request has another origin than the base address of the client. The request was not sent, "
                    + "because it would send the access token there.",
                nameof(request)
            );
    }
}
