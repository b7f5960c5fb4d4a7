using Kajabi.Cli.Operations;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Human-readable output. A list is a table, or a summary of each resource if related resources are requested, or with all data trees.
/// </summary>
/// <param name="console">The terminal.</param>
/// <param name="text">Standard output.</param>
/// <param name="request">The requested resources and fields.</param>
/// <param name="columns">The columns to show; empty to choose them.</param>
/// <param name="isFull">Whether all data is shown, as trees.</param>
internal sealed class ConsoleOutput(
    IAnsiConsole console,
    TextWriter text,
    ReadRequest request,
    IReadOnlyList<string> columns,
    bool isFull = false
) : IResourceOutput
{
    private readonly ResourceTable _table = new(console, columns.Count > 0 ? columns : GetRequestedColumns(request));

    public void WriteOne(Resource resource)
    {
        if (isFull)
        {
            console.Write(ResourceTree.Draw(resource));
        }
        else
        {
            new ResourceSummary(console).Write(resource, columns);
        }

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
        if (isFull)
        {
            PagePlacement placement = new(page);
            foreach (Resource resource in page)
            {
                console.Write(ResourceTree.Draw(resource, placement.GetPlacement(resource)));
            }
        }
        else if (request.Include.Count == 0 || columns.Count > 0)
        {
            _table.Write(page);
        }
        else
        {
            ResourceSummary summary = new(console);
            foreach (Resource resource in page)
            {
                summary.Write(resource, columns);
            }
        }
    }

    private static IReadOnlyList<string> GetRequestedColumns(ReadRequest request) =>
        request.GetAttributes(request.Type) is { Count: > 0 } attributes ? [ResourceColumn.Id, .. attributes] : [];
}
