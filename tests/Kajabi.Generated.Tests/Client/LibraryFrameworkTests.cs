using System.Runtime.Versioning;

namespace Kajabi.Tests.Client;

/// <summary>The tests run with the assemblies of the framework that their project selects.</summary>
public sealed class LibraryFrameworkTests
{
#if NET8_LIBRARIES
    private const string Expected = ".NETCoreApp,Version=v8.0";
#else
    private const string Expected = ".NETCoreApp,Version=v10.0";
#endif

    [Theory]
    [InlineData(typeof(KajabiClient))]
    [InlineData(typeof(AspNetCore.IKajabiWebhookHandler))]
    public void The_libraries_are_built_for_the_expected_framework(Type type) =>
        Assert.Equal(
            Expected,
            type.Assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), inherit: false)
                .Cast<TargetFrameworkAttribute>()
                .Single()
                .FrameworkName
        );
}
