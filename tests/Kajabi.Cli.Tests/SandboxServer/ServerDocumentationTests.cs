using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kajabi.Cli.Options;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>docs/sandbox-server.md.</summary>
public sealed class ServerDocumentationTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "sandbox-server.md"));

    [Fact]
    public void Each_operation_of_the_control_API_is_documented_with_its_parameters()
    {
        foreach (ControlEndpoint endpoint in ControlApi.Endpoints)
        {
            string path = endpoint.Pattern.Replace('{', '<').Replace('}', '>');
            string row = Assert.Single(
                s_text.Split('\n'),
                line =>
                    line.StartsWith("| `", StringComparison.Ordinal)
                    && line.Split('|')[1].Contains($"{endpoint.Method} {path}`", StringComparison.Ordinal)
            );
            Assert.All(endpoint.Parameters, name => Assert.Contains($"?{name}=", row, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Each_option_is_documented() =>
        Assert.All(new SandboxOptions().All, static option => Assert.Contains($"| `{option.Name}", s_text, StringComparison.Ordinal));

    [Fact]
    public async Task The_documented_file_of_data_can_be_loaded()
    {
        string file = Assert.Single(s_text.Split("```json\n").Skip(1)).Split("\n```")[0];
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });

        IReadOnlyList<SandboxIdentifier> loaded = sandbox.Data.Load(file);

        Assert.Equal(
            ["sites 1", "contact_tags 7", "contacts 7001", "offers 40", "customers 201", "purchases 900"],
            loaded.Select(static one => $"{one.Type} {one.Id}")
        );
        Assert.Equal(["40"], sandbox.Store.Find("contacts", "7001")!.Relationships["offers"].Ids);
    }

    [Fact]
    public async Task The_documented_webhook_can_be_created()
    {
        string body = s_text.Split("/v1/hooks -H")[1].Split("-d '")[1].Split('\'')[0];
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/hooks")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Sandbox.CreateAccessToken()) },
        };

        using HttpResponseMessage response = await sandbox.Http.SendAsync(request);

        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_purchase_of_a_file_has_no_consequences_and_a_checkout_has_all_of_them()
    {
        JsonObject file = (JsonObject)JsonNode.Parse(s_text.Split("```json\n")[1].Split("\n```")[0])!;
        JsonNode customer = file["data"]!.AsArray().Single(static one => (string?)one!["type"] == "customers")!;
        customer["relationships"]!.AsObject().Remove("offers");
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(sandboxOptions: new() { HasSampleData = false });

        await sandbox.RequireAsync("POST", "/data", file.ToJsonString());
        (int Access, int Orders, int Payments, string? Revenue) loaded = await CountAsync(sandbox);
        await sandbox.RequireAsync("POST", "/checkout", """{ "contact_id": "7001", "offer_ids": ["40"] }""");
        (int Access, int Orders, int Payments, string? Revenue) sold = await CountAsync(sandbox);

        Assert.Equal((0, 0, 0), (loaded.Access, loaded.Orders, loaded.Payments));
        Assert.Equal((1, 1, 1), (sold.Access, sold.Orders, sold.Payments));
        Assert.NotEqual(loaded.Revenue, sold.Revenue);
    }

    private static async Task<(int Access, int Orders, int Payments, string? Revenue)> CountAsync(RunningSandbox sandbox)
    {
        JsonNode contact = await sandbox.RequireAsync("GET", "/resources/contacts/7001");
        JsonNode customer = await sandbox.RequireAsync("GET", "/resources/customers/201");
        JsonNode orders = await sandbox.RequireAsync("GET", "/resources/orders");
        JsonNode payments = await sandbox.RequireAsync("GET", "/resources/transactions");
        return (
            contact["relationships"]!["offers"]!["ids"]!.AsArray().Count,
            (int)orders["count"]!,
            (int)payments["count"]!,
            customer["attributes"]!["net_revenue"]?.ToJsonString()
        );
    }
}
