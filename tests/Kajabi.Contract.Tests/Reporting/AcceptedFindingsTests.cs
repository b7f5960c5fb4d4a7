using Kajabi.Contract.Configuration;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class AcceptedFindingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-accepted-").FullName;

    [Fact]
    public void An_accepted_finding_is_not_reported()
    {
        string accepted = Write($"accepted:\n  - fingerprint: '{Reports.Removed.Fingerprint}'\n    reason: It was not used.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Create(Reports.Removed), accepted: accepted);

        Assert.Equal((0, "No finding. 1 accepted.\n"), (exitCode, output));
    }

    [Fact]
    public void An_entry_without_a_matching_finding_is_reported_with_its_line()
    {
        string accepted = Write("accepted:\n  - fingerprint: '1234567812345678'\n    reason: Occurred once.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Create(), accepted: accepted);

        Assert.Equal(0, exitCode);
        Assert.Contains($"{accepted}(2,5): defect KC0012", output, StringComparison.Ordinal);
        Assert.Contains("Occurred once.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filter-gone", 1)]
    [InlineData("rule-of-another-command", 0)]
    public void An_entry_with_an_id_applies_only_to_commands_with_this_rule(string id, int reported)
    {
        string accepted = Write($"accepted:\n  - fingerprint: '1234567812345678'\n    id: {id}\n    reason: Occurred once.\n");

        string output = Reports.Run(Reports.Create(), accepted: accepted).Output;

        Assert.Equal(reported, output.Split("KC0012").Length - 1);
    }

    [Theory]
    [InlineData("filter-gone", 1)]
    [InlineData("filter-added", 0)]
    public void An_entry_with_the_id_of_another_rule_accepts_nothing(string id, int accepted)
    {
        Finding finding = Reports.Removed;
        Assert.Equal("filter-gone", finding.Rule.Id);
        string path = Write($"accepted:\n  - fingerprint: '{finding.Fingerprint}'\n    id: {id}\n    reason: Known.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Create(finding), accepted: path);

        Assert.Equal((1 - accepted, accepted > 0), (exitCode, output.Contains("1 accepted", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("accepted:\n  - fingerprint: a\n", "`reason`")]
    [InlineData("accepted:\n  - reason: a\n", "`fingerprint`")]
    [InlineData("accepted:\n  - a\n", "`fingerprint`")]
    [InlineData("other: []\n", "`accepted`")]
    public void An_invalid_file_fails_the_check(string text, string problem)
    {
        (int exitCode, string output, string errors) = Reports.Run(Reports.Create(Reports.Removed), accepted: Write(text));

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_the_file_beside_the_document_if_it_exists()
    {
        string contract = Path.Combine(_folder, "openapi.yaml");
        Assert.Null(CheckConfiguration.FindBeside(contract));

        Assert.Equal(Write("accepted: []\n"), CheckConfiguration.FindBeside(contract));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "drift.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
