namespace Kajabi.Tests.JsonApi;

/// <summary>Documents that contain a resource more than once: a member of only one copy is preserved.</summary>
public sealed class DuplicateResourceTests
{
    [Fact]
    public void Attributes_that_only_one_copy_has_are_kept_and_count_as_received()
    {
        ContactTag tag = Tags(
                """
                { "id": "2", "type": "contact_tags", "attributes": { "name": "First", "shade": "red" } },
                { "id": "2", "type": "contact_tags",
                  "attributes": { "name": "Second", "shade": "blue", "public": true, "custom_17": null } }
                """
            )
            .Single();

        Assert.Equal(("First", true, "red"), (tag.Attributes.Name, (bool?)tag.Attributes["public"], (string?)tag.Attributes["shade"]));
        Assert.True(tag.Attributes.IsPresent("public"));
        Assert.True(tag.Attributes.IsPresent("custom_17"));
        Assert.False(tag.Attributes.IsModified("public"));
        Assert.Equal("{}", JsonApiSerializer.Serialize(tag.Attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public void A_null_in_the_first_copy_is_a_value_and_wins()
    {
        ContactTag tag = Tags(
                """
                { "id": "2", "type": "contact_tags", "attributes": { "name": null } },
                { "id": "2", "type": "contact_tags", "attributes": { "name": "Second" } }
                """
            )
            .Single();

        Assert.Null(tag.Attributes.Name);
        Assert.True(tag.Attributes.IsPresent("name"));
    }

    [Fact]
    public void A_value_that_does_not_fit_its_property_is_merged_as_it_was_sent()
    {
        ContactTag tag = Tags(
                """
                { "id": "2", "type": "contact_tags", "attributes": {} },
                { "id": "2", "type": "contact_tags", "attributes": { "name": { "en": "VIP" } } }
                """
            )
            .Single();

        Assert.Null(tag.Attributes.Name);
        Assert.Equal("VIP", (string?)tag.Attributes["name"]?["en"]);
    }

    [Fact]
    public void A_copy_of_another_class_is_rejected_with_its_location()
    {
        // The type is not declared, so that the first copy is an UnknownResource, and the second one is a Contact as requested.
        const string Json = """
            {
              "included": [{ "id": "1", "type": "people", "attributes": { "shade": "red" } }],
              "data": [{ "id": "1", "type": "people", "attributes": { "name": "Ann" } }]
            }
            """;

        KajabiSerializationException exception = Assert.Throws<KajabiSerializationException>(() =>
            JsonApiSerializer.Deserialize<ContactCollection>(Json)
        );

        Assert.StartsWith(
            "Expected Contact and found another resource with the same type and id",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("data[0]", exception.Path);
    }

    [Fact]
    public void Each_of_three_copies_contributes_what_the_earlier_ones_lack()
    {
        ContactDocument document = Read(
            """
            { "id": "2", "type": "contact_tags" },
            { "attributes": { "name": "Name" }, "type": "contact_tags", "id": "2" },
            { "id": "2", "type": "contact_tags", "attributes": { "name": "Other", "extra": 1 }, "links": { "self": "s" },
              "meta": { "m": 1 }, "rank": [1] }
            """
        );
        ContactTag tag = document.Data.Tags.Single();

        Assert.Equal(("Name", 1L, "s"), (tag.Attributes.Name, (long?)tag.Attributes["extra"], tag.Links?.Self));
        Assert.Equal(1, (int?)tag.Meta?["m"]);
        Assert.True(tag.AdditionalMembers.ContainsKey("rank"));
        Assert.Equal((2, 1), (document.DuplicateResourceCount, document.Included.Count));
        Assert.Same(tag, document.Find("contact_tags", "2"));
    }

    [Fact]
    public void Links_meta_and_additional_members_are_merged_one_by_one()
    {
        ContactTag tag = Tags(
                """
                { "id": "2", "type": "contact_tags", "links": { "self": "first" }, "meta": { "a": 1 }, "rank": 1 },
                { "id": "2", "type": "contact_tags", "links": { "self": "second", "related": "r", "site": "x" },
                  "meta": { "a": 2, "b": 2 }, "rank": 2, "level": 2 }
                """
            )
            .Single();

        Assert.Equal(("first", "r", "x"), (tag.Links?.Self, tag.Links?.Related, (string?)tag.Links?["site"]));
        Assert.Equal((1, 2), ((int?)tag.Meta?["a"], (int?)tag.Meta?["b"]));
        Assert.Equal((1, 2), ((int?)tag.AdditionalMembers["rank"], (int?)tag.AdditionalMembers["level"]));
    }

    [Theory]
    [InlineData("""{ "links": { "self": "s" } }""", """{ "data": { "type": "customers", "id": "4" }, "meta": { "m": 1 } }""")]
    [InlineData(
        """{ "data": { "type": "customers", "id": "4" } }""",
        """{ "links": { "self": "s" }, "meta": { "m": 1 }, "data": { "type": "customers", "id": "5" } }"""
    )]
    [InlineData("""{ "links": { "self": "s" } }""", """{ "links": { "data": { "type": "customers", "id": "4" } }, "meta": { "m": 1 } }""")]
    [InlineData("null", """{ "data": { "type": "customers", "id": "4" }, "links": { "self": "s" }, "meta": { "m": 1 } }""")]
    [InlineData("{}", """{ "data": { "type": "customers", "id": "4" }, "links": { "self": "s" }, "meta": { "m": 1 } }""")]
    public void Linkage_links_and_meta_of_one_relationship_may_come_from_different_copies(string first, string second)
    {
        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            $$"""
            {
              "data": { "id": "7", "type": "contacts", "relationships": { "customer": {{first}} } },
              "included": [
                { "id": "7", "type": "contacts", "relationships": { "customer": {{second}} } },
                { "id": "4", "type": "customers" }, { "id": "5", "type": "customers" }
              ]
            }
            """
        );

        for (int round = 0; round < 2; round++)
        {
            ToOneRelationship<Customer> customer = document.Data.Relationships.Customer;
            Assert.Equal((RelationshipState.Loaded, "4", "s"), (customer.State, document.Data.Customer?.Id, customer.Links?.Self));
            Assert.Equal(1, (int?)customer.Meta?["m"]);
            document = JsonApiSerializer.Deserialize<ContactDocument>(JsonApiSerializer.Serialize(document));
        }
    }

    [Fact]
    public void A_known_empty_relationship_of_the_first_copy_wins()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts", "relationships": { "customer": { "data": null }, "tags": { "data": [] } } },
                  "included": [{ "id": "7", "type": "contacts", "relationships": {
                    "customer": { "data": { "type": "customers", "id": "4" } },
                    "tags": { "data": [{ "type": "contact_tags", "id": "2" }] } } }]
                }
                """
            )
            .Data;

        Assert.Equal(
            (RelationshipState.Empty, RelationshipState.Empty),
            (contact.Relationships.Customer.State, contact.Relationships.Tags.State)
        );
    }

    [Fact]
    public void An_undeclared_relationship_is_to_many_if_only_the_second_copy_has_a_list()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts", "relationships": { "badges": { "links": { "self": "s" } } } },
                  "included": [
                    { "id": "7", "type": "contacts", "relationships": {
                      "badges": { "data": [{ "type": "badges", "id": "1" }, { "type": "badges", "id": "2" }] },
                      "medals": { "data": [] } } },
                    { "id": "1", "type": "badges" }, { "id": "2", "type": "badges", "attributes": { "a": 1 } },
                    { "id": "2", "type": "badges", "attributes": { "b": 2 } }
                  ]
                }
                """
            )
            .Data;
        Relationship badges = contact.Relationships["badges"]!;

        Assert.Equal((true, RelationshipState.Loaded, "s"), (badges.IsToMany, badges.State, badges.Links?.Self));
        Assert.Equal(["1", "2"], badges.Resources.Select(badge => badge.Id));
        Assert.Equal((1, 2), ((int?)badges.Resources[1].Attributes["a"], (int?)badges.Resources[1].Attributes["b"]));
        Assert.Equal(RelationshipState.Empty, contact.Relationships["medals"]?.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_primary_resource_and_an_included_copy_are_one_object_in_either_order(bool isDataFirst)
    {
        const string data = """
            "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada" },
              "relationships": { "customer": { "data": { "type": "customers", "id": "4" } } } }
            """;
        const string included = """
            "included": [
              { "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" } },
              { "id": "4", "type": "customers", "relationships": { "contact": { "data": { "type": "contacts", "id": "7" } } } }
            ]
            """;

        ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(
            isDataFirst ? $"{{{data},{included}}}" : $"{{{included},{data}}}"
        );

        Assert.Equal(("Ada", "ada@example.com"), (document.Data.Attributes.Name, document.Data.Attributes.Email));
        Assert.Same(document.Data, document.Data.Customer?.Contact);
        Assert.Equal("customers/4", Assert.Single(document.Included).ToString());
    }

    [Fact]
    public void Copies_in_a_collection_a_nested_list_and_a_bare_array_are_merged()
    {
        ContactCollection page = JsonApiSerializer.Deserialize<ContactCollection>(
            """
            { "data": [{ "id": "7", "type": "contacts", "attributes": { "name": "Ada" } }, { "id": "8", "type": "contacts" },
              { "id": "7", "type": "contacts", "attributes": { "email": "a@example.com" } }] }
            """
        );
        Course course = JsonApiSerializer
            .Deserialize<CourseDocument>(
                """
                {
                  "data": { "id": "1", "type": "courses", "relationships": { "modules": { "data": [{ "type": "modules", "id": "2" }] } },
                    "included": [{ "id": "2", "type": "modules", "attributes": { "position": 1 } }] },
                  "included": [{ "id": "2", "type": "modules", "attributes": { "title": "Start", "position": 9 } }]
                }
                """
            )
            .Data;
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>(
            """
            [
              { "id": "0", "type": "transactions", "relationships": { "customer": { "data": { "id": "0", "type": "customers" } } } },
              { "id": "0", "type": "customers", "attributes": { "name": "Grace" } },
              { "id": "0", "type": "customers", "attributes": { "email": "grace@example.com" } }
            ]
            """
        );

        Assert.Same(page.Data[0], page.Data[2]);
        Assert.Equal(("Ada", "a@example.com"), (page.Data[0].Attributes.Name, page.Data[0].Attributes.Email));
        Assert.Equal((1L, "Start"), (course.Modules.Single().Attributes.Position, course.Modules.Single().Attributes.Title));
        Customer? customer = Assert.IsType<Transaction>(sample.Data[0]).Customer;
        Assert.Equal(("Grace", "grace@example.com"), (customer?.Attributes.Name, customer?.Attributes.Email));
        Assert.Same(sample.Data[1], sample.Data[2]);
    }

    [Fact]
    public void A_change_inside_a_merged_nested_object_marks_only_its_own_member_as_modified()
    {
        const string first = """{ "id": "7", "type": "contacts", "attributes": { "name": "Ada" } }""";
        const string second = """{ "id": "7", "type": "contacts", "attributes": { "external": { "a": 1 } } }""";

        Contact contact = JsonApiSerializer.Deserialize<ContactDocument>($$"""{ "data": {{first}}, "included": [{{second}}] }""").Data;
        contact.Attributes.Name = "Grace";

        Assert.Equal("""{"name":"Grace"}""", JsonApiSerializer.Serialize(contact.Attributes, JsonApiSerializationMode.ChangedOnly));
        Assert.Equal(1, (int?)contact.Attributes["external"]?["a"]);
    }

    [Fact]
    public void Merging_is_linear_in_the_number_of_copies()
    {
        long hundred = Allocated(100);
        Allocated(10_000);

        Assert.InRange(Allocated(10_000), 0, hundred * 110);
    }

    private static long Allocated(int copies)
    {
        IEnumerable<string> included = Enumerable
            .Range(1, copies)
            .Select(number => $$"""{ "id": "2", "type": "contact_tags", "attributes": { "name": "{{number}}" } }""");
        string json = $$"""{ "data": [], "included": [{{string.Join(',', included)}}] }""";
        JsonApiSerializer.Deserialize<ContactCollection>(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ContactCollection page = JsonApiSerializer.Deserialize<ContactCollection>(json);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal((1, copies - 1), (page.Included.Count, page.DuplicateResourceCount));
        return after - before;
    }

    private static IReadOnlyList<ContactTag> Tags(string included) => Read(included).Data.Tags;

    private static ContactDocument Read(string included) =>
        JsonApiSerializer.Deserialize<ContactDocument>(
            $$"""
            {
              "data": { "id": "7", "type": "contacts", "relationships": { "tags": { "data": [{ "type": "contact_tags", "id": "2" }] } } },
              "included": [{{included}}]
            }
            """
        );
}
