using Kajabi.Composer.Handwritten;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Finds the generated types and members that each public handwritten type or member needs, itself or through other handwritten code.
/// The unit is the code that a build leaves out as a whole.
/// </summary>
internal sealed class HandwrittenNeeds
{
    // Every document generates the client itself.
    private static readonly string[] s_clients = ["IKajabiClient", "KajabiClient"];

    private readonly Compilation _compilation;
    private readonly SyntaxTree _generated;
    private readonly Dictionary<SyntaxNode, HashSet<string>> _needs = [];
    private readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>> _uses = [];

    private HandwrittenNeeds(Compilation compilation, SyntaxTree generated) => (_compilation, _generated) = (compilation, generated);

    /// <param name="compilation">The handwritten and the generated code.</param>
    /// <param name="generated">The generated code.</param>
    public static IReadOnlyList<HandwrittenUnit> Find(Compilation compilation, SyntaxTree generated)
    {
        HandwrittenNeeds needs = new(compilation, generated);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree != generated))
        {
            needs.Visit(tree);
            needs.AddImplementations(tree);
        }

        needs.AddTransitive();
        return
        [
            .. needs
                ._needs.Where(static pair => pair.Value.Count > 0)
                .SelectMany(pair => needs.Describe(pair.Key, pair.Value))
                .OrderBy(static unit => unit.Type, StringComparer.Ordinal)
                .ThenBy(static unit => unit.Name, StringComparer.Ordinal)
                .ThenBy(static unit => unit.Signature, StringComparer.Ordinal),
        ];
    }

    private void Visit(SyntaxTree tree)
    {
        SemanticModel model = _compilation.GetSemanticModel(tree);
        foreach (
            SyntaxNode node in tree.GetRoot()
                .DescendantNodes()
                .Where(static node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax)
        )
        {
            // An arm of a switch or a `using` is left out alone.
            if (UnitOf(node) is not MemberDeclarationSyntax unit)
            {
                continue;
            }

            SymbolInfo info = model.GetSymbolInfo(node);
            AddUse(unit, node is SimpleNameSyntax ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : model.GetTypeInfo(node).Type);
            if (unit.Parent is TypeDeclarationSyntax type)
            {
                Set(_uses, unit).Add(type);
            }
        }
    }

    /// <summary>A member of a handwritten interface is left out together with its implementation.</summary>
    private void AddImplementations(SyntaxTree tree)
    {
        SemanticModel model = _compilation.GetSemanticModel(tree);
        foreach (
            INamedTypeSymbol type in tree.GetRoot()
                .DescendantNodes()
                .OfType<ClassDeclarationSyntax>()
                .Select(one => model.GetDeclaredSymbol(one)!)
        )
        {
            foreach (ISymbol member in type.AllInterfaces.SelectMany(static one => one.GetMembers()))
            {
                foreach (SyntaxReference declaration in member.DeclaringSyntaxReferences.Where(one => !IsGenerated(one.GetSyntax())))
                {
                    if (UnitOf(declaration.GetSyntax()) is { } unit)
                    {
                        AddUse(unit, type.FindImplementationForInterfaceMember(member));
                    }
                }
            }
        }
    }

    private void AddUse(SyntaxNode unit, ISymbol? symbol)
    {
        symbol = symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } property } => property,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
            IMethodSymbol method => method.ReducedFrom ?? method,
            _ => symbol,
        };
        if (symbol is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol))
        {
            return;
        }

        SyntaxNode[] declarations = [.. symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(static one => one.GetSyntax())];
        if (declarations.Any(IsGenerated))
        {
            Set(_needs, unit).UnionWith(Key(symbol.OriginalDefinition));
        }
        else
        {
            Set(_uses, unit).UnionWith(declarations.Select(UnitOf).OfType<SyntaxNode>().Where(used => used != unit));
        }
    }

    private void AddTransitive()
    {
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach ((SyntaxNode unit, HashSet<SyntaxNode> used) in _uses)
            {
                HashSet<string> needs = Set(_needs, unit);
                int count = needs.Count;
                needs.UnionWith(used.SelectMany(other => _needs.GetValueOrDefault(other) ?? []).ToList());
                isChanged |= needs.Count > count;
            }
        }
    }

    private IEnumerable<HandwrittenUnit> Describe(SyntaxNode unit, HashSet<string> needs)
    {
        SemanticModel model = _compilation.GetSemanticModel(unit.SyntaxTree);
        IEnumerable<ISymbol?> declared = unit is BaseFieldDeclarationSyntax field
            ? field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable))
            : [model.GetDeclaredSymbol(unit)];
        string[] minimal = [.. needs.Where(need => !needs.Any(other => other.StartsWith(need + ".", StringComparison.Ordinal)))];
        Array.Sort(minimal, StringComparer.Ordinal);

        // A part of a generated type remains as long as the type is generated.
        return declared
            .OfType<ISymbol>()
            .Where(symbol =>
                IsPublic(symbol)
                && !(symbol is INamedTypeSymbol && symbol.DeclaringSyntaxReferences.Any(one => IsGenerated(one.GetSyntax())))
            )
            .Select(symbol =>
                symbol is INamedTypeSymbol
                    ? new HandwrittenUnit(symbol.Name, null, ApiSignature.Format(symbol), minimal)
                    : new HandwrittenUnit(symbol.ContainingType.Name, symbol.Name, ApiSignature.Format(symbol), minimal)
            );
    }

    /// <summary>Returns the name of a generated member with the type of a property, or the name of a generated type.</summary>
    private static IEnumerable<string> Key(ISymbol symbol)
    {
        INamedTypeSymbol type = symbol as INamedTypeSymbol ?? symbol.ContainingType;

        // The constants of an extensible enum have the names of its values.
        type = type.ContainingType ?? type;
        if (!IsPublic(type))
        {
            return [];
        }

        bool isMember = symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol && IsPublic(symbol) && !symbol.IsOverride;
        return symbol switch
        {
            // Every extensible enum has this member.
            IPropertySymbol { Name: "Value" } when type.IsRecord => [type.Name],
            IPropertySymbol { IsStatic: false } property when isMember =>
            [
                $"{type.Name}.{property.Name}: {ApiSignature.FormatUse(property.Type)}",
            ],
            _ when isMember => [$"{type.Name}.{symbol.Name}"],
            _ => s_clients.Contains(type.Name) ? [] : [type.Name],
        };
    }

    private bool IsGenerated(SyntaxNode declaration) => declaration.SyntaxTree == _generated;

    /// <summary>Returns the code that is left out if a node has an error; without its constructor, a type cannot be used.</summary>
    private static SyntaxNode? UnitOf(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(RemovableCode.IsRemovable) is { } unit
            ? unit is ConstructorDeclarationSyntax
                ? unit.Parent
                : unit
            : null;

    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

    private static HashSet<T> Set<T>(Dictionary<SyntaxNode, HashSet<T>> sets, SyntaxNode unit) =>
        sets.TryGetValue(unit, out HashSet<T>? set) ? set : sets[unit] = [];
}
