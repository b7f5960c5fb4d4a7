using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The naming and typing rules of the composer.</summary>
public sealed class RuleTests
{
    private static readonly string s_openapi = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    [Theory]
    [InlineData("get", "/v1/contacts", "ListContacts")]
    [InlineData("get", "/v1/contacts/{id}", "GetContact")]
    [InlineData("post", "/v1/contacts", "CreateContact")]
    [InlineData("patch", "/v1/contact_notes/{id}", "UpdateContactNote")]
    [InlineData("delete", "/v1/hooks/{id}", "DeleteHook")]
    [InlineData("get", "/v1/contacts/{contact_id}/relationships/tags", "GetContactTagsRelationship")]
    [InlineData("post", "/v1/contacts/{contact_id}/relationships/tags", "AddContactTags")]
    [InlineData("patch", "/v1/contacts/{contact_id}/relationships/tags", "ReplaceContactTags")]
    [InlineData("delete", "/v1/contacts/{contact_id}/relationships/tags", "RemoveContactTags")]
    [InlineData("post", "/v1/purchases/{id}/cancel_subscription", "CancelPurchaseSubscription")]
    [InlineData("post", "/v1/forms/{id}/submit", "SubmitForm")]
    [InlineData("get", "/v1/hooks/tag_added_sample", "GetTagAddedSample")]
    [InlineData("get", "/v1/me", "GetMe")]
    [InlineData("get", "/api/v1/hooks", "ListHooks")]
    public void The_name_of_an_operation_is_derived_from_its_method_and_path(string method, string path, string name) =>
        Assert.Equal(name, OperationNamer.Name(method, path, [], resourceType => CSharpName.Singular(CSharpName.Pascal(resourceType))));

    [Theory]
    [InlineData("contact_tags", "ContactTags", "ContactTag")]
    [InlineData("media", "Media", "Media")]
    [InlineData("categories", "Categories", "Category")]
    [InlineData("address", "Address", "Address")]
    [InlineData("custom_1", "Custom1", "Custom1")]
    [InlineData("lessons.media", "LessonsMedia", "LessonsMedia")]
    [InlineData("filter[site_id]", "FilterSiteId", "FilterSiteId")]
    public void An_API_name_is_converted_to_a_C_sharp_name(string apiName, string pascal, string singular) =>
        Assert.Equal((pascal, singular), (CSharpName.Pascal(apiName), CSharpName.Singular(CSharpName.Pascal(apiName))));

    [Fact]
    public void A_recursive_schema_becomes_a_recursive_class()
    {
        using Composition composition = Composition.Create(
            """
            openapi: 3.1.0
            paths:
              /v1/folders:
                get:
                  tags: [Folders]
                  responses:
                    '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/folder' } } } }
            components:
              schemas:
                folder: { type: object, properties: { folders: { type: array, items: { $ref: '#/components/schemas/folder' } } } }
            """
        );

        JObject inner = composition.Schema("ListFoldersResponseFolder");

        Assert.Equal("#/components/schemas/ListFoldersResponseFolder", (string?)inner.SelectToken("properties.folders.items.$ref"));
    }

    [Fact]
    public void Our_document_has_no_findings_and_its_composition_is_deterministic()
    {
        using Composition first = Ours();
        using Composition second = Ours();

        Assert.Empty(first.Findings);
        Assert.Equal(77, first.Operations().Count());
        Assert.Equal(first.Output, second.Output);
        Assert.DoesNotContain('\r', first.Output!);
    }

    [Fact]
    public void Names_do_not_depend_on_descriptions()
    {
        string folder = Directory.CreateTempSubdirectory("kajabi-descriptions-").FullName;
        string other = Path.Combine(folder, "openapi.yaml");
        File.WriteAllText(
            other,
            File.ReadAllText(Path.Combine(s_openapi, "openapi.yaml")).Replace("the ", "THE ", StringComparison.Ordinal)
        );
        using Composition ours = Ours();
        using Composition theirs = Composition.FromFiles(other, Path.Combine(s_openapi, "overlay.yaml"));
        Directory.Delete(folder, recursive: true);

        Assert.NotEqual(ours.Output, theirs.Output);
        Assert.Equal(Names(ours), Names(theirs));
    }

    [Fact]
    public void No_composed_name_ends_with_an_added_number()
    {
        using Composition ours = Ours();

        IEnumerable<string> numbered = ours.Document["components"]!["schemas"]!
            .Children<JProperty>()
            .SelectMany(schema => schema.Value["x-csharp"]?["members"]?.Children() ?? [])
            .Where(member =>
                (string?)member["name"] is { } name
                && char.IsAsciiDigit(name[^1])
                && (string?)member["literal"] is not [.., (>= '0' and <= '9'), '"']
            )
            .Select(member => member.Path);

        Assert.Empty(numbered);
        Assert.DoesNotContain(ours.Document["components"]!["schemas"]!.Children<JProperty>(), schema => char.IsAsciiDigit(schema.Name[^1]));
    }

    [Theory]
    [InlineData("WebhookAttributes", "resource_id", "string?", false)]
    [InlineData("WebhookAttributes", "event", "WebhookEventType?", false)]
    [InlineData("OrderAttributes", "order_number", "long?", false)]
    [InlineData("OrderItemAttributes", "item_id", "string?", false)]
    [InlineData("CustomerAttributes", "net_revenue", "string?", false)]
    [InlineData("CustomerAttributes", "socials", "CustomerSocials?", false)]
    [InlineData("CustomerAttributes", "created_at", "DateTimeOffset?", true)]
    [InlineData("PurchaseAttributes", "raw_extra_contact_information", "JsonApiObject?", false)]
    [InlineData("PodcastAttributes", "directories", "IReadOnlyList<PodcastDirectory>?", false)]
    [InlineData("KajabiPaymentsPayoutAttributes", "amount", "decimal?", false)]
    [InlineData("FormAttributes", "webhook_url", "string?", false)]
    public void An_attribute_has_the_type_of_its_schema(string schema, string attribute, string type, bool isReadOnly)
    {
        using Composition ours = Ours();

        JToken member = ours.Member(schema, attribute);

        Assert.Equal((type, isReadOnly), ((string?)member["typeName"], member["isReadOnly"] is not null));
        Assert.Equal(isReadOnly, ours.Schema(schema)["properties"]![attribute]!["readOnly"] is not null);
    }

    [SkippableTheory]
    [InlineData("openapi-1.1.0.yaml", 9, 0)]
    [InlineData("openapi-1.0.1.yaml", 9, 1)]
    public void The_vendors_file_is_composed_and_its_defects_are_reported(string file, int duplicates, int actions)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        using Composition vendor = Composition.FromFiles(
            Path.Combine(ReferenceFolder.Path, "vendor", file),
            Path.Combine(s_openapi, "overlay.yaml"),
            isLenient: true
        );

        Assert.Equal(0, vendor.ExitCode);
        Assert.Equal(duplicates, vendor.Findings.Count(finding => finding.Contains("KC0002", StringComparison.Ordinal)));
        Assert.Equal(actions, vendor.Findings.Count(finding => finding.Contains("KC0005", StringComparison.Ordinal)));
        Assert.Equal(duplicates + actions, vendor.Findings.Count);
    }

    private static Composition Ours() =>
        Composition.FromFiles(Path.Combine(s_openapi, "openapi.yaml"), Path.Combine(s_openapi, "overlay.yaml"));

    private static IEnumerable<string> Names(Composition composition) =>
        composition
            .Document.Descendants()
            .OfType<JProperty>()
            .Where(property =>
                property.Name == "operationId"
                || (
                    property.Name is "name" or "typeName" or "query" or "body" or "response" or "kind"
                    && property.Path.Contains("['x-csharp']", StringComparison.Ordinal)
                )
            )
            .Select(property => $"{property.Path}={property.Value}");
}
