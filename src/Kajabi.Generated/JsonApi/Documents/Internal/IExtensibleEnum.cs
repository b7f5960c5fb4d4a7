namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>An open enum: a value that is its wire string, known to this version of the contract or not.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
internal interface IExtensibleEnum<TSelf>
    where TSelf : struct, IExtensibleEnum<TSelf>
{
    string Value { get; }

    static abstract TSelf Create(string value);

    /// <summary>Whether the contract lists a value.</summary>
    static abstract bool IsListed(string value);
}
