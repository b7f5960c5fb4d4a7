using Kajabi.Cli.Endpoints;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Trees and tables for people. A list is a table unless relations were asked for, which only a tree can show.
/// </summary>
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

        // A reader that has enough is noticed before the next page is requested.
        text.Flush();
    }

    private void Draw(IReadOnlyList<Resource> page)
    {
        if (request.Include.Count == 0)
        {
            if (page.Count > 0)
            {
                console.Write(ResourceTable.Draw(page, request.AttributesOf(request.Type)));
            }

            return;
        }

        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            console.Write(ResourceTree.Draw(resource, placement.PlacementOf(resource)));
        }
    }
}
