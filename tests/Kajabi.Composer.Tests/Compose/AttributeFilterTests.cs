using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The extension <c>x-attribute-filters</c> becomes typed filters, or a finding.</summary>
public sealed class AttributeFilterTests
{
    private const string Overlay = """
        overlay: 1.0.0
        info: { title: t, version: '1' }
        actions:
          - target: $.paths['/v1/things'].get
            description: why
            update:
              x-attribute-filters:
                - attributes: [name]
                  suffixes: [eq]

        """;

    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /v1/things:
            get:
              tags: [Things]
              parameters: [{ name: 'filter[name_cont]', in: query, schema: { type: string } }]
              responses:
                '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/list' } } } }
          /v1/things/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              tags: [Things]
              responses:
                '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/one' } } } }
        components:
          schemas:
            list: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/thing' } } } }
            one: { type: object, properties: { data: { $ref: '#/components/schemas/thing' } } }
            thing:
              type: object
              properties:
                attributes:
                  type: object
                  properties:
                    name: { type: string }
                    made_at: { type: string, format: date-time }
                    made_on: { type: string, format: date }
                    price: { type: number }
                    count: { type: integer }
                    done: { type: boolean }
                    kind: { type: string, enum: [a, b] }
                    labels: { type: array, items: { type: string } }
                    size: { type: object, properties: { width: { type: number } } }

        """;

    [Theory]
    [InlineData("name", "gte", "GreaterThanOrEqualTo", "string?", "scalar")]
    [InlineData("made_at", "gteq", "GreaterThanOrEqualTo", "DateTimeOffset?", "scalar")]
    [InlineData("made_at", "start", "StartsWith", "string?", "scalar")]
    [InlineData("made_on", "lt", "LessThan", "DateOnly?", "scalar")]
    [InlineData("made_on", "lteq", "LessThanOrEqualTo", "DateOnly?", "scalar")]
    [InlineData("price", "gt", "GreaterThan", "decimal?", "scalar")]
    [InlineData("price", "lte", "LessThanOrEqualTo", "decimal?", "scalar")]
    [InlineData("count", "in", "In", "IList<long>?", "csv")]
    [InlineData("count", "cont", "Contains", "string?", "scalar")]
    [InlineData("count", "not_cont", "NotContains", "string?", "scalar")]
    [InlineData("done", "not_eq", "NotEqualTo", "bool?", "scalar")]
    [InlineData("kind", "eq", "EqualTo", "ThingKind?", "scalar")]
    [InlineData("kind", "not_in", "NotIn", "IList<ThingKind>?", "csv")]
    [InlineData("kind", "null", "IsNull", "bool?", "scalar")]
    [InlineData("labels", "i_cont", "ContainsIgnoringCase", "string?", "scalar")]
    [InlineData("labels", "end", "EndsWith", "string?", "scalar")]
    public void A_comparison_has_the_type_of_the_attribute_or_is_a_text(
        string attribute,
        string suffix,
        string name,
        string type,
        string format
    )
    {
        using Composition composition = Compose($"[{{ attributes: [{attribute}], suffixes: ['{suffix}'] }}]");

        Assert.Empty(composition.Findings);
        JToken property = composition.Member("ThingFilter", attribute);
        JToken member = composition.Member((string)property["typeName"]!, $"filter[{attribute}_{suffix}]");
        Assert.Equal((name, type, format), ((string?)member["name"], (string?)member["typeName"], (string?)member["format"]));
        Assert.Contains(
            composition.Operations().First()["parameters"]!,
            parameter => (string?)parameter["name"] == $"filter[{attribute}_{suffix}]"
        );
    }

    [Theory]
    [InlineData("[{ attributes: [name], suffixes: [eq] }]")]
    [InlineData("[{ attributes: [name], suffixes: [eq, cont] }]")]
    public void A_declared_filter_of_the_attribute_is_another_name_of_the_same_filter(string statement)
    {
        using Composition composition = Compose(statement);

        JToken forward = composition.Member("ListThingsQuery", "filter[name_cont]")["forward"]!;
        Assert.Equal(("Name", "Contains"), ((string?)forward["attribute"], (string?)forward["comparison"]));
        Assert.Equal(["EqualTo", "Contains"], composition.Members("ThingNameFilter").Select(member => (string?)member["name"]));
        Assert.Equal(
            ["filter[name_cont]", "filter[name_eq]"],
            composition.Operations().First()["parameters"]!.Select(parameter => (string?)parameter["name"])
        );
    }

    [Fact]
    public void Groups_and_actions_are_merged()
    {
        using Composition composition = Compose(
            "[{ attributes: [name, count], suffixes: [eq] }, { attributes: [count], suffixes: [eq, gt] }]"
        );

        Assert.Equal(["EqualTo", "GreaterThan"], composition.Members("ThingCountFilter").Select(member => (string?)member["name"]));
    }

    [Theory]
    [InlineData("[{ attributes: [nmae_of], suffixes: [eq] }]", "`nmae_of` is no attribute of things resources.")]
    [InlineData("[{ attributes: [made_att], suffixes: [eq] }]", "Did you mean `made_at`?")]
    [InlineData("[{ attributes: [count], suffixes: [gtq] }]", "The suffix `gtq` is unknown. Known suffixes: `eq`,")]
    [InlineData("[{ attributes: [count], suffixes: [gte, gteq] }]", "two suffixes for GreaterThanOrEqualTo; `gteq` is the second one")]
    [InlineData("[{ attributes: [size], suffixes: [eq] }]", "`size` of things resources contains objects.")]
    [InlineData("[{ attributes: [count] }]", "two lists of texts")]
    [InlineData("[{ attributes: count, suffixes: [eq] }]", "two lists of texts")]
    [InlineData("[{ attributes: [count], suffixes: [eq], other: [x] }]", "two lists of texts")]
    [InlineData("[{ attributes: [count], suffixes: [1] }]", "two lists of texts")]
    [InlineData("{ count: [eq] }", "two lists of texts")]
    public void A_filter_that_cannot_exist_is_an_error_in_the_overlay_and_left_out_by_a_lenient_build(string statement, string problem)
    {
        using Composition strict = Compose(statement);
        using Composition lenient = Compose(statement, isLenient: true);

        string finding = Assert.Single(strict.Findings);
        Assert.Matches(@"overlay\.yaml\(\d+,\d+\): error KC0036: ", finding);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
        Assert.Equal((1, null), (strict.ExitCode, strict.Output));
        Assert.Contains("warning KC0036", Assert.Single(lenient.Findings), StringComparison.Ordinal);
        Assert.Equal(0, lenient.ExitCode);
    }

    [Theory]
    [InlineData("equals", "Equals")]
    [InlineData("thing_filter", "ThingFilter")]
    public void An_attribute_whose_name_the_class_of_the_filters_cannot_have_is_left_out(string attribute, string name)
    {
        using Composition composition = Compose(
            $"[{{ attributes: [{attribute}, name], suffixes: [eq] }}]",
            isLenient: true,
            Contract.Replace("count:", $"{attribute}:", StringComparison.Ordinal)
        );

        Assert.Contains(
            composition.Findings,
            finding =>
                finding.Contains($"warning KC0036: `{attribute}` would be `{name}`, which is reserved.", StringComparison.Ordinal)
                && finding.Contains("x-csharp-name: NAME", StringComparison.Ordinal)
        );
        Assert.Equal(["Name"], composition.Members("ThingFilter").Select(member => (string?)member["name"]));
    }

    [Fact]
    public void Only_a_list_of_resources_has_filters()
    {
        using Composition composition = Composition.Create(
            Contract,
            Overlay.Replace("/v1/things'", "/v1/things/{id}'", StringComparison.Ordinal)
        );

        Assert.Contains("GET /v1/things/{id} returns no list of resources.", Assert.Single(composition.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_disappears_from_our_document_fails_the_build_instead_of_leaving_a_filter_that_is_ignored()
    {
        string folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");
        string document = File.ReadAllText(Path.Combine(folder, "openapi.yaml"));
        int purchases = document.IndexOf("\n    purchases_attributes:", StringComparison.Ordinal);
        int attribute = document.IndexOf("\n        cardholder_name:", purchases, StringComparison.Ordinal);

        using Composition composition = Composition.Create(
            document[..attribute]
                + document[attribute..].Replace("\n        cardholder_name:", "\n        holder:", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(folder, "overlay.yaml"))
        );

        Assert.Equal(1, composition.ExitCode);
        string finding = Assert.Single(composition.Findings, static finding => finding.Contains("KC0036", StringComparison.Ordinal));
        Assert.Contains("overlay.yaml", finding, StringComparison.Ordinal);
        Assert.Contains("`cardholder_name` is no attribute of purchases resources.", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListPurchasesQuery", 142)]
    [InlineData("ListLandingPagesQuery", 40)]
    [InlineData("ListBlogPostsQuery", 66)]
    [InlineData("ListOrdersQuery", 8)]
    [InlineData("ListOrderItemsQuery", 10)]
    public void Our_overlay_states_the_documented_filters(string query, int count)
    {
        string folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");
        using Composition ours = Composition.FromFiles(Path.Combine(folder, "openapi.yaml"), Path.Combine(folder, "overlay.yaml"));

        Assert.Equal(
            count,
            ours.Schema(query)["x-csharp"]!["filterParameters"]!.Count()
                + ours.Members(query).Count(member => member["forward"] is not null)
        );
    }

    private static Composition Compose(string statement, bool isLenient = false, string contract = Contract) =>
        Composition.Create(
            contract,
            Overlay[..Overlay.IndexOf("        - attributes", StringComparison.Ordinal)].TrimEnd() + $" {statement}\n",
            isLenient
        );
}
