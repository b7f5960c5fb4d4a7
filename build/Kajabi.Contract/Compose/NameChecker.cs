using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>
/// Refuses names that only a number could tell apart, because such a name changes when its neighbour does. A member whose name is taken
/// is left out, so that a lenient build compiles.
/// </summary>
internal static class NameChecker
{
    private static readonly string[] s_ofObject =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    private static readonly HashSet<string> s_inAttributes =
    [
        .. s_ofObject,
        "Assign",
        "DeclaredMembers",
        "HasAssigned",
        "IsAssigned",
        "IsEmpty",
        "IsPresent",
        "Item",
        "Members",
        "Read",
        "ReadFrom",
        "ReadMember",
        "AdditionalMembers",
        "WriteMember",
        "WriteTo",
    ];

    private static readonly HashSet<string> s_inRelationships =
    [
        .. s_ofObject,
        "AllDeclared",
        "Declared",
        "DeclaredRelationships",
        "HasAssigned",
        "Item",
        "Present",
        "ReadFrom",
        "Table",
        "WriteTo",
    ];

    private static readonly HashSet<string> s_inEnum =
    [
        .. s_ofObject,
        "Create",
        "Deconstruct",
        "Descending",
        "IsListed",
        "PrintMembers",
        "Value",
    ];

    private static readonly HashSet<string> s_inQuery =
    [
        .. s_ofObject,
        "Additional",
        "AllSites",
        "Copy",
        "DeclaredParameters",
        "Fields",
        "WriteTo",
    ];

    public static bool IsReservedInQuery(string name, string owner) => s_inQuery.Contains(name) || name == owner;

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
                $"{second.Method.ToUpperInvariant()} {second.Path} would be `{second.Name}` as {same.First().Method.ToUpperInvariant()} {same.First().Path} is already."
            );
            model.Operations.RemoveAll(operation => operation != same.First() && same.Contains(operation));
        }

        foreach (OperationModel operation in model.Operations)
        {
            CheckPathParameters(operation, findings);
        }

        foreach (ResourceModel resource in model.Resources.Values)
        {
            Reject(
                    paths,
                    $"{resource.Name}Attributes",
                    resource.Attributes.Values.Select(static member => (member.WireName, member.Name)),
                    s_inAttributes,
                    findings
                )
                .ForEach(name => resource.Attributes.Remove(name));
            Reject(
                    paths,
                    $"{resource.Name}Relationships",
                    resource.Relationships.Keys.Select(static name => (name, Naming.Member(name))),
                    s_inRelationships,
                    findings
                )
                .ForEach(name => resource.Relationships.Remove(name));
        }

        foreach (ObjectModel one in model.Objects.Values.ToList())
        {
            List<string> rejected = Reject(
                paths,
                one.Name,
                one.Members.Select(static member => (member.WireName, member.Name)),
                s_inAttributes,
                findings
            );
            model.Objects[one.Name] = one with { Members = [.. one.Members.Where(member => !rejected.Contains(member.WireName))] };
        }

        foreach (EnumModel one in model.Enums.Values.ToList())
        {
            CheckEnum(one.Place ?? paths, one, model, findings);
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
                $"The resource types {string.Join(" and ", same.Select(static resource => $"`{resource.WireType}`"))} would all be `{same.Key}`."
            );
        }
    }

    /// <summary>Path parameters cannot be left out, so their names have to be usable.</summary>
    private static void CheckPathParameters(OperationModel operation, FindingCollector findings)
    {
        HashSet<string> taken = [];
        foreach (JObject parameter in operation.PathParameters)
        {
            string name = Naming.Parameter((string)parameter["name"]!);
            if (name.Length == 0 || !taken.Add(name))
            {
                string problem =
                    name.Length == 0
                        ? "contains no letter or digit to name a parameter after"
                        : $"would be `{name}`, as another path parameter is already";
                findings.Add(
                    Rule.InvalidIdentifier,
                    parameter,
                    $"The path parameter `{parameter["name"]}` of {operation.Method.ToUpperInvariant()} {operation.Path} {problem}."
                );
            }
        }
    }

    /// <summary>Values without a constant can still be sent and received, because the enums are open.</summary>
    private static void CheckEnum(JToken place, EnumModel one, ComposedModel model, FindingCollector findings)
    {
        foreach (string value in one.Values.Where(static value => Naming.Member(value).Length == 0))
        {
            findings.Add(
                Rule.NameWithoutIdentifier,
                place,
                $"The value `{value}` of {one.Name} contains no letter or digit to name a constant after."
            );
        }

        List<string> named = [.. one.Values.Where(static value => Naming.Member(value).Length > 0)];
        List<string> rejected = Reject(place, one.Name, named.Select(static value => (value, Naming.Member(value))), s_inEnum, findings);
        model.Enums[one.Name] = one with { Values = [.. named.Except(rejected)] };
    }

    /// <summary>Reports members whose C# name is taken, and returns the names of those to leave out.</summary>
    private static List<string> Reject(
        JToken place,
        string owner,
        IEnumerable<(string WireName, string Name)> members,
        HashSet<string> reserved,
        FindingCollector findings
    )
    {
        List<string> rejected = [];
        foreach (IGrouping<string, (string WireName, string Name)> same in members.GroupBy(static member => member.Name))
        {
            bool isReserved = reserved.Contains(same.Key) || same.Key == owner;
            if (same.Count() > 1 || isReserved)
            {
                findings.Add(
                    Rule.NameNeedsNumber,
                    place,
                    $"{string.Join(" and ", same.Select(static member => $"`{member.WireName}`"))} of {owner} would be `{same.Key}`, which is taken."
                );
                rejected.AddRange(same.Skip(isReserved ? 0 : 1).Select(static member => member.WireName));
            }
        }

        return rejected;
    }
}
