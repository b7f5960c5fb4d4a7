using Kajabi.Cli.Export.Anonymization;
using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>JSON output: one object for a single resource, one object per line for a list.</summary>
/// <param name="text">The output.</param>
/// <param name="anonymizer">Replaces personal data; null to write the data as it is.</param>
internal sealed class JsonOutput(TextWriter text, ResourceAnonymizer? anonymizer = null) : IResourceOutput
{
    public void WriteOne(Resource resource)
    {
        WriteLine(resource, null, Formatting.Indented);
        text.Flush();
    }

    public void WritePage(IReadOnlyList<Resource> page)
    {
        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            WriteLine(resource, placement.GetPlacement(resource), Formatting.None);
        }

        text.Flush();
    }

    private void WriteLine(Resource resource, ResourcePlacement? placement, Formatting formatting) =>
        JsonLine.Write(text, formatting, json => new ResourceJson(json, resource, placement, anonymizer).Write());
}
