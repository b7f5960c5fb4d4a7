using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Kajabi.Build.Tests.Packages;

/// <summary>The contents of the packages.</summary>
[Collection(nameof(PackageBuilds))]
public sealed class PackageTests(PackedRepository packed)
{
    private static readonly string[] s_libraries = ["Kajabi.Generated", "Kajabi.Generated.AspNetCore", "Kajabi.Generated.Sandbox"];

    [Fact]
    public void Each_package_has_its_metadata_and_symbols()
    {
        string[] ids =
        [
            .. Directory
                .EnumerateFiles(packed.Packages, "*.nupkg")
                .Select(static file => (string)PackedRepository.Metadata(file).Element("id")!)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal([.. s_libraries, "OpenApi.Documents", "OpenApi.Drift", "kajabi", "kajabi-contract"], ids);
        Assert.All(
            Directory.EnumerateFiles(packed.Packages, "*.nupkg"),
            static file =>
            {
                XElement metadata = PackedRepository.Metadata(file);
                Assert.All(
                    ["description", "tags", "license", "icon", "readme", "releaseNotes", "authors"],
                    name => Assert.NotEmpty((string?)metadata.Element(name) ?? string.Empty)
                );
                Assert.NotEmpty((string)metadata.Element("repository")!.Attribute("commit")!);
                Assert.Contains("README.md", Entries(file));
                Assert.Contains("icon.png", Entries(file));
                Assert.True(File.Exists(Path.ChangeExtension(file, "snupkg")), $"{file} has no symbols.");
            }
        );
    }

    [Fact]
    public void Each_library_supports_both_frameworks_and_needs_only_packages_of_its_run_time() =>
        Assert.All(
            s_libraries,
            id =>
            {
                string file = packed.Find(id);
                Assert.Equal(
                    [$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"],
                    Entries(file).Where(static entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                );
                Assert.DoesNotContain(
                    PackedRepository.Metadata(file).Descendants("dependency"),
                    static dependency =>
                        (string)dependency.Attribute("id")! is "NSwag.MSBuild" or "MinVer" or "CSharpier.MsBuild"
                        || ((string)dependency.Attribute("id")!).Contains("Analyzers", StringComparison.Ordinal)
                );
            }
        );

    [Theory]
    [InlineData("linux-x64", Machine.Amd64, true)]
    [InlineData("linux-arm64", Machine.Arm64, true)]
    [InlineData("win-x64", Machine.Amd64, false)]
    public void The_SDK_has_an_assembly_with_machine_code_for(string system, Machine machine, bool isLinux)
    {
        using ZipArchive package = ZipFile.OpenRead(packed.Find("Kajabi.Generated"));
        using PEReader library = Open(package, "lib/net10.0/Kajabi.Generated.dll");
        using PEReader precompiled = Open(package, $"runtimes/{system}/lib/net10.0/Kajabi.Generated.dll");

        // Machine code of ReadyToRun for Linux is marked with a different value, so that Windows does not load it.
        Assert.Equal((int)machine, (int)precompiled.PEHeaders.CoffHeader.Machine ^ (isLinux ? 0x7B79 : 0));
        Assert.NotEqual(0, precompiled.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.Equal(0, library.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.Equal(Mvid(library), Mvid(precompiled));
    }

    [Fact]
    public void Only_the_SDK_has_machine_code_and_only_for_three_systems() =>
        Assert.Equal(
            3,
            s_libraries
                .SelectMany(id => Entries(packed.Find(id)))
                .Count(static entry => entry.StartsWith("runtimes/", StringComparison.Ordinal))
        );

    /// <summary>The systems with a .NET SDK that SQLite has a library for.</summary>
    [Fact]
    public void The_command_has_native_libraries_of_systems_with_an_SDK_only()
    {
        string[] expected =
        [
            "linux-arm",
            "linux-arm64",
            "linux-musl-arm",
            "linux-musl-arm64",
            "linux-musl-riscv64",
            "linux-musl-s390x",
            "linux-musl-x64",
            "linux-ppc64le",
            "linux-riscv64",
            "linux-s390x",
            "linux-x64",
            "osx-arm64",
            "osx-x64",
            "win-arm64",
            "win-x64",
            "win-x86",
        ];

        string[] systems =
        [
            .. Entries(packed.Find("kajabi"))
                .Select(static entry => entry.Split('/'))
                .Where(static parts => parts is ["tools", _, _, "runtimes", ..])
                .Select(static parts => parts[4])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(expected, systems);
    }

    [Fact]
    public void The_command_has_neither_translations_nor_documentation_of_members() =>
        Assert.Equal(
            ["tools/net10.0/any/DotnetToolSettings.xml"],
            Entries(packed.Find("kajabi"))
                .Where(static entry => entry.StartsWith("tools/", StringComparison.Ordinal))
                .Where(static entry => entry.EndsWith(".resources.dll", StringComparison.Ordinal) || Path.GetExtension(entry) == ".xml")
        );

    [Fact]
    public void The_documentation_contains_public_members_only()
    {
        using ZipArchive package = ZipFile.OpenRead(packed.Find("Kajabi.Generated"));
        using Stream stream = package.GetEntry("lib/net8.0/Kajabi.Generated.xml")!.Open();
        HashSet<string> members =
        [
            .. XDocument.Load(stream).Descendants("member").Select(static member => (string)member.Attribute("name")!),
        ];

        Assert.Contains("P:Kajabi.ContactAttributes.Email", members);
        Assert.DoesNotContain(members, static name => name.Contains(".Internal.", StringComparison.Ordinal));
        Assert.DoesNotContain("P:Kajabi.JsonApi.JsonApiObject.IsChange", members);
    }

    [Fact]
    public void Two_packages_of_one_commit_are_equal()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("kajabi-second-");
        try
        {
            string clone = packed.Clone(root.FullName);
            string project = Path.Combine("src", "Kajabi.Generated");
            PackedRepository.Run(clone, "dotnet", ["pack", project, "-o", root.FullName, .. PackedRepository.PackArguments]);
            string[] names = [.. root.EnumerateFiles("*.*nupkg").Select(static file => file.Name)];

            Assert.Equal(2, names.Length);
            Assert.All(
                names,
                name =>
                    Assert.Equal(
                        File.ReadAllBytes(Path.Combine(packed.Packages, name)),
                        File.ReadAllBytes(Path.Combine(root.FullName, name))
                    )
            );
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static PEReader Open(ZipArchive package, string name)
    {
        using Stream stream = package.GetEntry(name)!.Open();
        byte[] bytes = new byte[package.GetEntry(name)!.Length];
        stream.ReadExactly(bytes);
        return new PEReader([.. bytes]);
    }

    private static Guid Mvid(PEReader assembly)
    {
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static string[] Entries(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }
}
