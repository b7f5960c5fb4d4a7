using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Merging of two copies of one JSON object in a document.</content>
public partial class JsonApiObject
{
    /// <summary>Adds the members of another copy that this one does not have. Existing members do not change.</summary>
    internal void MergeFrom(JsonApiObject other)
    {
        foreach (string name in other.KnownMembers().Where(name => !IsPresent(name) && !IsModified(name)))
        {
            bool isAssigned = other.IsModified(name);
            int ordinal = Members.IndexOf(name);
            if (ordinal < 0)
            {
                // Both copies have the same token, which the application can change. A copy of another class can have a property instead.
                RawValue value = other._rawMembers?.GetValueOrDefault(name)?.Value ?? new RawValue(other.GetRaw(name));
                (_rawMembers ??= [])[name] = new RawMember(value, isAssigned);
            }
            else
            {
                Copy(ordinal, name, other.GetRaw(name), other.IsPresent(name), isAssigned);
            }
        }
    }

    /// <summary>Merges two copies of an object, each of which can be null. The later copy does not change.</summary>
    internal static TObject? Merge<TObject>(TObject? first, TObject? other)
        where TObject : JsonApiObject, new()
    {
        if (other is not null)
        {
            first ??= new TObject();
            first.MergeFrom(other);
        }

        return first;
    }

    private IEnumerable<string> KnownMembers() =>
        Members
            .All.Where((_, ordinal) => _received[ordinal] || _assigned[ordinal])
            .Select(static member => member.Name)
            .Concat(AdditionalMembers);

    /// <summary>Returns the raw JSON of a member without a property, or whose type does not match; null for others.</summary>
    internal RawJson? FindRaw(string name) => _rawMembers?.GetValueOrDefault(name)?.Value.ToJson();

    private RawJson GetRaw(string name) => FindRaw(name) ?? RawJson.From(Get(name) ?? JValue.CreateNull());

    /// <summary>Reads a member of another copy from JSON, with its presence.</summary>
    private void Copy(int ordinal, string name, RawJson json, bool isReceived, bool isAssigned)
    {
        Replace(ordinal, name, json);
        if (isReceived)
        {
            _received.Set(ordinal);
        }

        if (isAssigned)
        {
            _assigned.Set(ordinal);
        }
    }
}
