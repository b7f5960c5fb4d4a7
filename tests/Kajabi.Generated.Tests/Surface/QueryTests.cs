using System.Collections;
using System.Net;
using System.Reflection;
using Kajabi.Tests.Client;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Surface;

/// <summary>Every query object with every property set, on the wire.</summary>
public sealed class QueryTests
{
    public static TheoryData<Type> QueryTypes => [.. GeneratedSurface.Queries];

    [Theory]
    [MemberData(nameof(QueryTypes))]
    public async Task Every_property_arrives_as_one_parameter_with_its_value(Type type)
    {
        KajabiQuery query = (KajabiQuery)Activator.CreateInstance(type)!;
        List<string> expected = [];
        foreach (
            PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => property.CanWrite && property.Name != nameof(ListContactsQuery.AllSites))
        )
        {
            expected.AddRange(
                property.PropertyType.IsSubclassOf(typeof(SparseFieldsets)) ? SetFieldsets(query, property) : Set(query, property)
            );
        }

        IReadOnlyList<KeyValuePair<string, string>> sent = await SendAsync(type, query);

        Assert.Equal(expected.Order(StringComparer.Ordinal), sent.Select(parameter => parameter.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            query.DeclaredParameters.Order(StringComparer.Ordinal),
            sent.Select(parameter => parameter.Key)
                .Where(name => !name.StartsWith("fields[", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(QueryTypes))]
    public void Every_parameter_of_the_vendor_has_a_property(Type type)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string[] operation = GeneratedSurface.Key(OperationOf(type)).Split(' ');
        JObject vendor = YamlTree.Load(Path.Combine(ReferenceFolder.Path, "vendor", "openapi-1.1.0.yaml"));
        JToken path = vendor["paths"]![operation[1]]!;
        IEnumerable<string> declared = (path["parameters"] ?? new JArray())
            .Concat(path[operation[0].ToLowerInvariant()]!["parameters"] ?? new JArray())
            .Where(parameter => (string?)parameter["in"] == "query")
            .Select(parameter => (string)parameter["name"]!);
        KajabiQuery query = (KajabiQuery)Activator.CreateInstance(type)!;
        if (type.GetProperty("Fields") is { } fields)
        {
            Assert.NotEmpty(SetFieldsets(query, fields));
        }

        QueryWriter writer = new();
        query.WriteTo(writer);

        Assert.Empty(declared.Except(query.DeclaredParameters).Except(writer.Parameters.Select(parameter => parameter.Key)));
    }

    [Fact]
    public async Task What_the_contract_does_not_list_is_sent_as_it_was_said()
    {
        ListContactsQuery query = new()
        {
            AdditionalParameters = { ["filter[title_start]"] = "a&b=1#x +%" },
            Include = ["new_path"],
            Sort = [ContactSort.CreatedAt.Descending],
            Fields = { Customers = ["custom_17"], ["new_type"] = ["x", "y"] },
        };

        IReadOnlyList<KeyValuePair<string, string>> sent = await SendAsync(typeof(ListContactsQuery), query);

        Assert.Equal(
            [
                "fields[customers]=custom_17",
                "fields[new_type]=x,y",
                "filter[title_start]=a&b=1#x +%",
                "include=new_path",
                "sort=-created_at",
            ],
            sent.Select(parameter => $"{parameter.Key}={parameter.Value}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_query_in_which_nothing_is_said_sends_nothing() =>
        Assert.Empty(await SendAsync(typeof(ListContactsQuery), new ListContactsQuery()));

    private static MethodInfo OperationOf(Type query) =>
        GeneratedSurface.Operations.Single(operation => operation.GetParameters().Any(parameter => parameter.ParameterType == query));

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> SendAsync(Type type, KajabiQuery query)
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        Uri? address = null;
        kajabi.Network.Fallback.Respond(request =>
        {
            address = request.RequestUri;
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        await Assert.ThrowsAsync<KajabiApiException>(() => GeneratedSurface.CallAsync(kajabi.Client, OperationOf(type), query));
        return
        [
            .. address!
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))),
        ];
    }

    /// <summary>Sets a property to a sample of its type and gives the values that shall arrive.</summary>
    private static IEnumerable<string> Set(KajabiQuery query, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            SetList(query, property, type.GetGenericArguments()[0]);

            // Repeated parameters arrive one by one, lists with commas as one.
            bool isRepeated = property.Name == nameof(ListProductsQuery.ExcludeProductTypes);
            return isRepeated ? ["one", "two"] : ["one,two"];
        }

        (object value, string wire) = type switch
        {
            _ when type == typeof(string) => ((object)"a b&c", "a b&c"),
            _ when type == typeof(bool) => (true, "true"),
            _ when type == typeof(int) => (3, "3"),
            _ when type == typeof(long) => (2148432935L, "2148432935"),
            _ when type == typeof(decimal) => (1.50m, "1.50"),
            _ when type == typeof(DateOnly) => (new DateOnly(2026, 1, 2), "2026-01-02"),
            _ => (Activator.CreateInstance(type, "listed")!, "listed"),
        };
        property.SetValue(query, value);
        return [wire];
    }

    private static List<string> SetFieldsets(KajabiQuery query, PropertyInfo property)
    {
        object fieldsets = property.GetValue(query)!;
        List<string> expected = [];
        foreach (
            PropertyInfo fields in property.PropertyType.GetProperties(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
            )
        )
        {
            SetList(fieldsets, fields, fields.PropertyType.GetGenericArguments()[0]);
            expected.Add("one,two");
        }

        return expected;
    }

    private static void SetList(object owner, PropertyInfo property, Type element)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (string value in (string[])["one", "two"])
        {
            list.Add(element == typeof(string) ? value : Activator.CreateInstance(element, value));
        }

        property.SetValue(owner, list);
    }
}
