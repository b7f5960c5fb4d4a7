using System.Collections;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The elements that loggers, debuggers and validators find when they treat an object as a collection: a text that identifies the object
/// and contains no personal data. Without it they read all public properties, and from a resource its relationships and the rest of the
/// document, again and again.
/// </summary>
internal static class IdentityEnumeration
{
    public static IEnumerator Create(object value) => new object?[] { value.ToString(), new Distinction(value) }.GetEnumerator();

    /// <summary>
    /// Keeps two objects with the same text apart where collections are compared element by element, as assertion libraries do: without
    /// it, any two attributes objects of one class would be equal to them.
    /// </summary>
    private sealed class Distinction(object value)
    {
        public override bool Equals(object? obj) => obj is Distinction other && ReferenceEquals(other.Target(), Target());

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value);

        public override string ToString() => string.Empty;

        private object Target() => value;
    }
}
