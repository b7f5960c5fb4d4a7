namespace Kajabi.Build.Tests.Packages;

/// <summary>
/// The tests of the packages, which are built once. They run beside the other tests: the generator, the linker and the restore of a build
/// use one processor.
/// </summary>
[CollectionDefinition(nameof(PackageBuilds))]
public sealed class PackageBuilds : ICollectionFixture<PackedRepository>;
