using Kajabi.Cli.Operations;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Human-readable output. A list is a table, or trees if related resources are requested.</summary>
internal sealed class ConsoleOutput(IAnsiConsole console, TextWriter text, ReadRequest request) : IResourceOutput
{
    public void WriteOne(Resource resource)
    {
        console.Write(ResourceTree.Draw(resource));
        text.Flush();
    }

    public void WritePage(IReadOnlyList<Resource> page)
    {
        Draw(page);

        // Detects a closed pipe before the next page is requested.
        text.Flush();
    }

    private void Draw(IReadOnlyList<Resource> page)
    {
        if (request.Include.Count == 0)
        {
            if (page.Count > 0)
            {
                console.Write(ResourceTable.Draw(page, request.GetAttributes(request.Type)));
            }

            return;
        }

        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            console.Write(ResourceTree.Draw(resource, placement.GetPlacement(resource)));
        }
    }
}
