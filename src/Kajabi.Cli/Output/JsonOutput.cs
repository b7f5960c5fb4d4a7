using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>JSON for programs: one object for one resource, one object a line for a list.</summary>
internal sealed class JsonOutput(TextWriter text) : IResourceOutput
{
    public void WriteOne(Resource resource)
    {
        WriteLine(resource, Formatting.Indented);
        text.Flush();
    }

    public void WritePage(IReadOnlyList<Resource> page)
    {
        foreach (Resource resource in page)
        {
            WriteLine(resource, Formatting.None);
        }

        text.Flush();
    }

    private void WriteLine(Resource resource, Formatting formatting)
    {
        using (JsonTextWriter json = new(text) { CloseOutput = false, Formatting = formatting })
        {
            new ResourceJson(json).Write(resource);
        }

        text.Write('\n');
    }
}
