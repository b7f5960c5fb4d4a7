namespace Kajabi.Build.Tests.Packages;

/// <summary>The tests of the packages, which are built once. They run after all others, because a build uses all processors.</summary>
[CollectionDefinition(nameof(PackageBuilds), DisableParallelization = true)]
public sealed class PackageBuilds : ICollectionFixture<PackedRepository>;
