namespace Kajabi.Build.Tests.Builds;

/// <summary>The tests that build the SDK. A build uses all processors, so they run one after the other.</summary>
[CollectionDefinition(nameof(SequentialBuilds))]
public sealed class SequentialBuilds : ICollectionFixture<TemporaryRepository>;
