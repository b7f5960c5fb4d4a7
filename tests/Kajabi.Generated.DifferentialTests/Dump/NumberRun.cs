using System.Text;

namespace Kajabi.Tests.Dump;

/// <summary>Reads a document with one number and describes on one line how the number is read and written.</summary>
internal static class NumberRun
{
    /// <summary>Reads a document as text and as a response.</summary>
    public static string Describe(string typeName, string json)
    {
        Type type = DocumentTypes.Find(typeName);
        List<string> findings = [];
        try
        {
            object value = ReaderAccess.ReadResponse(type, Encoding.UTF8.GetBytes(json), JsonApiSerializer.MaxDepth, findings);
            IEnumerable<string> values = GraphDump.Format(value).Split('\n').Where(static line => IsValue(line));
            string written = value is Newtonsoft.Json.Linq.JToken ? string.Empty : JsonApiSerializer.Serialize(value);
            return $"{written} | {string.Join("; ", values)} | {string.Join("; ", findings.Order(StringComparer.Ordinal))}";
        }
        catch (KajabiSerializationException exception)
        {
            return DumpText.Format(exception);
        }
    }

    // The lines that can contain the number. The others are compared by the whole document.
    private static bool IsValue(string line) =>
        line.Length > 0
        && !line.EndsWith(" = absent", StringComparison.Ordinal)
        && !line.EndsWith(" = null", StringComparison.Ordinal)
        && (
            line.Contains(" r", StringComparison.Ordinal)
            || line.Contains(']', StringComparison.Ordinal)
            || line.StartsWith("token", StringComparison.Ordinal)
        );
}
