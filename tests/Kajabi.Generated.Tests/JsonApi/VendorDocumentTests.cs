using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Refit;

namespace Kajabi.Tests.JsonApi;

/// <summary>Every example document of the vendor is read as the type of its operation and written back without loss.</summary>
public sealed class VendorDocumentTests
{
    public static TheoryData<string> Files
    {
        get
        {
            TheoryData<string> files = [];
            foreach (string file in ExampleFiles())
            {
                files.Add(file);
            }

            // A theory without data fails; one row makes a clone without the folder skip the test with a reason.
            if (files.Count == 0)
            {
                files.Add(string.Empty);
            }

            return files;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void A_document_is_read_and_written_back_without_loss(string file)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string json = File.ReadAllText(Path.Combine(ReferenceFolder.Path, "examples", file));
        JToken original = Parse(json);
        Type type = DocumentType(file, original);

        object document = Read(type, json);
        JToken written = Parse(JsonApiSerializer.Serialize(document));

        Assert.Empty(Differences(original, written));
    }

    [SkippableFact]
    public void The_vendor_examples_resolve_an_offer_and_a_customer()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string folder = Path.Combine(ReferenceFolder.Path, "examples", "GET_v1_contacts_id");

        Contact first = JsonApiSerializer.Deserialize<ContactDocument>(File.ReadAllText(Path.Combine(folder, "1.json"))).Data;
        Contact third = JsonApiSerializer.Deserialize<ContactDocument>(File.ReadAllText(Path.Combine(folder, "3.json"))).Data;

        Assert.Equal("456", first.Offers.Single().Id);
        Assert.Equal("0.0", third.Customer?.Attributes.NetRevenue);
    }

    private static IEnumerable<string> ExampleFiles()
    {
        if (ReferenceFolder.Path is null)
        {
            yield break;
        }

        string examples = Path.Combine(ReferenceFolder.Path, "examples");
        foreach (JToken entry in JArray.Parse(File.ReadAllText(Path.Combine(examples, "index.json"))))
        {
            yield return (bool)entry["parses"]! ? (string)entry["file"]! : (string)entry["fixed"]!;
        }
    }

    /// <summary>Returns the SDK type of the document: a delivery, or the body or return type of the operation's method.</summary>
    private static Type DocumentType(string file, JToken original)
    {
        JToken entry = JArray
            .Parse(File.ReadAllText(Path.Combine(ReferenceFolder.Path!, "examples", "index.json")))
            .Single(candidate => (string?)candidate["file"] == file || (string?)candidate["fixed"] == file);
        if (original is JObject && original["payload"] is not null)
        {
            return typeof(WebhookDelivery);
        }

        string[] operation = ((string)entry["operation"]!).Split(' ');
        MethodInfo method = typeof(KajabiClient)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsInterface)
            .SelectMany(type => type.GetMethods())
            .Single(candidate =>
                candidate.GetCustomAttribute<HttpMethodAttribute>() is { } http
                && http.Method.Method == operation[0]
                && http.Path == operation[1]
            );
        return (string)entry["direction"]! == "request"
            ? method.GetParameters().Single(parameter => parameter.GetCustomAttribute<BodyAttribute>() is not null).ParameterType
            : method.ReturnType.GetGenericArguments().Single();
    }

    private static object Read(Type type, string json) =>
        typeof(JsonApiSerializer)
            .GetMethod(nameof(JsonApiSerializer.Deserialize), [typeof(string)])!
            .MakeGenericMethod(type)
            .Invoke(null, [json])!;

    private static JToken Parse(string json)
    {
        using JsonTextReader reader = new(new StringReader(json))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader);
    }

    private static IEnumerable<string> Differences(JToken expected, JToken actual)
    {
        Dictionary<string, JValue> left = Leaves(expected);
        Dictionary<string, JValue> right = Leaves(actual);
        return left
            .Keys.Union(right.Keys, StringComparer.Ordinal)
            .Where(path => !(left.TryGetValue(path, out JValue? a) && right.TryGetValue(path, out JValue? b) && AreEqual(a, b)))
            .Select(path => $"{path}: {Format(left, path)} became {Format(right, path)}");

        static string Format(Dictionary<string, JValue> values, string path) =>
            values.GetValueOrDefault(path)?.ToString(Formatting.None) ?? "(missing)";
    }

    /// <summary>Returns every scalar and every empty container by its path.</summary>
    private static Dictionary<string, JValue> Leaves(JToken root) =>
        (root is JContainer container ? container.DescendantsAndSelf() : [root])
            .Where(token => token is JValue or JContainer { HasValues: false } and not JProperty)
            .ToDictionary(
                token => token.Path,
                token => token as JValue ?? new JValue(token.ToString(Formatting.None)),
                StringComparer.Ordinal
            );

    private static bool AreEqual(JValue a, JValue b) =>
        a.Type == b.Type && (JToken.DeepEquals(a, b) || (IsTime(a, out DateTimeOffset x) && IsTime(b, out DateTimeOffset y) && x == y));

    private static bool IsTime(JValue value, out DateTimeOffset time)
    {
        time = default;
        return value.Value is string { Length: > 10 } text
            && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
