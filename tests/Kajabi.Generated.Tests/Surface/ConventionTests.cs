using System.ComponentModel;
using System.Reflection;

namespace Kajabi.Tests.Surface;

/// <summary>What holds for everything public, whoever wrote it: a generator or a hand.</summary>
public sealed class ConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> PublicTypes => typeof(KajabiClient).Assembly.GetExportedTypes();

    private static IEnumerable<MethodInfo> AreaMethods =>
        typeof(KajabiClient)
            .GetProperties()
            .Where(area => area.PropertyType.IsInterface)
            .SelectMany(area => area.PropertyType.GetMethods());

    [Fact]
    public void Everything_asynchronous_is_named_so_and_can_be_cancelled()
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
    public void Each_operation_is_in_sight_once()
    {
        IEnumerable<string> twice = AreaMethods
            .Where(method => method.GetCustomAttribute<EditorBrowsableAttribute>() is null)
            .GroupBy(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void What_is_out_of_sight_has_its_light_form_beside_it()
    {
        IEnumerable<MethodInfo> hidden = AreaMethods.Where(method => method.GetCustomAttribute<EditorBrowsableAttribute>() is not null);

        Assert.NotEmpty(hidden);
        Assert.All(
            hidden,
            method =>
                Assert.Single(
                    AreaMethods,
                    light =>
                        light.Name == method.Name
                        && light.DeclaringType == method.DeclaringType
                        && light.GetCustomAttribute<EditorBrowsableAttribute>() is null
                )
        );
    }

    [Fact]
    public void Every_list_has_its_sequence()
    {
        IEnumerable<string> lists = AreaMethods
            .Where(method =>
                method.Name.StartsWith("List", StringComparison.Ordinal) && !method.Name.StartsWith("ListAll", StringComparison.Ordinal)
            )
            .Select(method => method.Name["List".Length..]);
        IEnumerable<string> sequences = AreaMethods
            .Where(method => method.ReturnType.Name.StartsWith("PagedEnumerable", StringComparison.Ordinal))
            .Select(method => method.Name["ListAll".Length..]);

        Assert.Equal(21, lists.Count());
        Assert.Equal(lists.Order(StringComparer.Ordinal), sequences.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_that_mails_or_removes_is_chosen_by_default()
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
