namespace Kajabi.Tests.JsonApi;

/// <summary>Deviations of the vendor's documents from JSON:API.</summary>
public sealed class VendorDeviationTests
{
    [Fact]
    public void Linkage_under_links_data_is_read()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts",
                    "relationships": { "offers": { "links": { "data": [{ "id": "1", "type": "offers" }], "self": "x" } } } },
                  "included": [{ "id": "1", "type": "offers", "attributes": { "title": "Course" } }]
                }
                """
            )
            .Data;

        Assert.Equal("Course", contact.Offers.Single().Attributes.Title);
        Assert.Equal("x", contact.Relationships["offers"]?.Links?.Self);
    }

    [Fact]
    public void Empty_relationships_beside_included_resolve_by_type()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts", "attributes": { "email": "a@example.com" }, "relationships": {} },
                  "included": [
                    { "id": "4", "type": "customers", "attributes": { "net_revenue": "0.0" } },
                    { "id": "1", "type": "offers" }, { "id": "2", "type": "offers" }
                  ]
                }
                """
            )
            .Data;

        Assert.Equal("0.0", contact.Customer?.Attributes.NetRevenue);
        Assert.Equal(["1", "2"], contact.Offers.Select(offer => offer.Id));
        Assert.Equal(RelationshipState.Absent, contact.Relationships["site"]?.State);
    }

    [Fact]
    public void Two_candidates_for_a_to_one_relationship_are_not_resolved()
    {
        Contact contact = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts", "relationships": {} },
                  "included": [{ "id": "4", "type": "customers" }, { "id": "5", "type": "customers" }]
                }
                """
            )
            .Data;

        Assert.Null(contact.Customer);
    }

    [Fact]
    public void Collections_and_resources_with_other_relationships_are_not_resolved_by_type()
    {
        ContactCollection page = JsonApiSerializer.Deserialize<ContactCollection>(
            """
            { "data": [{ "id": "7", "type": "contacts", "relationships": {} }], "included": [{ "id": "4", "type": "customers" }] }
            """
        );
        Contact linked = JsonApiSerializer
            .Deserialize<ContactDocument>(
                """
                {
                  "data": { "id": "7", "type": "contacts", "relationships": { "site": { "data": { "id": "9", "type": "sites" } } } },
                  "included": [{ "id": "4", "type": "customers" }]
                }
                """
            )
            .Data;

        Assert.Null(page.Data[0].Customer);
        Assert.Null(linked.Customer);
    }

    [Fact]
    public void Included_inside_data_is_read_and_written_back_there()
    {
        const string json =
            """{"data":{"id":"1","type":"courses","relationships":{"modules":{"data":[{"type":"modules","id":"2"}]}}"""
            + ""","included":[{"id":"2","type":"modules","attributes":{"position":1}}]}}""";
        CourseDocument document = JsonApiSerializer.Deserialize<CourseDocument>(json);

        Assert.Equal(1, document.Data.Modules.Single().Attributes.Position);
        Assert.Single(document.Included);
        Assert.Equal(json, JsonApiSerializer.Serialize(document));
    }

    [Fact]
    public void Resources_of_a_bare_array_are_linked_to_each_other()
    {
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>(
            """
            [
              { "id": "0", "type": "transactions", "attributes": { "amount_in_cents": 1000 },
                "relationships": { "customer": { "data": { "id": "0", "type": "customers" } } } },
              { "id": "0", "type": "customers", "attributes": { "name": "Grace" } }
            ]
            """
        );

        Transaction transaction = Assert.IsType<Transaction>(sample.Data[0]);
        Assert.Equal("Grace", transaction.Customer?.Attributes.Name);
        Assert.Same(sample.Data[1], transaction.Customer);
    }

    [Theory]
    [InlineData("""{ "total_count": 50, "total_pages": 5, "current_page": 2 }""", 50, 5, 2)]
    [InlineData("""{ "count": 50, "total_pages": 5 }""", 50, 5, null)]
    [InlineData("""{ "total": 50, "pagination": { "current": 2, "last": 5, "records": 10 } }""", 50, 5, 2)]
    [InlineData("""{ "total_pages": 1, "current_page": 1 }""", null, 1, 1)]
    [InlineData("""{ "total_count": "fifty" }""", null, null, null)]
    public void Totals_are_read_from_every_form_of_meta(string meta, int? count, int? pages, int? page)
    {
        ContactCollection document = JsonApiSerializer.Deserialize<ContactCollection>($$"""{ "data": [], "meta": {{meta}} }""");

        Assert.Equal(
            (count, pages, page),
            ((int?)document.Meta!.TotalCount, (int?)document.Meta.TotalPages, (int?)document.Meta.CurrentPage)
        );
    }
}
