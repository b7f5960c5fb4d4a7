using Refit;

namespace Kajabi;

/// <summary>
/// Adds the default site to the calls that can be filtered by site and name none. It stands here and not with the
/// query, because a call without any query is the one that reads every site by accident.
/// </summary>
/// <param name="options">The default site.</param>
internal sealed class DefaultSiteHandler(KajabiClientOptions options) : DelegatingHandler
{
    private const string Filter = "filter%5Bsite_id%5D=";

    /// <summary>Stands for the filter in a query that means all sites, and never leaves the machine.</summary>
    public const string AllSites = "*";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address && IsFilteredBySite(request))
        {
            string[] parameters = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
            string? given = parameters.FirstOrDefault(static parameter => parameter.StartsWith(Filter, StringComparison.OrdinalIgnoreCase));
            if (given is null && options.DefaultSiteId is { } site)
            {
                request.RequestUri = With(address, [.. parameters, Filter + Uri.EscapeDataString(site)]);
            }
            else if (given is not null && Uri.UnescapeDataString(given[Filter.Length..]) == AllSites)
            {
                request.RequestUri = With(address, [.. parameters.Where(parameter => parameter != given)]);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsFilteredBySite(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        && request.Options.TryGetValue(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.RelativePathTemplate), out string? template)
        && SiteFilteredPaths.Contains(template);

    private static Uri With(Uri address, IReadOnlyList<string> parameters) =>
        new UriBuilder(address) { Query = string.Join('&', parameters) }.Uri;
}
