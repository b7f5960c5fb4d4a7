using System.Collections;
using System.Reflection;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>Creates queries with a value for every typed property.</summary>
internal static class FullQuery
{
    public static TQuery Create<TQuery>()
        where TQuery : KajabiQuery, new()
    {
        TQuery query = new();
        Fill(query);
        return query;
    }

    public static void Fill(object target)
    {
        foreach (
            PropertyInfo property in target
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(static property => property.CanWrite || property.PropertyType.IsSubclassOf(typeof(QueryFilter)))
        )
        {
            if (property.PropertyType.IsSubclassOf(typeof(SparseFieldsets)) || property.PropertyType.IsSubclassOf(typeof(QueryFilter)))
            {
                Fill(property.GetValue(target)!);
            }
            else
            {
                property.SetValue(target, Sample(property.PropertyType));
            }
        }
    }

    private static object Sample(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType)
        {
            Type element = type.GetGenericArguments()[0];
            IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(Sample(element));
            return list;
        }

        return type switch
        {
            _ when type == typeof(string) => "1",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 2148432935L,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 2),
            _ => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .FirstOrDefault(known => known.PropertyType == type)
                ?.GetValue(null)
                ?? Activator.CreateInstance(type, "new")!,
        };
    }
}
