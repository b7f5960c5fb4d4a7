using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Refuses names that only a number could tell apart, because such a name changes when its neighbour does.</summary>
internal static class NameChecker
{
    // Members that every attributes class has already.
    private static readonly HashSet<string> s_reserved = ["DeclaredMembers", "UndeclaredMembers", "Members", "IsReceived", "IsAssigned", "Item", "ToString", "GetType", "Equals", "GetHashCode"];

    public static void Check(JObject contract, ComposedModel model, FindingList findings)
    {
        foreach (IGrouping<string, OperationModel> same in model.Operations.GroupBy(static operation => $"{operation.Area}.{operation.Name}").Where(static group => group.Count() > 1))
        {
            OperationModel second = same.Skip(1).First();
            findings.Add(Rule.NameNeedsNumber, second.Source, $"{second.Method.ToUpperInvariant()} {second.Path} would be `{second.Name}` as {same.First().Method.ToUpperInvariant()} {same.First().Path} is already.");
        }

        foreach (ResourceModel resource in model.Resources.Values)
        {
            CheckMembers(contract, $"{resource.Name}Attributes", resource.Attributes.Values.Select(static member => (member.WireName, member.Name)), findings);
            CheckMembers(contract, $"{resource.Name}Relationships", resource.Relationships.Keys.Select(static name => (name, Naming.Pascal(name))), findings);
        }

        foreach (ObjectModel one in model.Objects.Values)
        {
            CheckMembers(contract, one.Name, one.Members.Select(static member => (member.WireName, member.Name)), findings);
        }

        foreach (IGrouping<string, ResourceModel> same in model.Resources.Values.GroupBy(static resource => resource.Name).Where(static group => group.Count() > 1))
        {
            findings.Add(Rule.NameNeedsNumber, contract["paths"]!, $"The resource types {string.Join(" and ", same.Select(static resource => $"`{resource.WireType}`"))} would all be `{same.Key}`.");
        }
    }

    private static void CheckMembers(JObject contract, string owner, IEnumerable<(string WireName, string Name)> members, FindingList findings)
    {
        foreach (IGrouping<string, (string WireName, string Name)> same in members.GroupBy(static member => member.Name))
        {
            if (same.Count() > 1 || s_reserved.Contains(same.Key) || same.Key == owner)
            {
                findings.Add(Rule.NameNeedsNumber, contract["paths"]!, $"{string.Join(" and ", same.Select(static member => $"`{member.WireName}`"))} of {owner} would be `{same.Key}`, which is taken.");
            }
        }
    }
}
