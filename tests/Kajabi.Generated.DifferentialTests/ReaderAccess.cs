using Newtonsoft.Json;

namespace Kajabi.Tests;

/// <summary>The internal entry points of the reader of the SDK.</summary>
internal static class ReaderAccess
{
    /// <summary>Reads a document as the body of a response, and adds the findings of contract drift.</summary>
    public static object ReadResponse(Type type, byte[] utf8, int maxDepth, List<string> findings)
    {
        DriftCollector drift = new();
        try
        {
            return JsonApiSerializer.Deserialize(
                type,
                () => new BytesInput(new MemoryStream(utf8), () => new JsonTextReader(new StreamReader(new MemoryStream(utf8)))),
                maxDepth,
                drift
            );
        }
        finally
        {
            findings.AddRange(drift.Findings.Select(static finding => finding.ToString()));
        }
    }

    /// <summary>Returns the kind of a failure.</summary>
    public static string GetKind(KajabiSerializationException exception) => $"{exception.IsTooDeep} {exception.HasErrors}";
}
