using System.Reflection;
using Refit;

namespace Kajabi.Cli.Endpoints;

/// <summary>One method of a generated interface, called by what its parameters are for.</summary>
internal sealed class Operation
{
    private readonly PropertyInfo _area;
    private readonly MethodInfo _method;
    private readonly HttpMethodAttribute? _request;

    private Operation(PropertyInfo area, MethodInfo method)
    {
        (_area, _method, _request) = (area, method, method.GetCustomAttribute<HttpMethodAttribute>());
    }

    /// <summary>Every method of every area of the client.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. typeof(KajabiClient)
            .GetProperties()
            .Where(static property => property.PropertyType.IsInterface)
            .SelectMany(static area => area.PropertyType.GetMethods().Select(method => new Operation(area, method))),
    ];

    public string Name => _method.Name;

    /// <summary>The class of the result, of an awaited one where it is a task.</summary>
    public Type Result =>
        _method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? type.GetGenericArguments()[0]
            : _method.ReturnType;

    /// <summary>The class of the query; null where the operation takes none.</summary>
    public Type? Query => ParameterOf<KajabiQuery>();

    /// <summary>The class of the document that is sent; null where the operation sends none.</summary>
    public Type? Body => ParameterOf<Document>();

    /// <summary>The names of the parameters that are ids.</summary>
    public IEnumerable<string> Ids =>
        _method
            .GetParameters()
            .Where(static parameter => parameter.ParameterType == typeof(string))
            .Select(static parameter => parameter.Name!);

    /// <summary>Whether it sends this request: a method and a path template.</summary>
    public bool Sends(HttpMethod method, string path) => _request is not null && _request.Method == method && _request.Path == path;

    /// <summary>The path template; null for a method that makes its requests through others.</summary>
    public string? PathOf(HttpMethod method) => _request?.Method == method ? _request.Path : null;

    /// <summary>Calls the method and waits for its result.</summary>
    /// <param name="kajabi">The client.</param>
    /// <param name="id">The value of the one parameter that is an id, if there is one.</param>
    /// <param name="payload">The query or the body, if there is one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TResult> CallAsync<TResult>(KajabiClient kajabi, string? id, object? payload, CancellationToken cancellationToken)
    {
        Task call = (Task)Invoke(kajabi, id, payload, cancellationToken);
        await call;
        return (TResult)call.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(call)!;
    }

    /// <summary>Calls the method and gives what it returns.</summary>
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
        return _method.Invoke(_area.GetValue(kajabi), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private Type? ParameterOf<TBase>() =>
        _method.GetParameters().Select(static parameter => parameter.ParameterType).FirstOrDefault(typeof(TBase).IsAssignableFrom);
}
