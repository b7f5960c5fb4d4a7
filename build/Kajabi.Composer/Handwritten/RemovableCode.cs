using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Handwritten;

/// <summary>Code that can be left out because of an error in it: a member, a type, an arm of a switch or a <c>using</c>.</summary>
/// <param name="Node">The code.</param>
/// <param name="Reason">The reason, as a clause.</param>
internal sealed record RemovableCode(SyntaxNode Node, string Reason)
{
    // A name, member or namespace is not found.
    private static readonly HashSet<string> s_missingName = ["CS0103", "CS0117", "CS0234", "CS0246", "CS0426", "CS1061"];

    /// <summary>Gets the text to remove, with the comments before it and a comma after it.</summary>
    public TextSpan Span =>
        Node is SwitchExpressionArmSyntax && Node.GetLastToken().GetNextToken() is var comma && comma.IsKind(SyntaxKind.CommaToken)
            ? TextSpan.FromBounds(Node.FullSpan.Start, comma.Span.End)
            : Node.FullSpan;

    /// <summary>Gets the names that the code declares: those of the member or type, and of all members of the type.</summary>
    public IEnumerable<string> DeclaredNames =>
        Node.DescendantNodesAndSelf(static node => node is BaseTypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .SelectMany(static member => (Name(member) ?? string.Empty).Split(", ", StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Returns the code to leave out because of an error.</summary>
    public static IEnumerable<RemovableCode> Find(Compilation compilation, Diagnostic error)
    {
        SyntaxNode node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        if (error.Id is "CS0535" && compilation.GetSemanticModel(node.SyntaxTree) is var model)
        {
            return UnimplementedMembers(model, node);
        }

        return node.AncestorsAndSelf().FirstOrDefault(IsRemovable) is { } removable
            ? [new RemovableCode(GetUnit(removable), GetReason(compilation, node, error))]
            : [];
    }

    // Without its only constructor, a class would have a public one that sets nothing.
    private static SyntaxNode GetUnit(SyntaxNode node) => node is ConstructorDeclarationSyntax ? node.Parent! : node;

    /// <summary>Returns whether a node can be left out.</summary>
    public static bool IsRemovable(SyntaxNode node) =>
        node
            is SwitchExpressionArmSyntax
                or UsingDirectiveSyntax
                or (MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax);

    public LeftOutCode Describe()
    {
        FileLinePositionSpan position = Node.GetLocation().GetLineSpan();
        return new LeftOutCode(
            new SourcePosition(Node.SyntaxTree.FilePath, position.StartLinePosition.Line + 1, position.StartLinePosition.Character + 1),
            string.Join('.', Node.AncestorsAndSelf().Select(Name).OfType<string>().Reverse()),
            Reason
        );
    }

    /// <summary>A class does not implement an interface of which a member was left out: the interface does not need it either.</summary>
    private static IEnumerable<RemovableCode> UnimplementedMembers(SemanticModel model, SyntaxNode node)
    {
        if (
            node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration) is not { } type
        )
        {
            yield break;
        }

        foreach (ISymbol member in type.AllInterfaces.SelectMany(static one => one.GetMembers()))
        {
            if (type.FindImplementationForInterfaceMember(member) is null)
            {
                foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
                {
                    yield return new RemovableCode(reference.GetSyntax(), $"{type.Name} does not implement it");
                }
            }
        }
    }

    private static string GetReason(Compilation compilation, SyntaxNode node, Diagnostic error) =>
        s_missingName.Contains(error.Id)
        && node.DescendantTokens().FirstOrDefault(static token => token.IsKind(SyntaxKind.IdentifierToken))
            is { ValueText.Length: > 0 } name
            ? $"it needs `{GetOwner(compilation, node)}{name}`, which does not exist for this OpenAPI document"
            : $"it does not compile with this OpenAPI document ({error.Id}: {error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.')})";

    /// <summary>Returns the type that lacks a member, with a period; empty for a name without a type.</summary>
    private static string GetOwner(Compilation compilation, SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax access
        && access.Name == node
        && compilation.GetSemanticModel(node.SyntaxTree).GetTypeInfo(access.Expression).Type is { Name.Length: > 0 } type
            ? $"{type.Name}."
            : string.Empty;

    private static string? Name(SyntaxNode node) =>
        node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            EventDeclarationSyntax @event => @event.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            BaseFieldDeclarationSyntax field => string.Join(
                ", ",
                field.Declaration.Variables.Select(static one => one.Identifier.ValueText)
            ),
            SwitchExpressionArmSyntax arm => arm.Pattern.ToString(),
            UsingDirectiveSyntax directive => directive.Name?.ToString(),
            _ => null,
        };
}
