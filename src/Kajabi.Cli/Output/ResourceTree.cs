using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Draws a resource as a tree: its attributes, then its relationships with the related resources. Each resource is drawn in full once,
/// where it is nearest to the root; otherwise only its type and id are drawn.
/// </summary>
internal sealed class ResourceTree
{
    private static readonly Style s_secondaryStyle = new(Color.Grey);
    private static readonly Style s_primaryStyle = new(decoration: Decoration.Bold);

    private readonly ResourcePlacement _placement;

    private ResourceTree(ResourcePlacement placement)
    {
        _placement = placement;
    }

    /// <param name="resource">The resource.</param>
    /// <param name="placement">Where related resources are drawn in full; null to decide it for this resource only.</param>
    public static Tree Draw(Resource resource, ResourcePlacement? placement = null)
    {
        Tree tree = new(CreateTitle(resource)) { Guide = TreeGuide.Line };
        new ResourceTree(placement ?? new ResourcePlacement(resource)).Fill(tree, resource, depth: 0);
        return tree;
    }

    private void Fill(IHasTreeNodes node, Resource resource, int depth)
    {
        Grid attributes = CreateGrid(resource.Attributes);
        if (attributes.Rows.Count > 0)
        {
            node.AddNode(attributes);
        }

        foreach (Relationship relationship in resource.Relationships.Present.Where(static one => one.State != RelationshipState.Absent))
        {
            Fill(node, relationship, depth + 1);
        }
    }

    private void Fill(IHasTreeNodes node, Relationship relationship, int depth)
    {
        if (relationship.State is RelationshipState.Empty or RelationshipState.LinksOnly)
        {
            node.AddNode(CreateLine(relationship.Name, relationship.State == RelationshipState.Empty ? "none" : "not loaded"));
            return;
        }

        RelatedResource[] resources = [.. RelatedResource.GetAll(relationship)];
        if (!relationship.IsToMany)
        {
            AddRelated(node, relationship, resources[0], $"{TerminalSanitizer.Sanitize(relationship.Name)}: ", depth);
            return;
        }

        TreeNode list = node.AddNode(CreateLine(relationship.Name, string.Create(CultureInfo.InvariantCulture, $"({resources.Length})")));
        foreach (RelatedResource related in resources)
        {
            AddRelated(list, relationship, related, string.Empty, depth);
        }
    }

    private void AddRelated(IHasTreeNodes node, Relationship relationship, RelatedResource related, string prefix, int depth)
    {
        Paragraph line = new(prefix);
        if (related.Resource is not { } resource)
        {
            Append(line, related.Identifier.Type, related.Identifier.Id, "not included");
            node.AddNode(line);
            return;
        }

        bool isTooDeep = depth > ResourceJson.MaxDepth;
        bool isInFull = !isTooDeep && _placement.TryShow(resource, relationship);
        string? note =
            isInFull ? null
            : isTooDeep ? "too deep to show"
            : _placement.IsShown(resource) ? "see above"
            : "see below";
        Append(line, resource.Type, resource.HasId ? resource.Id : null, note);
        TreeNode child = node.AddNode(line);
        if (isInFull)
        {
            Fill(child, resource, depth);
        }
    }

    private static Paragraph CreateTitle(Resource resource)
    {
        Paragraph title = new();
        Append(title, resource.Type, resource.HasId ? resource.Id : null, null);
        return title;
    }

    private static Paragraph CreateLine(string name, string note) =>
        new Paragraph(TerminalSanitizer.Sanitize(name)).Append(" " + note, s_secondaryStyle);

    private static void Append(Paragraph line, string type, string? id, string? note)
    {
        line.Append(TerminalSanitizer.Sanitize(type), s_primaryStyle);
        line.Append(id is null ? string.Empty : " " + TerminalSanitizer.Sanitize(id), s_primaryStyle);
        line.Append(note is null ? string.Empty : $" ({note})", s_secondaryStyle);
    }

    private static Grid CreateGrid(JsonApiObject attributes)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn(new GridColumn().PadRight(0));
        ILookup<bool, string> names = AttributeFormatter
            .GetNames(attributes)
            .ToLookup(name => AttributeFormatter.GetText(attributes, name) is null);
        foreach (string name in names[false])
        {
            grid.AddRow(
                new Text(TerminalSanitizer.Sanitize(name), s_secondaryStyle),
                new Text(AttributeFormatter.GetText(attributes, name)!)
            );
        }

        // Many attributes are null in most responses, so they share one line.
        if (names[true].Any())
        {
            grid.AddRow(
                new Text("null", s_secondaryStyle),
                new Text(TerminalSanitizer.Sanitize(string.Join(", ", names[true])), s_secondaryStyle)
            );
        }

        return grid;
    }
}
