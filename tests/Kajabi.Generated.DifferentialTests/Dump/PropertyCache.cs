using System.Collections.Concurrent;
using System.Reflection;

namespace Kajabi.Tests.Dump;

/// <summary>The public properties of classes that differ by resource type.</summary>
internal static class PropertyCache
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> s_properties = [];
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_declared = [];

    public static PropertyInfo? Find(Type type, string name) =>
        s_properties.GetOrAdd(
            (type, name),
            static key => key.Item1.GetProperty(key.Item2, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        );

    /// <summary>Returns the properties that a class and its generic base classes declare themselves.</summary>
    public static PropertyInfo[] Declared(Type type) => s_declared.GetOrAdd(type, Read);

    /// <summary>Returns the string of an extensible enum; null for a value of another type.</summary>
    public static string? GetEnumValue(object value) =>
        value.GetType() is { IsValueType: true } type && type.Assembly == typeof(Document).Assembly
            ? Find(type, "Value")?.GetValue(value) as string
            : null;

    private static PropertyInfo[] Read(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(static property => property.GetIndexParameters().Length == 0)
                .OrderBy(static property => property.Name, StringComparer.Ordinal),
            .. type.BaseType is { IsGenericType: true } generic ? Declared(generic) : [],
        ];
}
