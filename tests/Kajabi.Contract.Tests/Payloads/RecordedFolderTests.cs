using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Payloads;

/// <summary>Where a recorded document belongs, and what becomes of files that are none.</summary>
public sealed class RecordedFolderTests
{
    private const string Odd =
        "{ \"data\": { \"type\": \"things\", \"id\": \"1\", \"attributes\": { \"name\": \"n\", \"colour\": \"red\" } } }";

    [Theory]
    [InlineData("GET_v1_things_id.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id.200.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id/1.json", "GET /v1/things/{id}", "response")]
    [InlineData("GET_v1_things_id/200.without-note.json", "GET /v1/things/{id}", "response")]
    [InlineData("POST_v1_things/201.json", "POST /v1/things", "response")]
    [InlineData("POST_v1_things/request.json", "POST /v1/things", "request")]
    [InlineData("deep/POST_v1_things.request.odd.json", "POST /v1/things", "request")]
    public void A_name_says_the_operation_the_direction_and_the_status(string name, string operation, string direction)
    {
        using PayloadRun run = new();

        JToken finding = Assert.Single(run.With(name, Odd).Run().Report["findings"]!);

        Assert.Equal((operation, direction), ((string?)finding["operation"], (string?)finding["direction"]));
        Assert.EndsWith("data.attributes.colour", (string?)finding["location"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_link_to_a_folder_is_a_defect_and_is_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege.");
        using PayloadRun run = new();
        run.With("GET_v1_things_id.json", Odd);
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
    public void An_index_says_it_for_files_of_any_name()
    {
        using PayloadRun run = new();
        run.With("a.json", Odd)
            .With("b/c.json", Odd)
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
    public void An_operation_that_the_contract_does_not_have_is_a_finding()
    {
        using PayloadRun run = new();
        run.With("a.json", Odd).With("index.json", """[{ "file": "a.json", "operation": "GET /v1/animals" }]""");

        JToken finding = Assert.Single(run.Run().Report["findings"]!);

        Assert.Equal(("KC0311", "GET /v1/animals"), ((string?)finding["id"], (string?)finding["operation"]));
    }

    [Theory]
    [InlineData("{ \"data\": [], }")]
    [InlineData("{ 'data': [] }")]
    [InlineData("{ \"data\": [] } x")]
    [InlineData("")]
    [InlineData("<html>")]
    public void A_file_that_is_no_JSON_is_told_at_its_line_and_the_rest_is_checked(string text)
    {
        using PayloadRun run = new();
        run.With("GET_v1_things/1.json", text).With("GET_v1_things_id/2.json", Odd);

        (int exitCode, JObject report, _) = run.Run();

        JToken defect = Assert.Single(report["defects"]!);
        Assert.Equal((1, "KC0309", 1), (exitCode, (string?)defect["id"], (int)defect["line"]!));
        Assert.EndsWith("1.json", (string?)defect["file"], StringComparison.Ordinal);
        Assert.Single(report["findings"]!);
    }

    [Fact]
    public void A_mended_twin_is_read_in_the_place_of_what_is_no_JSON_and_never_beside_it()
    {
        using PayloadRun run = new();
        run.With("GET_v1_things_id/1.json", Odd[..^1])
            .With("GET_v1_things_id/1.fixed.json", Odd)
            .With("GET_v1_things_id/2.json", Odd)
            .With("GET_v1_things_id/2.fixed.json", Odd);

        (_, JObject report, _) = run.Run();

        Assert.Equal(2, (int)Assert.Single(report["findings"]!)["count"]!);
        Assert.Equal("KC0309", (string?)Assert.Single(report["defects"]!)["id"]);
    }

    [Fact]
    public void A_file_that_belongs_nowhere_is_told()
    {
        using PayloadRun run = new();
        run.With("notes.json", Odd).With("GET_v1_things.200.json", "{ \"data\": [] }").With("README.md", "words");

        JToken defect = Assert.Single(run.Run().Report["defects"]!);

        Assert.Equal("KC0310", (string?)defect["id"]);
    }

    [Theory]
    [InlineData("notes.json", Odd)]
    [InlineData("GET_v1_things.200.json", "{")]
    [InlineData("README.md", "words")]
    [InlineData("index.json", "[")]
    public void Where_nothing_could_be_checked_the_check_has_failed(string name, string text)
    {
        using PayloadRun run = new();

        (int exitCode, _, string errors) = run.With(name, text).Run();

        Assert.Equal(3, exitCode);
        Assert.Contains("KC0000", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_by_its_name()
    {
        using PayloadRun run = new();

        (int exitCode, _, string errors) = run.Run();

        Assert.Equal(3, exitCode);
        Assert.Contains(run.Documents, errors, StringComparison.Ordinal);
    }
}
