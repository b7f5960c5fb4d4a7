using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Draws the pages of a list as one table with the ids and the most informative attributes. The first page decides the columns.
/// </summary>
/// <param name="console">The terminal.</param>
/// <param name="columns">The columns, which are all shown; empty to choose those that fit.</param>
internal sealed class ResourceTable(IAnsiConsole console, IReadOnlyList<string> columns)
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

    private IReadOnlyList<string>? _columns;
    private TextTable? _table;

    /// <summary>Returns names of attributes with the most informative ones first.</summary>
    public static IEnumerable<string> Order(IReadOnlyCollection<string> attributes) =>
        s_preferredColumns.Where(attributes.Contains).Concat(attributes.Except(s_preferredColumns));

    public void Write(IReadOnlyList<Resource> page)
    {
        if (page.Count == 0)
        {
            return;
        }

        bool isChosen = columns.Count > 0;
        _columns ??= isChosen ? columns : [ResourceColumn.Id, .. ChooseColumns(page)];
        _table ??= new TextTable([.. _columns.Select(TerminalSanitizer.Sanitize)], isChosen);
        _table.Write(console, [.. page.Select(resource => _columns.Select(column => DisplayValue.GetCell(resource, column)).ToArray())]);
    }

    /// <summary>Chooses attributes that have values, without those that repeat another one.</summary>
    private static List<string> ChooseColumns(IReadOnlyList<Resource> page)
    {
        string[] filled =
        [
            .. page.SelectMany(static resource =>
                    AttributeFormatter
                        .GetNames(resource.Attributes)
                        .Where(name => DisplayValue.GetText(resource, name) is not null && name != ResourceColumn.Id)
                )
                .Distinct(),
        ];
        return
        [
            .. Order(filled)
                .DistinctBy(name => string.Join('\n', page.Select(resource => DisplayValue.GetCell(resource, name))))
                .Take(MaxColumns),
        ];
    }
}
