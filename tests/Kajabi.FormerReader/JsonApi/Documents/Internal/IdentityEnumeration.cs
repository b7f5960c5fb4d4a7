using System.Collections;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The elements that loggers, debuggers and validators read when they treat an object as a collection: a text that identifies the
/// object and contains no personal data. Otherwise they would read all public properties, and through the relationships of a
/// resource the whole document, repeatedly.
/// </summary>
internal static class IdentityEnumeration
{
    public static IEnumerator Create(object value) => new object?[] { value.ToString(), new ReferenceIdentity(value) }.GetEnumerator();

    /// <summary>
    /// Makes two objects with the same text unequal for assertion libraries, which compare collections element by element.
    /// Otherwise any two attributes objects of one class would be equal.
    /// </summary>
    private sealed class ReferenceIdentity(object value)
    {
        public override bool Equals(object? obj) => obj is ReferenceIdentity other && ReferenceEquals(other.Target(), Target());

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value);

        public override string ToString() => string.Empty;

        private object Target() => value;
    }
}
