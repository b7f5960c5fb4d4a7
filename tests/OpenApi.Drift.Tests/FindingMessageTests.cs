using System.Text;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Tests.Mutations;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the texts of the findings: those of every seeded change are recorded in a file.</summary>
public sealed class FindingMessageTests
{
    private const string RecordedMessages = "tests/OpenApi.Drift.Tests/Mutations/messages.txt";
    private const string UpdateVariable = "KAJABI_UPDATE_MESSAGES";

    [Fact]
    public void The_messages_and_values_of_every_seeded_change_are_recorded()
    {
        StringBuilder text = new();
        foreach (SchemaEdit edit in SchemaMutations.Edits)
        {
            Append(text, $"{edit.Before} -> {edit.After}", Compare(edit.Before, edit.After));
            Append(text, $"{edit.After} -> {edit.Before}", Compare(edit.After, edit.Before));
        }

        foreach (Mutation mutation in OperationEdit.All.SelectMany(static edit => edit.InBothDirections()))
        {
            Append(text, mutation.Name, MutationRun.Get(mutation.Name).Findings);
        }

        RecordedFile.AssertMatches(
            RecordedMessages,
            text.ToString(),
            UpdateVariable,
            $"{UpdateVariable}=1 dotnet test tests/OpenApi.Drift.Tests --filter {nameof(FindingMessageTests)}"
        );
    }

    private static IReadOnlyList<Finding> Compare(string before, string after) =>
        SmallContract.Compare(SmallContract.WithSchema(before), SmallContract.WithSchema(after)).Findings;

    private static void Append(StringBuilder text, string name, IReadOnlyList<Finding> findings)
    {
        text.Append(name).Append('\n');
        foreach (Finding finding in findings)
        {
            text.Append("  ").Append(finding.Rule.Id).Append(": ").Append(finding.Message).Append('\n');
            string location = $"{finding.Location.Operation} @ {finding.Location.Path}".Trim();
            text.Append("    ").Append(location).Append(": ").Append(finding.Before ?? "null").Append(" -> ");
            text.Append(finding.After ?? "null").Append('\n');
        }
    }
}
