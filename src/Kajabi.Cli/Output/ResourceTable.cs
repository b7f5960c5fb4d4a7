using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>Draws one page of a list as a table with the ids and the most informative attributes.</summary>
internal static class ResourceTable
{
    private const int MaxColumns = 6;

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
        "amount_in_cents",
        "price_in_cents",
        "currency",
        "created_at",
        "handle",
    ];

    /// <param name="console">The terminal.</param>
    /// <param name="page">The resources.</param>
    /// <param name="columns">The columns, which are all shown; empty to choose those that fit.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<Resource> page, IReadOnlyList<string> columns)
    {
        bool isChosen = columns.Count > 0;
        IReadOnlyList<string> shown = isChosen ? columns : [ResourceColumn.Id, .. ChooseColumns(page)];
        TextTable table = new(
            [.. shown.Select(TerminalSanitizer.Sanitize)],
            [.. page.Select(resource => shown.Select(column => DisplayValue.GetCell(resource, column)).ToArray())]
        );
        table.Write(console, isChosen);
    }

    private static List<string> ChooseColumns(IReadOnlyList<Resource> page)
    {
        List<string> filled =
        [
            .. page.SelectMany(static resource =>
                    AttributeFormatter
                        .GetNames(resource.Attributes)
                        .Where(name => DisplayValue.GetText(resource, name) is not null && name != ResourceColumn.Id)
                )
                .Distinct(),
        ];
        return [.. Order(filled).Take(MaxColumns)];
    }

    /// <summary>Returns names of attributes with the most informative ones first.</summary>
    public static IEnumerable<string> Order(IReadOnlyCollection<string> attributes) =>
        s_preferredColumns.Where(attributes.Contains).Concat(attributes.Except(s_preferredColumns));
}
