using Kajabi.Cli.Output;

namespace Kajabi.Cli.Export;

/// <summary>One JSON object a line, as <c>kajabi list --json</c> prints them.</summary>
internal sealed class NdjsonFormat : IExportFormat
{
    public void WriteStart(TextWriter text) { }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst) => new JsonOutput(text).WritePage(page);

    public void WriteEnd(TextWriter text) { }
}
