using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Bulk;

/// <summary>The tags or offers of a bulk change.</summary>
internal static class RelatedResources
{
    /// <summary>Checks that they exist, so that a wrong id is not an error for each contact.</summary>
    /// <exception cref="UsageException">A tag or offer does not exist.</exception>
    public static async Task EnsureExistAsync(KajabiClient kajabi, BulkChange change, CancellationToken cancellationToken)
    {
        foreach (string id in change.RelatedIds)
        {
            try
            {
                using HttpRequestMessage request = new(HttpMethod.Get, $"/v1/{change.RelatedType}/{Uri.EscapeDataString(id)}");
                await kajabi.SendAsync<JToken>(request, cancellationToken);
            }
            catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.NotFound)
            {
                throw new UsageException(
                    $"There is no resource {id} of the type {change.RelatedType}. 'kajabi list {change.RelatedType}' shows the ids."
                );
            }
            catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.Forbidden)
            {
                return; // An API key may change contacts without permission to read what is added to them.
            }
        }
    }
}
