namespace Kajabi.Http;

/// <summary>
/// Adds the default site to the calls that can be filtered by site and name none. It stands here and not with the
/// query, because a call without any query is the one that reads every site by accident.
/// </summary>
/// <param name="options">The default site.</param>
internal sealed class DefaultSiteHandler(KajabiClientOptions options) : DelegatingHandler
{
    private const string Filter = "filter%5Bsite_id%5D=";

    private const string Mark = $"{AllSites}=true";

    /// <summary>
    /// The parameter of a query that means all sites, which never leaves the machine. A parameter of its own and no value
    /// of the filter, because values may come from somebody who is to see one site.
    /// </summary>
    public const string AllSites = "all_sites";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address && IsFilteredBySite(request))
        {
            string[] parameters = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
            if (parameters.Contains(Mark))
            {
                request.RequestUri = With(address, parameters.Where(static parameter => parameter != Mark));
            }
            else if (options.DefaultSiteId is { } site && !parameters.Any(NamesSite))
            {
                request.RequestUri = With(
                    address,
                    [.. parameters.Where(static parameter => !IsFilter(parameter)), Filter + Uri.EscapeDataString(site)]
                );
            }
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsFilteredBySite(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && RouteTemplate.Of(request) is { } template && SiteFilteredPaths.Contains(template);

    private static bool IsFilter(string parameter) => parameter.StartsWith(Filter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the filter with a value: the API may ignore a blank one, and answer with every site.</summary>
    private static bool NamesSite(string parameter) =>
        IsFilter(parameter) && !string.IsNullOrWhiteSpace(Uri.UnescapeDataString(parameter[Filter.Length..]));

    private static Uri With(Uri address, IEnumerable<string> parameters) =>
        new UriBuilder(address) { Query = string.Join('&', parameters) }.Uri;
}
