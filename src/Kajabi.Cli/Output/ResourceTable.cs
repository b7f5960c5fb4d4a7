using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Draws one page of a list as a table with the ids and the most informative attributes.</summary>
internal static class ResourceTable
{
    private const int MaxColumns = 5;
    private const int MaxCellLength = 40;

    /// <summary>Attributes that are shown first. The other ones follow in the order of the OpenAPI document.</summary>
    private static readonly string[] s_preferredColumns =
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
    /// <param name="requested">The requested attributes, which are all shown; empty to choose the columns.</param>
    public static Table Draw(IReadOnlyList<Resource> page, IReadOnlyList<string> requested)
    {
        IReadOnlyList<string> columns = requested.Count > 0 ? requested : ChooseColumns(page);
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("id").NoWrap());
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(TerminalSanitizer.Sanitize(column))));
        }

        foreach (Resource resource in page)
        {
            table.AddRow([
                new Text(resource.HasId ? TerminalSanitizer.Sanitize(resource.Id) : string.Empty),
                .. columns.Select(column => new Text(GetCell(resource, column))),
            ]);
        }

        return table;
    }

    private static List<string> ChooseColumns(IReadOnlyList<Resource> page)
    {
        List<string> filled =
        [
            .. page.SelectMany(static resource =>
                    AttributeFormatter.GetNames(resource.Attributes).Where(name => GetCell(resource, name).Length > 0)
                )
                .Distinct(),
        ];
        return [.. s_preferredColumns.Where(filled.Contains).Concat(filled.Except(s_preferredColumns)).Take(MaxColumns)];
    }

    private static string GetCell(Resource resource, string name)
    {
        string text = (AttributeFormatter.GetText(resource.Attributes, name) ?? string.Empty).Replace('\n', ' ').Trim();
        if (text.Length <= MaxCellLength)
        {
            return text;
        }

        // Does not split a surrogate pair.
        int end = char.IsHighSurrogate(text[MaxCellLength - 2]) ? MaxCellLength - 2 : MaxCellLength - 1;
        return text[..end] + "…";
    }
}
