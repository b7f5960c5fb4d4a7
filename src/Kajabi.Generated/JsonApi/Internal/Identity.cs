using System.Collections;

namespace Kajabi;

/// <summary>
/// What loggers, debuggers and validators see of an object: one text that identifies it and holds no personal data. Without it they
/// walk over all public properties, and from a resource over its relationships to the rest of the document, again and again.
/// </summary>
internal static class Identity
{
    public static IEnumerator Enumerate(object value) => new[] { value.ToString() }.GetEnumerator();
}
