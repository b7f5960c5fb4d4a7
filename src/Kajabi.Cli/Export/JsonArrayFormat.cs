using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Export;

/// <summary>A JSON array with one resource per line.</summary>
/// <param name="anonymizer">Replaces personal data; null to write the data as it is.</param>
internal sealed class JsonArrayFormat(ResourceAnonymizer? anonymizer = null) : IExportFormat
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
            new ResourceJson(json, resource, placement.GetPlacement(resource), anonymizer).Write();
        }
    }

    public void WriteEnd(TextWriter text) => text.Write("\n]\n");
}
