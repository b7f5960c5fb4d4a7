using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Bulk;

/// <summary>Reads a report, of which a process that was killed may have written the last line only in part.</summary>
internal static class BulkReportReader
{
    /// <summary>Reads the lines and removes an incomplete one at the end of the file.</summary>
    /// <returns>The first line, null if the file has none, and the outcomes.</returns>
    public static (JObject? Header, List<BulkOutcome> Outcomes) Read(FileStream file)
    {
        using StreamReader reader = new(file, leaveOpen: true);
        string text = reader.ReadToEnd();
        int end = text.LastIndexOf('\n') + 1;
        file.SetLength(reader.CurrentEncoding.GetByteCount(text.AsSpan(0, end)));
        file.Seek(0, SeekOrigin.End);
        JObject?[] lines = [.. text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        return lines is [{ } header, ..]
            ? (header, [.. lines.Skip(1).OfType<JObject>().Select(BulkOutcome.Read).OfType<BulkOutcome>()])
            : (null, []);
    }

    private static JObject? Parse(string line)
    {
        try
        {
            using JsonTextReader json = new(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(json);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
