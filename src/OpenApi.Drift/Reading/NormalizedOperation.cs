using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Reading;

/// <summary>An operation in normalized form.</summary>
/// <param name="method">The method in upper case.</param>
/// <param name="path">The path below the server; the expression or name of a callback or webhook.</param>
/// <param name="written">The operation as declared in the file.</param>
internal sealed class NormalizedOperation(string method, PathTemplate path, JObject written)
{
    public string Method { get; } = method;

    public PathTemplate Path { get; } = path;

    public JObject Written { get; } = written;

    /// <summary>Gets the name in findings.</summary>
    public string Name => $"{Method} {Path.Text}";

    /// <summary>Gets the parameters by location and name; path parameters by their position in the path.</summary>
    public required IReadOnlyDictionary<(string In, string Name), NormalizedParameter> Parameters { get; init; }

    /// <summary>Gets the last segments of dangling references to parameters, which could mean any parameter.</summary>
    public required IReadOnlyList<string> UnknownParameters { get; init; }

    /// <summary>Gets the body; null if none is declared.</summary>
    public required NormalizedBody? Body { get; init; }

    /// <summary>Gets the responses by status code, <c>4XX</c> or <c>default</c>.</summary>
    public required IReadOnlyDictionary<string, NormalizedResponse> Responses { get; init; }

    public required NormalizedSecurity Security { get; init; }

    /// <summary>Gets the servers of the operation; null if it uses those of the document.</summary>
    public required IReadOnlyList<NormalizedServer>? Servers { get; init; }

    /// <summary>Gets the requests that the API sends, by name and expression of the callback.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<NormalizedOperation>> Callbacks { get; init; }

    public bool IsDeprecated => CanonicalJson.IsTrue(Written["deprecated"]);

    /// <summary>Gets the sunset date in <c>x-sunset</c>; null if there is none.</summary>
    public required SunsetDate? Sunset { get; init; }
}
