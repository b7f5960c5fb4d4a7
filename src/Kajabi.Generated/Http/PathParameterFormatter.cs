using System.Reflection;
using Refit;

namespace Kajabi.Http;

/// <summary>Rejects ids that would change which resource a path identifies. Query objects are not formatted here.</summary>
internal sealed class PathParameterFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
    {
        string? id = value as string;
        if (string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(char.IsControl))
        {
            // An empty segment would address the list, a dot segment a parent path.
            throw new ArgumentException(
                "An id must not be empty or a dot segment, and must not contain control characters. Pass the id that the API returned.",
                nameof(value)
            );
        }

        return id;
    }
}
