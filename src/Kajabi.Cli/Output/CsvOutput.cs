using CsvHelper;
using Kajabi.Cli.Export;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>CSV output (RFC 4180) with a header. The values are as received, in a terminal without control characters.</summary>
/// <param name="text">Standard output.</param>
/// <param name="columns">The columns.</param>
/// <param name="isInteractive">Whether standard output is a terminal.</param>
internal sealed class CsvOutput(TextWriter text, IReadOnlyList<string> columns, bool isInteractive) : IResourceOutput
{
    private bool _hasHeader;

    public void WriteOne(Resource resource) => WritePage([resource]);

    public void WritePage(IReadOnlyList<Resource> page)
    {
        using (CsvWriter csv = CsvWriter.Create(text, CsvCell.Options, leaveOpen: true))
        {
            if (!_hasHeader)
            {
                _hasHeader = true;
                foreach (string column in columns)
                {
                    csv.WriteField(column);
                }

                csv.EndRecord();
            }

            foreach (Resource resource in page)
            {
                foreach (string column in columns)
                {
                    CsvCell.Write(csv, GetValue(resource, column));
                }

                csv.EndRecord();
            }
        }

        text.Flush();
    }

    private JToken? GetValue(Resource resource, string column) =>
        ResourceColumn.GetValue(resource, column) is JValue { Value: string value } && isInteractive
            ? TerminalSanitizer.Sanitize(value)
            : ResourceColumn.GetValue(resource, column);
}
