namespace Kajabi.Cli.Tests;

/// <summary>The human-readable output of one resource with <c>--full</c>.</summary>
public sealed class TreeTests
{
    [Fact]
    public async Task The_tree_shows_each_state_of_a_relationship()
    {
        string tree = await DrawAsync(
            """
            {
              "data": { "id": "1", "type": "contacts", "attributes": { "name": "Ada", "email": null }, "relationships": {
                "site": { "data": null },
                "offers": { "links": { "self": "x" } },
                "tags": { "data": [ { "type": "contact_tags", "id": "7" }, { "type": "contact_tags", "id": "8" } ] } } },
              "included": [ { "id": "8", "type": "contact_tags", "attributes": { "name": "VIP" } } ]
            }
            """
        );

        Assert.Equal(
            """
            contacts 1
            ├── name  Ada
            │   null  email
            ├── site none
            ├── offers not loaded
            └── tags (2)
                ├── contact_tags 7 (not included)
                └── contact_tags 8
                    └── name  VIP

            """,
            tree,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task A_resource_is_drawn_once_at_its_shortest_path()
    {
        string tree = await DrawAsync(
            """
            {
              "data": { "id": "1", "type": "contacts", "relationships": {
                "customer": { "data": { "type": "customers", "id": "2" } },
                "offers": { "data": [ { "type": "offers", "id": "5" } ] } } },
              "included": [
                { "id": "2", "type": "customers", "relationships": {
                    "contact": { "data": { "type": "contacts", "id": "1" } },
                    "offers": { "data": [ { "type": "offers", "id": "5" } ] } } },
                { "id": "5", "type": "offers", "attributes": { "title": "Plan" } }
              ]
            }
            """
        );

        Assert.Equal(
            """
            contacts 1
            ├── customer: customers 2
            │   ├── contact: contacts 1 (see above)
            │   └── offers (1)
            │       └── offers 5 (see below)
            └── offers (1)
                └── offers 5
                    └── title  Plan

            """,
            tree,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task Control_characters_of_an_attribute_are_replaced()
    {
        string tree = await DrawAsync(
            """
            {
              "data": {
                "id": "1", "type": "contacts",
                "attributes": { "name": "\u001b[2J[red]Ada[/]\u202Eadmin", "custom_\u001b1": "x" }
              }
            }
            """
        );

        Assert.Contains("\uFFFD[2J[red]Ada[/]\uFFFDadmin", tree, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', tree);
    }

    private static async Task<string> DrawAsync(string document)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(document);
        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--full");
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result.Output;
    }
}
