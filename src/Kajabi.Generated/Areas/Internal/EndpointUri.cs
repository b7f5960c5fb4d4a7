namespace Kajabi.Areas.Internal;

/// <summary>Compares the URLs of webhook endpoints.</summary>
internal static class EndpointUri
{
    private const string SecretPrefix = "secret=";

    public static bool IsSame(Uri left, Uri right) => GetAddress(left) == GetAddress(right) && left.Query == right.Query;

    /// <summary>
    /// Whether two URLs differ at most in the parameter <c>secret</c>. Some hosts have one path for all applications, and another parameter
    /// selects the application.
    /// </summary>
    public static bool IsSameApartFromSecret(Uri left, Uri right) =>
        GetAddress(left) == GetAddress(right)
        && GetParameters(left).Order(StringComparer.Ordinal).SequenceEqual(GetParameters(right).Order(StringComparer.Ordinal));

    // A host in Unicode and in its ASCII form is the same host.
    private static string GetAddress(Uri uri) => $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}{uri.AbsolutePath}";

    private static IEnumerable<string> GetParameters(Uri uri) =>
        uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(static parameter => !parameter.StartsWith(SecretPrefix, StringComparison.OrdinalIgnoreCase));
}
