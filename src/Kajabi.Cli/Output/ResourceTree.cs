using System.Globalization;
using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// Draws a resource as a tree for people: its attributes, then its relations with their resources below them. Each
/// resource is drawn once, where it is nearest to the root, and named where it stands again.
/// </summary>
internal sealed class ResourceTree
{
    private static readonly Style s_quiet = new(Color.Grey);
    private static readonly Style s_strong = new(decoration: Decoration.Bold);

    private readonly ResourcePlacement _placement;

    private ResourceTree(ResourcePlacement placement)
    {
        _placement = placement;
    }

    /// <param name="resource">The resource.</param>
    /// <param name="placement">Where its related resources are drawn; null to decide it for this resource alone.</param>
    public static Tree Draw(Resource resource, ResourcePlacement? placement = null)
    {
        Tree tree = new(Title(resource)) { Guide = TreeGuide.Line };
        new ResourceTree(placement ?? new ResourcePlacement(resource)).Fill(tree, resource, depth: 0);
        return tree;
    }

    private void Fill(IHasTreeNodes node, Resource resource, int depth)
    {
        Grid attributes = Attributes(resource.Attributes);
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
            node.AddNode(Line(relationship.Name, relationship.State == RelationshipState.Empty ? "none" : "not loaded"));
            return;
        }

        RelatedResource[] all = [.. RelatedResource.Of(relationship)];
        if (!relationship.IsToMany)
        {
            AddRelated(node, relationship, all[0], $"{TerminalSanitizer.Of(relationship.Name)}: ", depth);
            return;
        }

        TreeNode list = node.AddNode(Line(relationship.Name, string.Create(CultureInfo.InvariantCulture, $"({all.Length})")));
        foreach (RelatedResource related in all)
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
        bool isHere = !isTooDeep && _placement.TryShow(resource, relationship);
        string? remark =
            isHere ? null
            : isTooDeep ? "too deep to show"
            : _placement.IsShown(resource) ? "see above"
            : "see below";
        Append(line, resource.Type, resource.HasId ? resource.Id : null, remark);
        TreeNode child = node.AddNode(line);
        if (isHere)
        {
            Fill(child, resource, depth);
        }
    }

    private static Paragraph Title(Resource resource)
    {
        Paragraph title = new();
        Append(title, resource.Type, resource.HasId ? resource.Id : null, null);
        return title;
    }

    private static Paragraph Line(string name, string remark) => new Paragraph(TerminalSanitizer.Of(name)).Append(" " + remark, s_quiet);

    private static void Append(Paragraph line, string type, string? id, string? remark)
    {
        line.Append(TerminalSanitizer.Of(type), s_strong);
        line.Append(id is null ? string.Empty : " " + TerminalSanitizer.Of(id), s_strong);
        line.Append(remark is null ? string.Empty : $" ({remark})", s_quiet);
    }

    private static Grid Attributes(JsonApiObject attributes)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn(new GridColumn().PadRight(0));
        ILookup<bool, string> names = AttributeText.Names(attributes).ToLookup(name => AttributeText.Value(attributes, name) is null);
        foreach (string name in names[false])
        {
            grid.AddRow(new Text(TerminalSanitizer.Of(name), s_quiet), new Text(AttributeText.Value(attributes, name)!));
        }

        // Many attributes are null in most answers; one line for all of them keeps the rest readable.
        if (names[true].Any())
        {
            grid.AddRow(new Text("null", s_quiet), new Text(TerminalSanitizer.Of(string.Join(", ", names[true])), s_quiet));
        }

        return grid;
    }
}
