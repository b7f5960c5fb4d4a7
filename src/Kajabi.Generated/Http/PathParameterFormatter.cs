using System.Reflection;
using Refit;

namespace Kajabi.Http;

/// <summary>Refuses ids that would make a path mean another resource; query objects do not come by here.</summary>
internal sealed class PathParameterFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
    {
        string? id = value as string;
        if (string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(char.IsControl))
        {
            // An empty segment would turn one resource into the whole list, a dot segment into what stands above it.
            throw new ArgumentException(
                "An id must not be empty, a dot segment, or hold control characters. Pass the id of the resource as the API gave it.",
                nameof(value)
            );
        }

        return id;
    }
}
