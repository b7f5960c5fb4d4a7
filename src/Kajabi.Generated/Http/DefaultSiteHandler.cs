namespace Kajabi.Http;

/// <summary>
/// Adds the default site to requests that can be filtered by site and have no such filter. It is a handler because a request
/// without a query object needs the filter too.
/// </summary>
/// <param name="options">The default site.</param>
internal sealed class DefaultSiteHandler(KajabiClientOptions options) : DelegatingHandler
{
    private const string Filter = "filter%5Bsite_id%5D=";

    // The brackets of a request that the application wrote itself may not be escaped.
    private const string UnescapedFilter = "filter[site_id]=";

    private const string AllSitesParameter = $"{AllSites}=true";

    /// <summary>
    /// The query parameter that requests all sites. It is removed before the request is sent. It is not a value of the filter,
    /// because the value may come from a user who may see one site only.
    /// </summary>
    public const string AllSites = "all_sites";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address && IsFilteredBySite(request))
        {
            string[] parameters = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
            if (parameters.Contains(AllSitesParameter))
            {
                request.RequestUri = WithQuery(address, parameters.Where(static parameter => parameter != AllSitesParameter));
            }
            else if (options.DefaultSiteId is { } site && !parameters.Any(HasSite))
            {
                request.RequestUri = WithQuery(
                    address,
                    [.. parameters.Where(static parameter => !IsFilter(parameter)), Filter + Uri.EscapeDataString(site)]
                );
            }
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsFilteredBySite(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && RouteTemplate.Get(request) is { } template && SiteFilteredPaths.Contains(template);

    private static bool IsFilter(string parameter) =>
        Uri.UnescapeDataString(parameter).StartsWith(UnescapedFilter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the filter with a value: the API may ignore an empty one and return all sites.</summary>
    private static bool HasSite(string parameter) =>
        IsFilter(parameter) && !string.IsNullOrWhiteSpace(Uri.UnescapeDataString(parameter)[UnescapedFilter.Length..]);

    private static Uri WithQuery(Uri address, IEnumerable<string> parameters) =>
        new UriBuilder(address) { Query = string.Join('&', parameters) }.Uri;
}
