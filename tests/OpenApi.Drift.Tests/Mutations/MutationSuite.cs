namespace OpenApi.Drift.Tests.Mutations;

/// <summary>All mutations by name.</summary>
internal static class MutationSuite
{
    public static IReadOnlyDictionary<string, Mutation> All { get; } =
        SchemaMutations
            .All.Concat(
                new[]
                {
                    MessageEdits.Parameters,
                    MessageEdits.Bodies,
                    MessageEdits.Responses,
                    OperationEdits.Operations,
                    OperationEdits.Security,
                    OperationEdits.ServersAndEvents,
                }
                    .SelectMany(static edits => edits)
                    .SelectMany(static edit => edit.InBothDirections())
            )
            .ToDictionary(static mutation => mutation.Name);
}
