using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Payloads;

/// <summary>Tests which operation a recorded document belongs to, and the handling of other files.</summary>
public sealed class RecordedFolderTests
{
    private const string Undeclared =
        "{ \"data\": { \"type\": \"things\", \"id\": \"1\", \"attributes\": { \"name\": \"n\", \"colour\": \"red\" } } }";

    [Theory]
    [InlineData("GET_v1_things_id.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id.200.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id/1.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id/200.without-note.json", "GET /v1/things/{id}", "response")]
    [InlineData("POST_v1_things/201.json", "POST /v1/things", "response")]
    [InlineData("POST_v1_things/request.json", "POST /v1/things", "request")]
    [InlineData("deep/POST_v1_things.request.second.json", "POST /v1/things", "request")]
    public void The_name_identifies_operation_direction_and_status_code(string name, string operation, string direction)
    {
        using PayloadRun run = new();

        JToken finding = Assert.Single(run.With(name, Undeclared).Run().Report["findings"]!);

        Assert.Equal((operation, direction), ((string?)finding["operation"], (string?)finding["direction"]));
        Assert.EndsWith("data.attributes.colour", (string?)finding["location"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_link_to_a_folder_is_a_defect_and_is_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege.");
        using PayloadRun run = new();
        run.With("GET_v1_things_id.json", Undeclared);
        Directory.CreateSymbolicLink(Path.Combine(run.Documents, "a"), run.Documents);
        Directory.CreateSymbolicLink(Path.Combine(run.Documents, "b"), run.Documents);

        JObject report = run.Run().Report;

        Assert.Single(report["findings"]!);
        Assert.Equal(
            2,
            report["defects"]!.Count(static defect => ((string?)defect["message"])!.Contains("symbolic link", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_index_identifies_files_with_any_name()
    {
        using PayloadRun run = new();
        run.With("a.json", Undeclared)
            .With("b/c.json", Undeclared)
            .With(
                "index.json",
                """
                [
                  { "file": "a.json", "operation": "GET /v1/things/{thing_id}", "direction": "response", "status": 200 },
                  { "file": "b/c.json", "operation": "POST /v1/things", "direction": "request" },
                  { "file": "gone.json", "operation": "GET /v1/things" },
                  { "nothing": 1 }
                ]
                """
            );

        (_, JObject report, _) = run.Run();
        (_, JObject single, _) = run.Run(documents: Path.Combine(run.Documents, "b", "c.json"));

        Assert.Equal(
            ["GET /v1/things/{id} response", "POST /v1/things request"],
            report["findings"]!.Select(finding => $"{finding["operation"]} {finding["direction"]}")
        );
        Assert.Equal("request", (string?)Assert.Single(single["findings"]!)["direction"]);
    }

    [Fact]
    public void An_undeclared_operation_is_a_finding()
    {
        using PayloadRun run = new();
        run.With("a.json", Undeclared).With("index.json", """[{ "file": "a.json", "operation": "GET /v1/animals" }]""");

        JToken finding = Assert.Single(run.Run().Report["findings"]!);

        Assert.Equal(("KC0311", "GET /v1/animals"), ((string?)finding["id"], (string?)finding["operation"]));
    }

    [Theory]
    [InlineData("{ \"data\": [], }")]
    [InlineData("{ 'data': [] }")]
    [InlineData("{ \"data\": [] } x")]
    [InlineData("")]
    [InlineData("<html>")]
    public void A_file_that_is_not_JSON_is_reported_with_its_line_and_the_rest_is_checked(string text)
    {
        using PayloadRun run = new();
        run.With("GET_v1_things/1.json", text).With("GET_v1_things_id/2.json", Undeclared);

        (int exitCode, JObject report, _) = run.Run();

        JToken defect = Assert.Single(report["defects"]!);
        Assert.Equal((1, "KC0309", 1), (exitCode, (string?)defect["id"], (int)defect["line"]!));
        Assert.EndsWith("1.json", (string?)defect["file"], StringComparison.Ordinal);
        Assert.Single(report["findings"]!);
    }

    [Fact]
    public void A_fixed_copy_is_only_read_instead_of_a_file_that_is_not_JSON()
    {
        using PayloadRun run = new();
        run.With("GET_v1_things_id/1.json", Undeclared[..^1])
            .With("GET_v1_things_id/1.fixed.json", Undeclared)
            .With("GET_v1_things_id/2.json", Undeclared)
            .With("GET_v1_things_id/2.fixed.json", Undeclared);

        (_, JObject report, _) = run.Run();

        Assert.Equal(2, (int)Assert.Single(report["findings"]!)["count"]!);
        Assert.Equal("KC0309", (string?)Assert.Single(report["defects"]!)["id"]);
    }

    [Fact]
    public void A_file_without_an_operation_is_reported()
    {
        using PayloadRun run = new();
        run.With("notes.json", Undeclared).With("GET_v1_things.200.json", "{ \"data\": [] }").With("README.md", "words");

        JToken defect = Assert.Single(run.Run().Report["defects"]!);

        Assert.Equal("KC0310", (string?)defect["id"]);
    }

    [Theory]
    [InlineData("notes.json", Undeclared)]
    [InlineData("GET_v1_things.200.json", "{")]
    [InlineData("README.md", "words")]
    [InlineData("index.json", "[")]
    public void The_check_fails_if_no_document_could_be_checked(string name, string text)
    {
        using PayloadRun run = new();

        (int exitCode, _, string errors) = run.With(name, text).Run();

        Assert.Equal(3, exitCode);
        Assert.Contains("KC0000", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_reported_by_name()
    {
        using PayloadRun run = new();

        (int exitCode, _, string errors) = run.Run();

        Assert.Equal(3, exitCode);
        Assert.Contains(run.Documents, errors, StringComparison.Ordinal);
    }
}
