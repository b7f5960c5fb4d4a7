using Kajabi.Cli.Endpoints;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Trees and tables for people. A list is a table unless relations were asked for, which only a tree can show.
/// </summary>
internal sealed class PeopleOutput(IAnsiConsole console, ReadRequest request) : IResourceOutput
{
    public void WriteOne(Resource resource) => console.Write(ResourceTree.Draw(resource));

    public void WritePage(IReadOnlyList<Resource> page)
    {
        if (request.Include.Count == 0)
        {
            if (page.Count > 0)
            {
                console.Write(ResourceTable.Draw(page, request.FieldsOf(request.Type)));
            }

            return;
        }

        foreach (Resource resource in page)
        {
            WriteOne(resource);
        }
    }
}
