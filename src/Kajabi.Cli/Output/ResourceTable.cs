using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Draws one page of a list as a table for people: the ids and the attributes that tell most.</summary>
internal static class ResourceTable
{
    private const int MaxColumns = 5;
    private const int MaxCellLength = 40;

    /// <summary>What people look for first; the other attributes follow in the order of the contract.</summary>
    private static readonly string[] s_telling =
    [
        "name",
        "title",
        "email",
        "status",
        "event",
        "order_number",
        "type",
        "handle",
        "amount_in_cents",
        "price_in_cents",
        "currency",
        "created_at",
    ];

    /// <param name="page">The resources.</param>
    /// <param name="requested">The attributes that the user asked for, all of which are shown; empty when the user named none.</param>
    public static Table Draw(IReadOnlyList<Resource> page, IReadOnlyList<string> requested)
    {
        IReadOnlyList<string> columns = requested.Count > 0 ? requested : Choose(page);
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("id").NoWrap());
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(TerminalSanitizer.Of(column))));
        }

        foreach (Resource resource in page)
        {
            table.AddRow([
                new Text(resource.HasId ? TerminalSanitizer.Of(resource.Id) : string.Empty),
                .. columns.Select(column => new Text(Cell(resource, column))),
            ]);
        }

        return table;
    }

    private static List<string> Choose(IReadOnlyList<Resource> page)
    {
        List<string> filled =
        [
            .. page.SelectMany(static resource => AttributeText.Names(resource.Attributes).Where(name => Cell(resource, name).Length > 0))
                .Distinct(),
        ];
        return [.. s_telling.Where(filled.Contains).Concat(filled.Except(s_telling)).Take(MaxColumns)];
    }

    private static string Cell(Resource resource, string name)
    {
        string text = (AttributeText.Value(resource.Attributes, name) ?? string.Empty).Replace('\n', ' ').Trim();
        if (text.Length <= MaxCellLength)
        {
            return text;
        }

        // A character of two halves is not cut in two.
        int end = char.IsHighSurrogate(text[MaxCellLength - 2]) ? MaxCellLength - 2 : MaxCellLength - 1;
        return text[..end] + "…";
    }
}
