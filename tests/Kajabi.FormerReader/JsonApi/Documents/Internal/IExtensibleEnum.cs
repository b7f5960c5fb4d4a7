namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>An extensible enum: its value is the JSON string, whether the OpenAPI document declares it or not.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
internal interface IExtensibleEnum<TSelf>
    where TSelf : struct, IExtensibleEnum<TSelf>
{
    string Value { get; }

    static abstract TSelf Create(string value);

    /// <summary>Returns whether the OpenAPI document declares a value.</summary>
    static abstract bool IsListed(string value);
}
