using System.Reflection;
using System.Text.RegularExpressions;

namespace Kajabi.Tests.Surface;

/// <summary>The documentation of related resources names an include exactly if an operation accepts one.</summary>
public sealed partial class IncludeDocumentationTests
{
    private static readonly string s_folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", "Kajabi.Generated", "Resources");

    private static readonly Assembly s_sdk = typeof(KajabiClient).Assembly;

    public static TheoryData<string> Resources =>
        [.. Directory.GetFiles(s_folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_documentation_states_whether_requests_accept_an_include(string resource)
    {
        string code = File.ReadAllText(Path.Combine(s_folder, $"{resource}.cs"));
        // A resource without an operation of its own, such as a lesson, is only read as part of an include path.
        bool isRead = GeneratedSurface.Operations.Any(operation => operation.Name == $"Get{resource}Async");
        bool acceptsNone = isRead && s_sdk.GetType($"Kajabi.Get{resource}Query")?.GetProperty("Include") is null;

        Assert.Equal(acceptsNone, AcceptNoInclude().IsMatch(code));
    }

    // The words can be on two lines of a comment.
    [GeneratedRegex(@"accept(\s|///)+no(\s|///)+include")]
    private static partial Regex AcceptNoInclude();
}
