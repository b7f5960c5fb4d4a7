using System.Text;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Tests.Mutations;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the texts of the findings: those of every seeded change are recorded in a file.</summary>
public sealed class FindingMessageTests
{
    private const string File = "tests/OpenApi.Drift.Tests/Mutations/messages.txt";
    private const string Variable = "KAJABI_UPDATE_MESSAGES";

    [Fact]
    public void The_messages_and_values_of_every_seeded_change_are_recorded()
    {
        StringBuilder text = new();
        foreach (SchemaEdit edit in SchemaMutations.Edits)
        {
            Append(text, $"{edit.Before} -> {edit.After}", SmallContract.WithSchema(edit.Before), SmallContract.WithSchema(edit.After));
            Append(text, $"{edit.After} -> {edit.Before}", SmallContract.WithSchema(edit.After), SmallContract.WithSchema(edit.Before));
        }

        foreach (Mutation mutation in OperationEdit.All.SelectMany(static edit => edit.InBothDirections()))
        {
            Append(text, mutation.Name, OurContract.Copy(mutation.Before), OurContract.Copy(mutation.After));
        }

        RecordedFile.AssertMatches(
            File,
            text.ToString(),
            Variable,
            $"{Variable}=1 dotnet test tests/OpenApi.Drift.Tests --filter {nameof(FindingMessageTests)}"
        );
    }

    private static void Append(StringBuilder text, string name, JObject before, JObject after)
    {
        text.Append(name).Append('\n');
        foreach (Finding finding in SmallContract.Compare(before, after).Findings)
        {
            text.Append("  ").Append(finding.Rule.Id).Append(": ").Append(finding.Message).Append('\n');
            string location = $"{finding.Location.Operation} @ {finding.Location.Path}".Trim();
            text.Append("    ").Append(location).Append(": ").Append(finding.Before ?? "null").Append(" -> ");
            text.Append(finding.After ?? "null").Append('\n');
        }
    }
}
