namespace OpenApi.Drift.Tests.Mutations;

/// <summary>All mutations by name.</summary>
internal static class MutationSuite
{
    public static IReadOnlyDictionary<string, Mutation> All { get; } =
        SchemaMutations
            .All.Concat(OperationEdit.All.SelectMany(static edit => edit.InBothDirections()))
            .ToDictionary(static mutation => mutation.Name);
}
