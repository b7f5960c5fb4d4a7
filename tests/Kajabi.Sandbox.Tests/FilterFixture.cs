using System.Globalization;
using Kajabi.Areas.Internal;
using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>A sandbox with random resources in each list that has attribute filters.</summary>
public sealed class FilterFixture : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    internal static IEnumerable<ResourceTypeOperations> Types =>
        GeneratedOperations.All.Where(static type => type.List is { Query.AttributeFilters.Count: > 0 });

    internal static QueryDeclaration GetQuery(string type) => Types.Single(one => one.Type == type).List!.Query;

    internal static JsonApiMemberKind GetKind(string type, string attribute) =>
        GeneratedResources.Create(type)!.Attributes.Members.FindKind(attribute) ?? throw new ArgumentException(attribute);

    /// <summary>Reads the rows of a list with the SDK.</summary>
    internal async Task<IReadOnlyList<(string Id, JObject Attributes)>> ReadAsync(
        string type,
        IEnumerable<(string Name, string Value)> parameters
    )
    {
        ListOperation list = Types.Single(one => one.Type == type).List!;
        KajabiQuery query = list.Query.Create();
        query.AdditionalParameters["page[size]"] = "500";
        foreach ((string name, string value) in parameters)
        {
            query.AdditionalParameters[name] = value;
        }

        Document page = await list.GetPages(_sandbox.Client, query, false).FirstAsync();
        return [.. page.PrimaryData.Select(static row => (row.Id!, GetAttributes(row)))];
    }

    public async Task InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        foreach (ResourceTypeOperations type in Types)
        {
            IEnumerable<string> names = type.List!.Query.AttributeFilters.Select(static filter => filter.Name)
                .Union(type.List.Query.Sorts)
                .Order(StringComparer.Ordinal);
            FilterData.AddTo(_sandbox.Sandbox.Store, type.Type, names.Select(name => (name, GetKind(type.Type, name))));
        }
    }

    public Task DisposeAsync() => _sandbox.DisposeAsync();

    // Serialized attributes contain the values as the sandbox sent them.
    private static JObject GetAttributes(Resource row)
    {
        using Newtonsoft.Json.JsonTextReader reader = new(new StringReader(JsonApiSerializer.Serialize(row)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
            Culture = CultureInfo.InvariantCulture,
        };
        return (JObject)JObject.Load(reader)["attributes"]!;
    }
}
