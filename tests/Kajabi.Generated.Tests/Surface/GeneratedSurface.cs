using System.Reflection;
using Refit;

namespace Kajabi.Tests.Surface;

/// <summary>The generated API of the SDK, read by reflection.</summary>
internal static class GeneratedSurface
{
    public static IEnumerable<MethodInfo> Operations =>
        typeof(KajabiClient)
            .GetProperties()
            .Select(area => area.PropertyType)
            .Where(type => type.IsInterface)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null);

    public static IEnumerable<Type> Queries =>
        typeof(KajabiClient).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(KajabiQuery)));

    public static string Key(MethodInfo operation)
    {
        HttpMethodAttribute http = operation.GetCustomAttribute<HttpMethodAttribute>()!;
        return $"{http.Method} {http.Path}";
    }

    /// <summary>Calls an operation of a client with an id of 7 for every id, a body with one member, and the given query.</summary>
    public static Task CallAsync(KajabiClient client, MethodInfo operation, KajabiQuery? query)
    {
        object area = typeof(KajabiClient)
            .GetProperties()
            .Single(property => property.PropertyType == operation.DeclaringType)
            .GetValue(client)!;
        object?[] arguments =
        [
            .. operation
                .GetParameters()
                .Select(parameter =>
                    parameter switch
                    {
                        { ParameterType: var type } when type == typeof(string) => "7",
                        { ParameterType: var type } when type == typeof(CancellationToken) => CancellationToken.None,
                        { ParameterType: var type } when type.IsSubclassOf(typeof(KajabiQuery)) => query
                            ?? (parameter.HasDefaultValue ? null : Activator.CreateInstance(type)),
                        { ParameterType: var type } when type == typeof(RelationshipDocument) => new RelationshipDocument
                        {
                            Data = [new("things", "7")],
                        },
                        { ParameterType: var type } => Body(type),
                    }
                ),
        ];
        return (Task)operation.Invoke(area, arguments)!;
    }

    private static object Body(Type type)
    {
        object body = Activator.CreateInstance(type)!;
        if (body is Document { PrimaryData: [var resource] })
        {
            resource.Attributes["custom_150"] = "x";
        }

        return body;
    }
}
