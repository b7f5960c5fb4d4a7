using System.Reflection;
using Refit;

namespace Kajabi.Cli.Operations;

/// <summary>An operation of a generated interface, whose arguments are bound by the types of its parameters.</summary>
internal sealed class Operation
{
    private readonly PropertyInfo _property;
    private readonly MethodInfo _method;
    private readonly HttpMethodAttribute? _request;

    private Operation(PropertyInfo property, MethodInfo method)
    {
        (_property, _method, _request) = (property, method, method.GetCustomAttribute<HttpMethodAttribute>());
    }

    /// <summary>All methods of all interfaces of the client.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. typeof(KajabiClient)
            .GetProperties()
            .Where(static property => property.PropertyType.IsInterface)
            .SelectMany(static property => property.PropertyType.GetMethods().Select(method => new Operation(property, method))),
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
        object?[] arguments =
        [
            .. _method
                .GetParameters()
                .Select(parameter =>
                    parameter.ParameterType switch
                    {
                        { } type when type == typeof(CancellationToken) => cancellationToken,
                        { } type when type == typeof(string) => id,
                        _ => payload,
                    }
                ),
        ];
        return _method.Invoke(_property.GetValue(kajabi), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private Type? GetParameterType<TBase>() =>
        _method.GetParameters().Select(static parameter => parameter.ParameterType).FirstOrDefault(typeof(TBase).IsAssignableFrom);
}
