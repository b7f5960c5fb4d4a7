using System.Reflection;
using System.Text.RegularExpressions;

namespace Kajabi.Tests.Surface;

/// <summary>Conventions for all public types, generated or handwritten.</summary>
public sealed partial class ConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> PublicTypes => typeof(KajabiClient).Assembly.GetExportedTypes();

    private static IEnumerable<MethodInfo> Operations =>
        typeof(KajabiClient)
            .GetProperties()
            .Where(area => area.PropertyType.IsInterface)
            .SelectMany(area => area.PropertyType.GetMethods());

    private static IEnumerable<MethodInfo> Extensions =>
        PublicTypes
            .Where(type => type.Name.EndsWith("ApiExtensions", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly));

    private static IEnumerable<MethodInfo> AreaMethods => Operations.Concat(Extensions);

    private static bool IsChangeSequence(MethodInfo method) =>
        method.ReturnType.Name.StartsWith("ChangeSequence", StringComparison.Ordinal);

    [GeneratedRegex("^List(Changed|Created)")]
    private static partial Regex ChangedOrCreated();

    [Fact]
    public void Asynchronous_methods_end_with_Async_and_accept_a_cancellation_token()
    {
        IEnumerable<string> broken = PublicTypes
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method =>
                typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            )
            .Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method =>
                !method.Name.EndsWith("Async", StringComparison.Ordinal)
                || method.GetParameters() is not [.., { HasDefaultValue: true, ParameterType: var last }]
                || last != typeof(CancellationToken)
            )
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(broken);
    }

    [Fact]
    public void Each_operation_is_declared_once_and_has_at_most_one_convenience_overload()
    {
        Assert.DoesNotContain(
            Operations.GroupBy(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            static overloads => overloads.Count() > 1
        );
        Assert.DoesNotContain(
            Extensions.GroupBy(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            static overloads => overloads.Count() > 1
        );
    }

    [Fact]
    public void Exactly_the_operations_with_a_document_as_body_have_a_convenience_overload()
    {
        HashSet<string> operations = [.. Operations.Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];
        List<string> withDocument =
        [
            .. Operations
                .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsSubclassOf(typeof(Document))))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
        ];
        IEnumerable<string> overloads = Extensions
            .Select(method => $"{method.GetParameters()[0].ParameterType.Name}.{method.Name}")
            .Where(operations.Contains);

        Assert.NotEmpty(withDocument);
        Assert.Equal(withDocument.Order(StringComparer.Ordinal), overloads.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_List_method_has_a_ListAll_method()
    {
        IEnumerable<string> lists = AreaMethods
            .Where(method =>
                method.Name.StartsWith("List", StringComparison.Ordinal)
                && !method.Name.StartsWith("ListAll", StringComparison.Ordinal)
                && !IsChangeSequence(method)
            )
            .Select(method => method.Name["List".Length..]);
        IEnumerable<string> sequences = AreaMethods
            .Where(method => method.ReturnType.Name.StartsWith("PagedEnumerable", StringComparison.Ordinal))
            .Select(method => method.Name["ListAll".Length..]);

        Assert.Equal(21, lists.Count());
        Assert.Equal(lists.Order(StringComparer.Ordinal), sequences.Order(StringComparer.Ordinal));
        Assert.All(
            AreaMethods.Where(IsChangeSequence),
            method => Assert.Contains(ChangedOrCreated().Replace(method.Name, string.Empty, count: 1), lists)
        );
    }

    [Fact]
    public void Sending_mail_and_removing_all_are_never_the_default()
    {
        IEnumerable<ParameterInfo> choices = AreaMethods.SelectMany(method => method.GetParameters());

        Assert.All(
            choices.Where(parameter => parameter.ParameterType == typeof(WelcomeEmail)),
            parameter => Assert.False(parameter.HasDefaultValue)
        );
        Assert.All(
            choices.Where(parameter => parameter is { HasDefaultValue: true, ParameterType.IsEnum: true }),
            parameter =>
                Assert.Equal(
                    (int)EmptyListBehavior.Throw,
                    Convert.ToInt32(parameter.DefaultValue, System.Globalization.CultureInfo.InvariantCulture)
                )
        );
    }

    [Fact]
    public void Nothing_public_is_a_field_that_can_change()
    {
        IEnumerable<string> fields = PublicTypes
            .SelectMany(type => type.GetFields(Declared))
            .Where(field => field is { IsLiteral: false, IsInitOnly: false } && !field.IsSpecialName)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        Assert.Empty(fields);
    }
}
