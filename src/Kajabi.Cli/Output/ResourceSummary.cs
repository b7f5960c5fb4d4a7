using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Writes what a person wants to know of a resource on one screen: its title, the attributes that have a value, and one line for each
/// related resource.
/// </summary>
internal sealed class ResourceSummary(IAnsiConsole console)
{
    private const string Indent = "  ";
    private const int MaxAttributes = 12;
    private const int MaxRelated = 5;

    private static readonly Style s_secondaryStyle = new(Color.Grey);
    private static readonly Style s_primaryStyle = new(decoration: Decoration.Bold);

    /// <param name="resource">The resource.</param>
    /// <param name="columns">The columns to show; empty to choose them.</param>
    public void Write(Resource resource, IReadOnlyList<string> columns)
    {
        string? title = ResourceTitle.Find(resource);
        string identifier = Describe(resource.Type, resource.HasId ? resource.Id : null);
        WriteLine(
            title is null
                ? new Paragraph(identifier, s_primaryStyle)
                : new Paragraph(DisplayValue.Truncate(title, Width - TextWidth.Get(identifier) - 3), s_primaryStyle).Append(
                    $" ({identifier})",
                    s_secondaryStyle
                )
        );
        if (columns.Count > 0)
        {
            WriteRows([.. columns.Select(column => (column, DisplayValue.GetCell(resource, column)))]);
            return;
        }

        string[] names = [.. AttributeFormatter.GetNames(resource.Attributes)];
        (string Name, string Value)[] values =
        [
            .. ResourceTable
                .Order(names)
                .Where(name => name != ResourceTitle.FindAttribute(resource))
                .Select(name => (name, DisplayValue.GetText(resource, name)!))
                .Where(pair => pair.Item2 is not null && pair.Item2 != title),
        ];
        (string, string)[] attributes = [.. values.Take(MaxAttributes)];
        WriteRows([.. attributes, .. resource.Relationships.Present.SelectMany(GetRows)]);
        int hidden = names.Length - attributes.Length - (title is null ? 0 : 1);
        if (hidden > 0)
        {
            WriteLine(
                new Paragraph(
                    string.Create(CultureInfo.InvariantCulture, $"{Indent}{hidden} more attributes: use --full"),
                    s_secondaryStyle
                )
            );
        }
    }

    private int Width => console.Profile.Width;

    /// <summary>Returns a row for each related resource; one for an empty or unknown relationship.</summary>
    private static IEnumerable<(string Name, string Value)> GetRows(Relationship relationship)
    {
        string name = TerminalSanitizer.Sanitize(relationship.Name);
        if (relationship.State is RelationshipState.Absent)
        {
            yield break;
        }

        if (relationship.State is RelationshipState.Empty or RelationshipState.LinksOnly)
        {
            yield return (name, relationship.State == RelationshipState.Empty ? "none" : "not loaded");
            yield break;
        }

        RelatedResource[] related = [.. RelatedResource.GetAll(relationship)];
        for (int index = 0; index < Math.Min(related.Length, MaxRelated); index++)
        {
            yield return (index == 0 ? name : string.Empty, Describe(related[index]));
        }

        if (related.Length > MaxRelated)
        {
            yield return (string.Empty, string.Create(CultureInfo.InvariantCulture, $"and {related.Length - MaxRelated} more"));
        }
    }

    private static string Describe(RelatedResource related)
    {
        if (related.Resource is not { } resource)
        {
            return Describe(related.Identifier.Type, related.Identifier.Id);
        }

        string identifier = Describe(resource.Type, resource.HasId ? resource.Id : null);
        return ResourceTitle.Find(resource) is { } title ? $"{identifier}  {title}" : identifier;
    }

    private static string Describe(string type, string? id) => TerminalSanitizer.Sanitize($"{type} {id}".TrimEnd());

    private void WriteRows(IReadOnlyList<(string Name, string Value)> rows)
    {
        int width = rows.Select(static row => TextWidth.Get(row.Name)).DefaultIfEmpty().Max();
        int available = Math.Max(Width - width - (2 * Indent.Length), 1);
        foreach ((string name, string value) in rows)
        {
            WriteLine(
                new Paragraph($"{Indent}{TextWidth.Pad(name, width)}{Indent}", s_secondaryStyle).Append(
                    DisplayValue.Truncate(value, available)
                )
            );
        }
    }

    private void WriteLine(Paragraph line)
    {
        console.Write(line);
        console.WriteLine();
    }
}
