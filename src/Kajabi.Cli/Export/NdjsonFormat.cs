using Kajabi.Cli.Output;

namespace Kajabi.Cli.Export;

/// <summary>One JSON object per line, like <c>kajabi list --json</c>.</summary>
internal sealed class NdjsonFormat : IExportFormat
{
    public void WriteStart(TextWriter text) { }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst) => new JsonOutput(text).WritePage(page);

    public void WriteEnd(TextWriter text) { }
}
