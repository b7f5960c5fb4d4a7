namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>All seeded changes, by name.</summary>
internal static class MutationSuite
{
    public static IReadOnlyDictionary<string, Mutation> All { get; } =
        SchemaMutations
            .All.Concat(
                new[]
                {
                    MessageEdits.Parameters,
                    MessageEdits.Bodies,
                    MessageEdits.Answers,
                    OperationEdits.Operations,
                    OperationEdits.Security,
                    OperationEdits.Surroundings,
                }
                    .SelectMany(static edits => edits)
                    .SelectMany(static edit => edit.BothWays())
            )
            .ToDictionary(static mutation => mutation.Name);
}
