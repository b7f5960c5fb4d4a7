using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>An operation as it is on the wire.</summary>
/// <param name="method">The method in capitals.</param>
/// <param name="path">The path below the server; the expression or name of a callback or webhook.</param>
/// <param name="written">The operation as it stands in the file.</param>
internal sealed class NormalizedOperation(string method, PathTemplate path, JObject written)
{
    public string Method { get; } = method;

    public PathTemplate Path { get; } = path;

    public JObject Written { get; } = written;

    /// <summary>How findings name it.</summary>
    public string Name => $"{Method} {Path.Text}";

    /// <summary>By place of sending and name; a path parameter goes by its place in the path.</summary>
    public required IReadOnlyDictionary<(string In, string Name), NormalizedParameter> Parameters { get; init; }

    /// <summary>References to parameters that lead nowhere, by their last part: they could be any parameter.</summary>
    public required IReadOnlyList<string> UnknownParameters { get; init; }

    /// <summary>The body; null when none is declared.</summary>
    public required NormalizedBody? Body { get; init; }

    /// <summary>By status, <c>4XX</c> or <c>default</c>.</summary>
    public required IReadOnlyDictionary<string, NormalizedResponse> Responses { get; init; }

    public required NormalizedSecurity Security { get; init; }

    /// <summary>The servers that it has for itself; null for those of the document.</summary>
    public required IReadOnlyList<NormalizedServer>? Servers { get; init; }

    /// <summary>Requests that the API sends, by the callback's name and expression.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<NormalizedOperation>> Callbacks { get; init; }

    public bool IsDeprecated => CanonicalJson.IsTrue(Written["deprecated"]);

    /// <summary>The day of the end, as <c>x-sunset</c> says; null when it says none.</summary>
    public string? Sunset => Written["x-sunset"] is JValue { Value: { } day } ? day.ToString() : null;
}
