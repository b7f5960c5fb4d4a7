using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Serialization;
using Refit;

namespace Kajabi.Tests.Surface;

/// <summary>Compares the generated table of operations with the operations of the interfaces.</summary>
public sealed partial class OperationTableTests
{
    private static readonly ILookup<string, MethodInfo> s_operations = GeneratedSurface.Operations.ToLookup(GeneratedSurface.Key);

    public static TheoryData<string> Types => [.. GeneratedOperations.All.Select(static entry => entry.Type)];

    [Fact]
    public void Each_type_that_can_be_read_by_id_has_an_entry_in_alphabetical_order()
    {
        IEnumerable<string> types = GeneratedSurface
            .Operations.Where(static operation => ResourcePath().IsMatch(GeneratedSurface.Key(operation)))
            .Select(static operation => GetResourceClass(operation))
            .OfType<Type>()
            .Select(static type => ((Resource)Activator.CreateInstance(type)!).Type);

        Assert.Equal(types.Order(StringComparer.Ordinal), GeneratedOperations.All.Select(static entry => entry.Type));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void An_entry_has_the_operations_of_its_type(string type)
    {
        ResourceTypeOperations entry = GeneratedOperations.All.Single(one => one.Type == type);
        MethodInfo get = GetOperation(type);
        string path = GeneratedSurface.Key(get)["GET ".Length..];
        string collection = path[..path.LastIndexOf('/')];

        Assert.Equal(s_operations[$"POST {collection}"].Any(), entry.Create is not null);
        Assert.Equal(s_operations[$"PATCH {path}"].Any(), entry.Update is not null);
        Assert.Equal(s_operations[$"DELETE {path}"].Any(), entry.Delete is not null);
        Assert.Equal(s_operations[$"GET {collection}"].Any(), entry.List is not null);
        AssertDeclares(get, entry.Get.Query);
        if (entry.List is { } list)
        {
            AssertDeclares(s_operations[$"GET {collection}"].Single(), list.Query);
            Assert.IsType<IPagedQuery>(list.Query.Create(), exactMatch: false);
        }

        Assert.All(
            new[] { entry.Create, entry.Update }.OfType<WriteOperation>(),
            write => Assert.Equal(type, write.CreateBody().PrimaryData.Single().Type)
        );
    }

    private static MethodInfo GetOperation(string type) =>
        GeneratedSurface.Operations.Single(operation =>
            ResourcePath().IsMatch(GeneratedSurface.Key(operation))
            && GetResourceClass(operation) is { } resource
            && ((Resource)Activator.CreateInstance(resource)!).Type == type
        );

    private static Type? GetResourceClass(MethodInfo operation) =>
        operation.ReturnType.GetGenericArguments() is [{ BaseType: { IsGenericType: true } document }]
        && document.GetGenericTypeDefinition() == typeof(ResourceDocument<>)
            ? document.GetGenericArguments()[0]
            : null;

    private static void AssertDeclares(MethodInfo operation, QueryDeclaration? declared)
    {
        Type? query = operation
            .GetParameters()
            .Select(static parameter => parameter.ParameterType)
            .FirstOrDefault(static type => type.IsSubclassOf(typeof(KajabiQuery)));
        Assert.Equal(query, declared?.Create().GetType());
        if (query is not null)
        {
            SnakeCaseNamingStrategy naming = new();
            Assert.Equal(GetValues(query, "Include"), declared!.Includes);
            Assert.Equal(GetValues(query, "Sort"), declared.Sorts);
            Assert.Equal(
                query
                    .GetProperties()
                    .Where(static property => property.IsDefined(typeof(RequiredMemberAttribute), inherit: false))
                    .Select(property => naming.GetPropertyName(property.Name, hasSpecifiedName: false)),
                declared.RequiredFilters
            );
        }
    }

    private static IEnumerable<string> GetValues(Type query, string property) =>
        query.GetProperty(property)?.PropertyType.GetGenericArguments()[0] is { } value
            ? value
                .GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(one => one.PropertyType == value)
                .Select(static one => one.GetValue(null)!.ToString()!)
            : [];

    [GeneratedRegex(@"^GET /v1/\w+/\{\w+\}$")]
    private static partial Regex ResourcePath();
}
