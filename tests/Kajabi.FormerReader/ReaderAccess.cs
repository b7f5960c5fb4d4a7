using System.Text;

namespace Kajabi.Tests;

/// <summary>The internal entry points of the former reader.</summary>
internal static class ReaderAccess
{
    /// <summary>Reads a document as the body of a response, and adds the findings of contract drift.</summary>
    public static object ReadResponse(Type type, byte[] utf8, int maxDepth, List<string> findings)
    {
        DriftCollector drift = new();
        try
        {
            using StreamReader text = new(new MemoryStream(utf8), Encoding.UTF8);
            return JsonApiSerializer.Deserialize(type, text, maxDepth, drift);
        }
        finally
        {
            findings.AddRange(drift.Findings.Select(static finding => finding.ToString()));
        }
    }

    /// <summary>Returns the kind of a failure.</summary>
    public static string GetKind(KajabiSerializationException exception) => $"{exception.IsTooDeep} {exception.HasErrors}";
}
