using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Export;

/// <summary>A JSON array with one resource per line.</summary>
internal sealed class JsonArrayFormat : IExportFormat
{
    public void WriteStart(TextWriter text) => text.Write('[');

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst)
    {
        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            text.Write(isFirst ? "\n" : ",\n");
            isFirst = false;
            using JsonTextWriter json = new(text) { CloseOutput = false };
            new ResourceJson(json, resource, placement.GetPlacement(resource)).Write();
        }
    }

    public void WriteEnd(TextWriter text) => text.Write("\n]\n");
}
