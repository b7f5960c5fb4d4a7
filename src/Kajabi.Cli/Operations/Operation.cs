using System.Reflection;
using System.Runtime.CompilerServices;
using Refit;

namespace Kajabi.Cli.Operations;

/// <summary>
/// An operation of a generated interface, or an extension method of the interface. Arguments are bound by the types of the parameters.
/// </summary>
internal sealed class Operation
{
    private static readonly ILookup<Type, MethodInfo> s_extensionMethods = typeof(KajabiClient)
        .Assembly.GetExportedTypes()
        .Where(static type => type.IsDefined(typeof(ExtensionAttribute), inherit: false))
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(static method => method.IsDefined(typeof(ExtensionAttribute), inherit: false))
        .ToLookup(static method => method.GetParameters()[0].ParameterType);

    private readonly PropertyInfo _property;
    private readonly MethodInfo _method;
    private readonly HttpMethodAttribute? _request;

    private Operation(PropertyInfo property, MethodInfo method)
    {
        (_property, _method, _request) = (property, method, method.GetCustomAttribute<HttpMethodAttribute>());
    }

    /// <summary>All methods of all interfaces of the client, including extension methods.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. typeof(KajabiClient)
            .GetProperties()
            .Where(static property => property.PropertyType.IsInterface)
            .SelectMany(static property =>
                property
                    .PropertyType.GetMethods()
                    .Concat(s_extensionMethods[property.PropertyType])
                    .Select(method => new Operation(property, method))
            ),
    ];

    public string Name => _method.Name;

    /// <summary>The type of the result; for a task, the type of its result.</summary>
    public Type Result =>
        _method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? type.GetGenericArguments()[0]
            : _method.ReturnType;

    /// <summary>The type of the query; null if the operation has none.</summary>
    public Type? Query => GetParameterType<KajabiQuery>();

    /// <summary>The type of the document that is sent; null if the operation sends none.</summary>
    public Type? Body => GetParameterType<Document>();

    /// <summary>The names of the parameters that are ids.</summary>
    public IEnumerable<string> Ids =>
        _method
            .GetParameters()
            .Where(static parameter => parameter.ParameterType == typeof(string))
            .Select(static parameter => parameter.Name!);

    /// <summary>Whether the operation sends a request with this method and path template.</summary>
    public bool Matches(HttpMethod method, string path) => _request is not null && _request.Method == method && _request.Path == path;

    /// <summary>Returns the path template; null if the operation has another method, or none because it calls other operations.</summary>
    public string? GetPath(HttpMethod method) => _request?.Method == method ? _request.Path : null;

    /// <summary>Calls the operation and awaits its result.</summary>
    /// <param name="kajabi">The client.</param>
    /// <param name="id">The id, if the operation has one.</param>
    /// <param name="payload">The query or the body, if the operation has one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TResult> CallAsync<TResult>(KajabiClient kajabi, string? id, object? payload, CancellationToken cancellationToken)
    {
        Task call = (Task)Invoke(kajabi, id, payload, cancellationToken);
        await call;
        return (TResult)call.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(call)!;
    }

    /// <summary>Calls the operation and returns its return value.</summary>
    public object Invoke(KajabiClient kajabi, string? id, object? payload, CancellationToken cancellationToken)
    {
        object? api = _property.GetValue(kajabi);
        object?[] arguments =
        [
            .. _method
                .GetParameters()
                .Select(parameter =>
                    parameter.ParameterType switch
                    {
                        { } type when type == _property.PropertyType => api,
                        { } type when type == typeof(CancellationToken) => cancellationToken,
                        { } type when type == typeof(string) => id,
                        _ => payload,
                    }
                ),
        ];
        return _method.Invoke(_method.IsStatic ? null : api, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private Type? GetParameterType<TBase>() =>
        _method.GetParameters().Select(static parameter => parameter.ParameterType).FirstOrDefault(typeof(TBase).IsAssignableFrom);
}
