using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// Reports duplicate C# names. They are not numbered, because the numbers would change with other members. A lenient build omits a member
/// whose name is already used, so that it compiles.
/// </summary>
internal static class NameChecker
{
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
                ComposerRules.NameNeedsNumber,
                second.Source,
                $"The name of {second.Method.ToUpperInvariant()} {second.Path} would be `{second.Name}`, "
                    + $"which is already the name of {same.First().Method.ToUpperInvariant()} {same.First().Path}. "
                    + ProposedAction.Format(second.Source, NameKeywords.Operation)
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
                    $"{resource.Name}Attributes",
                    resource.Attributes.Values.Select(static member => (member.ApiName, member.Name, member.Location)),
                    ReservedMembers.Attributes,
                    Rename,
                    findings
                )
                .ForEach(name => resource.Attributes.Remove(name));
            Reject(
                    $"{resource.Name}Relationships",
                    resource.Relationships.Values.Select(static one => (one.ApiName, one.Name, one.Location)),
                    ReservedMembers.Relationships,
                    Rename,
                    findings
                )
                .ForEach(name => resource.Relationships.Remove(name));
        }

        foreach (ObjectModel one in model.Objects.Values.ToList())
        {
            List<string> rejected = Reject(
                one.Name,
                one.Members.Select(static member => (member.ApiName, member.Name, member.Location)),
                ReservedMembers.Attributes,
                Rename,
                findings
            );
            model.Objects[one.Name] = one with { Members = [.. one.Members.Where(member => !rejected.Contains(member.ApiName))] };
        }

        foreach (EnumModel one in model.Enums.Values.ToList())
        {
            CheckEnum(one.Location ?? paths, one, model, findings);
        }
    }

    private static string Rename(string apiName, JToken location) => ProposedAction.Format(location, NameKeywords.Member);

    /// <summary>Checks the names of path and header parameters, which cannot be omitted.</summary>
    private static void CheckMethodParameters(OperationModel operation, FindingCollector findings)
    {
        HashSet<string> used = [];
        foreach (JObject parameter in operation.PathParameters.Concat(operation.HeaderParameters))
        {
            string name = CSharpName.Parameter(parameter);
            if (name.Length == 0 || !used.Add(name))
            {
                string problem =
                    name.Length == 0
                        ? "contains no letter or digit, so it has no C# name"
                        : $"would be `{name}` in C#, like another parameter";
                findings.Add(
                    ComposerRules.InvalidIdentifier,
                    parameter,
                    $"The {parameter["in"]} parameter `{parameter["name"]}` of "
                        + $"{operation.Method.ToUpperInvariant()} {operation.Path} {problem}. "
                        + ProposedAction.Format(parameter, NameKeywords.Member)
                );
            }
        }
    }

    /// <summary>Omits values without a valid name. They can still be sent and received, because the enums are extensible.</summary>
    private static void CheckEnum(JToken location, EnumModel one, ComposedModel model, FindingCollector findings)
    {
        foreach (string value in one.Values.Where(value => one.NameOf(value).Length == 0))
        {
            findings.Add(
                ComposerRules.NameWithoutIdentifier,
                ValueLocation(location, value),
                $"The value `{value}` of {one.Name} contains no letter or digit, so it has no C# name. "
                    + ProposedAction.FormatValue(location, value)
            );
        }

        List<string> named = [.. one.Values.Where(value => one.NameOf(value).Length > 0)];
        List<string> rejected = Reject(
            one.Name,
            named.Select(value => (value, one.NameOf(value), ValueLocation(location, value))),
            ReservedMembers.Enum,
            (value, _) => ProposedAction.FormatValue(location, value),
            findings
        );
        model.Enums[one.Name] = one with { Values = [.. named.Except(rejected)] };
    }

    /// <summary>Returns the location of a value of an enum, if one schema lists it.</summary>
    private static JToken ValueLocation(JToken schema, string value) =>
        ((schema as JObject)?["enum"] as JArray)?.FirstOrDefault(one => one is JValue { Value: string text } && text == value) ?? schema;

    /// <summary>
    /// Reports each member whose C# name is already used or reserved, at its own location, and returns the names of those to omit.
    /// </summary>
    private static List<string> Reject(
        string owner,
        IEnumerable<(string ApiName, string Name, JToken Location)> members,
        IReadOnlySet<string> reserved,
        Func<string, JToken, string> remedy,
        FindingCollector findings
    )
    {
        List<string> rejected = [];
        Dictionary<string, string> used = [];
        foreach ((string apiName, string name, JToken location) in members)
        {
            bool isReserved = ReservedMembers.IsReserved(reserved, name, owner);
            if (isReserved || !used.TryAdd(name, apiName))
            {
                string other = isReserved ? string.Empty : $"`{used[name]}` and ";
                findings.Add(
                    ComposerRules.NameNeedsNumber,
                    location,
                    $"{other}`{apiName}` of {owner} would be `{name}`, which is already used or reserved. {remedy(apiName, location)}"
                );
                rejected.Add(apiName);
            }
        }

        return rejected;
    }
}
