namespace Kajabi.Tests;

/// <summary>Small documents for the rows.</summary>
internal static class TestDocuments
{
    /// <summary>A valid contact document.</summary>
    public const string Contact =
        """{"data":{"id":"123","type":"contacts","attributes":{"name":"Ada","email":"ada.marker@example.org"}}}""";

    public const string Html = "<!DOCTYPE html><html><body>ada.marker@example.org, please log in</body></html>";

    /// <summary>A contact document with other members in its data.</summary>
    public static string ContactWith(string members, string beside = "") =>
        $$"""{"data":{"id":"123","type":"contacts",{{members}}}{{beside}}}""";

    /// <summary>A contact document with these attributes.</summary>
    public static string Attributes(string attributes) => ContactWith("\"attributes\":{" + attributes + "}");

    /// <summary>A page of contacts.</summary>
    public static string Page(IEnumerable<int> ids, string beside) =>
        "{\"data\":["
        + string.Join(',', ids.Select(static id => $$"""{"id":"{{id}}","type":"contacts","attributes":{"name":"n{{id}}"} }"""))
        + "]"
        + beside
        + "}";
}
