using System.Collections;
using System.Net;
using System.Reflection;
using Kajabi.Tests.Client;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Surface;

/// <summary>The query string of every query object with all properties set.</summary>
public sealed class QueryTests
{
    public static TheoryData<Type> QueryTypes => [.. GeneratedSurface.Queries];

    [Theory]
    [MemberData(nameof(QueryTypes))]
    public async Task Every_property_is_sent_as_one_query_parameter(Type type)
    {
        KajabiQuery query = (KajabiQuery)Activator.CreateInstance(type)!;
        List<string> expected = [.. SetFilters(query)];
        foreach (
            PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property =>
                    property.CanWrite && property.Name != nameof(ListContactsQuery.AllSites) && !IsForwarded(query, property)
                )
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
    public void Every_query_parameter_of_the_vendors_document_has_a_property(Type type)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string[] operation = GeneratedSurface.Key(GetOperation(type)).Split(' ');
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
    public async Task Undeclared_parameters_and_values_are_sent_unchanged()
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
    public async Task An_empty_query_sends_no_parameters() =>
        Assert.Empty(await SendAsync(typeof(ListContactsQuery), new ListContactsQuery()));

    private static MethodInfo GetOperation(Type query) =>
        GeneratedSurface.Operations.Single(operation => operation.GetParameters().Any(parameter => parameter.ParameterType == query));

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> SendAsync(Type type, KajabiQuery query)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        Uri? address = null;
        kajabi.Network.Fallback.Respond(request =>
        {
            address = request.RequestUri;
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        await Assert.ThrowsAsync<KajabiApiException>(() => GeneratedSurface.CallAsync(kajabi.Client, GetOperation(type), query));
        return
        [
            .. address!
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))),
        ];
    }

    /// <summary>Sets a property to a sample value and returns the expected parameter values.</summary>
    private static IEnumerable<string> Set(object query, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            SetList(query, property, type.GetGenericArguments()[0]);

            // Either one parameter per value, or one parameter with a comma-separated list.
            bool isMultiple = property.Name == nameof(ListProductsQuery.ExcludeProductTypes);
            return isMultiple ? ["one", "two"] : ["one,two"];
        }

        (object value, string text) = type switch
        {
            _ when type == typeof(string) => ((object)"a b&c", "a b&c"),
            _ when type == typeof(bool) => (true, "true"),
            _ when type == typeof(int) => (3, "3"),
            _ when type == typeof(long) => (2148432935L, "2148432935"),
            _ when type == typeof(decimal) => (1.50m, "1.50"),
            _ when type == typeof(DateTimeOffset) => (
                new DateTimeOffset(2026, 1, 2, 3, 4, 5, 60, TimeSpan.FromHours(5.5)),
                "2026-01-02T03:04:05.060+05:30"
            ),
            _ when type == typeof(DateOnly) => (new DateOnly(2026, 1, 2), "2026-01-02"),
            _ => (Activator.CreateInstance(type, "listed")!, "listed"),
        };
        property.SetValue(query, value);
        return [text];
    }

    /// <summary>Sets the filters on attributes and returns the expected parameter values.</summary>
    private static IEnumerable<string> SetFilters(KajabiQuery query) =>
        query.GetType().GetProperty("Filter")?.GetValue(query) is { } filter
            ? filter
                .GetType()
                .GetProperties()
                .Select(attribute => attribute.GetValue(filter)!)
                .SelectMany(
                    attribute => attribute.GetType().GetProperties(),
                    (attribute, comparison) => Set(attribute, comparison).ToList()
                )
                .SelectMany(values => values)
            : [];

    /// <summary>Returns whether a property of a declared parameter has the value of a filter on an attribute.</summary>
    private static bool IsForwarded(KajabiQuery query, PropertyInfo property) =>
        query.GetType().GetProperty("Filter") is not null
        && property.PropertyType is { IsGenericType: false } or { IsValueType: true }
        && property.GetValue(query) is not (null or SparseFieldsets);

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
