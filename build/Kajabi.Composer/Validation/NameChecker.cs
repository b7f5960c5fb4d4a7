using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// Reports duplicate C# names. They are not numbered, because the numbers would change with other members. A lenient build omits a member
/// whose name is already used, so that it compiles.
/// </summary>
internal static class NameChecker
{
    private static readonly string[] s_objectMembers =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    private static readonly HashSet<string> s_attributesMembers =
    [
        .. s_objectMembers,
        "AdditionalMembers",
        "Assign",
        "DeclaredMembers",
        "HasAssigned",
        "HasMembersToSend",
        "IsChange",
        "IsClosed",
        "IsEmpty",
        "IsModified",
        "IsPresent",
        "Item",
        "Members",
        "Merge",
        "MergeFrom",
        "Read",
        "ReadFrom",
        "ReadMember",
        "WriteMember",
        "WriteTo",
    ];

    private static readonly HashSet<string> s_relationshipsMembers =
    [
        .. s_objectMembers,
        "AllDeclared",
        "Declared",
        "DeclaredRelationships",
        "GetOrAdd",
        "HasAssigned",
        "Item",
        "MergeFrom",
        "Present",
        "ReadFrom",
        "Table",
        "WriteTo",
    ];

    private static readonly HashSet<string> s_enumMembers =
    [
        .. s_objectMembers,
        "Create",
        "Deconstruct",
        "Descending",
        "IsListed",
        "KnownValues",
        "PrintMembers",
        "Value",
    ];

    private static readonly HashSet<string> s_queryMembers =
    [
        .. s_objectMembers,
        "AdditionalParameters",
        "AllSites",
        "Copy",
        "DeclaredParameters",
        "Fields",
        "WriteTo",
    ];

    public static bool IsReservedInQuery(string name, string owner) => s_queryMembers.Contains(name) || name == owner;

    public static void Check(JObject contract, ComposedModel model, FindingCollector findings)
    {
        JToken paths = contract["paths"]!;
        foreach (
            IGrouping<string, OperationModel> same in model
                .Operations.GroupBy(static operation => $"{operation.Area}.{operation.Name}")
                .Where(static group => group.Count() > 1)
                .ToList()
        )
        {
            OperationModel second = same.Skip(1).First();
            findings.Add(
                Rule.NameNeedsNumber,
                second.Source,
                $"The name of {second.Method.ToUpperInvariant()} {second.Path} would be `{second.Name}`, "
                    + $"which is already the name of {same.First().Method.ToUpperInvariant()} {same.First().Path}."
            );
            model.Operations.RemoveAll(operation => operation != same.First() && same.Contains(operation));
        }

        foreach (OperationModel operation in model.Operations)
        {
            CheckMethodParameters(operation, findings);
        }

        foreach (ResourceModel resource in model.Resources.Values)
        {
            Reject(
                    paths,
                    $"{resource.Name}Attributes",
                    resource.Attributes.Values.Select(static member => (member.ApiName, member.Name)),
                    s_attributesMembers,
                    findings
                )
                .ForEach(name => resource.Attributes.Remove(name));
            Reject(
                    paths,
                    $"{resource.Name}Relationships",
                    resource.Relationships.Keys.Select(static name => (name, CSharpName.Member(name))),
                    s_relationshipsMembers,
                    findings
                )
                .ForEach(name => resource.Relationships.Remove(name));
        }

        foreach (ObjectModel one in model.Objects.Values.ToList())
        {
            List<string> rejected = Reject(
                paths,
                one.Name,
                one.Members.Select(static member => (member.ApiName, member.Name)),
                s_attributesMembers,
                findings
            );
            model.Objects[one.Name] = one with { Members = [.. one.Members.Where(member => !rejected.Contains(member.ApiName))] };
        }

        foreach (EnumModel one in model.Enums.Values.ToList())
        {
            CheckEnum(one.Location ?? paths, one, model, findings);
        }

        foreach (
            IGrouping<string, ResourceModel> same in model
                .Resources.Values.GroupBy(static resource => resource.Name)
                .Where(static group => group.Count() > 1)
        )
        {
            findings.Add(
                Rule.NameNeedsNumber,
                paths,
                $"The resource types {string.Join(" and ", same.Select(static resource => $"`{resource.ResourceType}`"))} "
                    + $"would have the same class name `{same.Key}`."
            );
        }
    }

    /// <summary>Checks the names of path and header parameters, which cannot be omitted.</summary>
    private static void CheckMethodParameters(OperationModel operation, FindingCollector findings)
    {
        HashSet<string> used = [];
        foreach (JObject parameter in operation.PathParameters.Concat(operation.HeaderParameters))
        {
            string name = CSharpName.Parameter((string)parameter["name"]!);
            if (name.Length == 0 || !used.Add(name))
            {
                string problem =
                    name.Length == 0
                        ? "contains no letter or digit, so it has no C# name"
                        : $"would be `{name}` in C#, like another parameter";
                findings.Add(
                    Rule.InvalidIdentifier,
                    parameter,
                    $"The {parameter["in"]} parameter `{parameter["name"]}` of {operation.Method.ToUpperInvariant()} {operation.Path} {problem}."
                );
            }
        }
    }

    /// <summary>Omits values without a valid name. They can still be sent and received, because the enums are extensible.</summary>
    private static void CheckEnum(JToken location, EnumModel one, ComposedModel model, FindingCollector findings)
    {
        foreach (string value in one.Values.Where(static value => CSharpName.Member(value).Length == 0))
        {
            findings.Add(
                Rule.NameWithoutIdentifier,
                location,
                $"The value `{value}` of {one.Name} contains no letter or digit, so it has no C# name."
            );
        }

        List<string> named = [.. one.Values.Where(static value => CSharpName.Member(value).Length > 0)];
        List<string> rejected = Reject(
            location,
            one.Name,
            named.Select(static value => (value, CSharpName.Member(value))),
            s_enumMembers,
            findings
        );
        model.Enums[one.Name] = one with { Values = [.. named.Except(rejected)] };
    }

    /// <summary>Reports members whose C# name is already used or reserved, and returns the names of those to omit.</summary>
    private static List<string> Reject(
        JToken location,
        string owner,
        IEnumerable<(string ApiName, string Name)> members,
        HashSet<string> reserved,
        FindingCollector findings
    )
    {
        List<string> rejected = [];
        foreach (IGrouping<string, (string ApiName, string Name)> same in members.GroupBy(static member => member.Name))
        {
            bool isReserved = reserved.Contains(same.Key) || same.Key == owner;
            if (same.Count() > 1 || isReserved)
            {
                findings.Add(
                    Rule.NameNeedsNumber,
                    location,
                    $"{string.Join(" and ", same.Select(static member => $"`{member.ApiName}`"))} of {owner} would be `{same.Key}`, "
                        + "which is already used or reserved."
                );
                rejected.AddRange(same.Skip(isReserved ? 0 : 1).Select(static member => member.ApiName));
            }
        }

        return rejected;
    }
}
