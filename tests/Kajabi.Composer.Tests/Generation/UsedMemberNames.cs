using Kajabi.Composer.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// The names that properties of generated types must not have: members of their base types, other members of the types, and names in their
/// code that a property would hide.
/// </summary>
internal static class UsedMemberNames
{
    private const string Client = "Client";

    private static readonly Dictionary<string, string> s_groups = new()
    {
        ["attributes"] = "Attributes",
        ["object"] = "Attributes",
        ["relationships"] = "Relationships",
        ["enum"] = "Enum",
        ["field-enum"] = "Enum",
        ["include-enum"] = "Enum",
        ["sort-enum"] = "Enum",
        ["query"] = "Query",
        ["fieldsets"] = "Fieldsets",
        ["filter"] = "Filter",
        ["client"] = Client,
    };

    /// <summary>Returns the names by the group of the type, such as <c>Attributes.IsEmpty</c>.</summary>
    /// <param name="compilation">The generated and the handwritten code.</param>
    /// <param name="composed">The composed document.</param>
    public static IEnumerable<string> Find(Compilation compilation, JObject composed)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (
            JToken extension in composed["components"]!["schemas"]!
                .Children<JProperty>()
                .Select(static schema => schema.Value[CSharpExtension.Keyword])
                .OfType<JToken>()
        )
        {
            if (!s_groups.TryGetValue((string)extension["kind"]!, out string? group))
            {
                continue;
            }

            HashSet<string> ofContract =
            [
                .. (extension["members"] ?? new JArray())
                    .Select(static member => (string?)member["name"])
                    .OfType<string>()
                    .SelectMany(static name => (string[])[name, "_m" + name]),
            ];
            INamedTypeSymbol type = compilation.GetTypeByMetadataName($"Kajabi.{extension["name"]}")!;
            IEnumerable<string> used = type
                .DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
                .SelectMany(declaration => Hidden(declaration, compilation.GetSemanticModel(declaration.SyntaxTree)));
            IEnumerable<string> roots = group == Client ? type.DeclaringSyntaxReferences.SelectMany(Namespaces) : [];
            names.UnionWith(
                Members(type).Concat(used).Concat(roots).Where(name => !ofContract.Contains(name)).Select(name => $"{group}.{name}")
            );
        }

        return names;
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type)
    {
        IEnumerable<ISymbol> members = type.GetMembers();
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            members = members.Concat(parent.GetMembers().Where(static member => member.DeclaredAccessibility != Accessibility.Private));
        }

        // Properties start with an upper-case letter, unless it is a digit.
        return members
            .Where(static member => member.CanBeReferencedByName || member is IPropertySymbol { IsIndexer: true })
            .Select(static member => member.MetadataName.Split('`')[0])
            .Where(static name => char.IsUpper(name[0]));
    }

    /// <summary>Returns the types and namespaces at the start of expressions.</summary>
    private static IEnumerable<string> Hidden(SyntaxNode declaration, SemanticModel model) =>
        declaration
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Select(static access => access.Expression)
            .OfType<SimpleNameSyntax>()
            .Where(name => model.GetSymbolInfo(name).Symbol is INamespaceOrTypeSymbol)
            .Select(static name => name.Identifier.ValueText);

    private static IEnumerable<string> Namespaces(SyntaxReference declaration)
    {
        CompilationUnitSyntax unit = (CompilationUnitSyntax)declaration.SyntaxTree.GetRoot();
        return unit.DescendantNodes()
            .OfType<UsingDirectiveSyntax>()
            .Select(static directive => directive.Name!)
            .Concat(unit.Members.OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name))
            .Select(static name => name.ToString().Replace("global::", string.Empty, StringComparison.Ordinal).Split('.')[0]);
    }
}
