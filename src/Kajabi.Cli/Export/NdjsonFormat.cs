using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Export;

/// <summary>One JSON object per line, like <c>kajabi list --json</c>.</summary>
/// <param name="anonymizer">Replaces personal data; null to write the data as it is.</param>
internal sealed class NdjsonFormat(ResourceAnonymizer? anonymizer = null) : IExportFormat
{
    public void WriteStart(TextWriter text) { }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst) => new JsonOutput(text, anonymizer).WritePage(page);

    public void WriteEnd(TextWriter text) { }
}
