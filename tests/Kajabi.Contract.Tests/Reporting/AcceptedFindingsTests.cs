using Kajabi.Contract.Configuration;
using Kajabi.Contract.Lint;
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
    [InlineData("KC0015", 1)]
    [InlineData("KC0203", 0)]
    public void An_entry_with_an_id_applies_only_to_commands_with_this_rule(string id, int reported)
    {
        string accepted = Write($"accepted:\n  - fingerprint: '1234567812345678'\n    id: {id}\n    reason: Occurred once.\n");

        string output = Reports.Run(Reports.Create(), accepted: accepted).Output;

        Assert.Equal(reported, output.Split("KC0012").Length - 1);
    }

    [Theory]
    [InlineData("KC0015", 1)]
    [InlineData("KC0014", 0)]
    public void An_entry_with_the_id_of_another_rule_accepts_nothing(string id, int accepted)
    {
        Finding finding = Reports.Removed with { Rule = LintRules.ResponseWithoutSchema };
        Assert.Equal("KC0015", finding.Rule.Id);
        string path = Write($"accepted:\n  - fingerprint: '{finding.Fingerprint}'\n    id: {id}\n    reason: Known.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Create(finding), accepted: path);

        Assert.Equal((1 - accepted, accepted > 0), (exitCode, output.Contains("1 accepted", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("accepted:\n  - fingerprint: a\n", "`reason`")]
    [InlineData("accepted:\n  - reason: a\n", "`fingerprint`")]
    [InlineData("accepted:\n  - a\n", "`fingerprint`")]
    [InlineData("accepted:\n  - {fingerprint: a, reason: b, id: KC0999}\n", "drift.yaml(2,37): error KC0000: There is no rule `KC0999`.")]
    [InlineData(
        "accepted:\n  - {fingerprint: a, reasn: b}\n",
        "drift.yaml(2,22): error KC0000: `reasn` is not a setting. Allowed here: `fingerprint`, `id`, `reason`."
    )]
    [InlineData("accepted:\n  - {fingerprint: a, reason: b, expires: 2027-01-01}\n", "`expires` is not a setting.")]
    [InlineData("other: []\n", "`accepted`")]
    public void An_invalid_file_fails_the_check(string text, string problem)
    {
        (int exitCode, string output, string errors) = Reports.Run(Reports.Create(Reports.Removed), accepted: Write(text));

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_the_file_beside_the_document_or_else_the_one_of_our_document()
    {
        string contract = Path.Combine(_folder, "new.yaml");
        string ours = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "openapi")).FullName, "drift.yaml");
        Assert.Null(CheckConfiguration.Find(contract, Path.GetDirectoryName(ours)));

        File.WriteAllText(ours, "accepted: []\n");
        Assert.Equal(ours, CheckConfiguration.Find(contract, Path.GetDirectoryName(ours)));

        Assert.Equal(Write("accepted: []\n"), CheckConfiguration.Find(contract, Path.GetDirectoryName(ours)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "drift.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
