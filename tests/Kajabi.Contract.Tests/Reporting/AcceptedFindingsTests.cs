using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class AcceptedFindingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-accepted-").FullName;

    [Fact]
    public void What_is_accepted_with_a_reason_is_no_finding_any_more()
    {
        string accepted = Write($"accepted:\n  - fingerprint: '{Reports.Gone.Fingerprint}'\n    reason: Nobody used it.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Of(Reports.Gone), accepted: accepted);

        Assert.Equal((0, "No finding. 1 accepted.\n"), (exitCode, output));
    }

    [Fact]
    public void An_entry_that_accepts_nothing_any_more_is_reported_at_its_line()
    {
        string accepted = Write("accepted:\n  - fingerprint: '1234567812345678'\n    reason: Was so once.\n");

        (int exitCode, string output, _) = Reports.Run(Reports.Of(), accepted: accepted);

        Assert.Equal(0, exitCode);
        Assert.Contains($"{accepted}(2,5): defect KC0012", output, StringComparison.Ordinal);
        Assert.Contains("Was so once.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filter-gone", 1)]
    [InlineData("found-by-another-command", 0)]
    public void An_entry_with_an_id_is_the_business_of_the_command_that_has_the_rule(string id, int reported)
    {
        string accepted = Write($"accepted:\n  - fingerprint: '1234567812345678'\n    id: {id}\n    reason: Was so once.\n");

        string output = Reports.Run(Reports.Of(), accepted: accepted).Output;

        Assert.Equal(reported, output.Split("KC0012").Length - 1);
    }

    [Theory]
    [InlineData("accepted:\n  - fingerprint: a\n", "`reason`")]
    [InlineData("accepted:\n  - reason: a\n", "`fingerprint`")]
    [InlineData("accepted:\n  - a\n", "`fingerprint`")]
    [InlineData("other: []\n", "`accepted`")]
    public void A_file_that_cannot_be_understood_stops_the_check(string text, string problem)
    {
        (int exitCode, string output, string errors) = Reports.Run(Reports.Of(Reports.Gone), accepted: Write(text));

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_beside_the_contract_is_taken_when_it_is_there()
    {
        string contract = Path.Combine(_folder, "openapi.yaml");
        Assert.Null(AcceptedFindings.Beside(contract));

        Assert.Equal(Write("accepted: []\n"), AcceptedFindings.Beside(contract));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "accepted-drift.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
