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
            Copy(name, other.Get(name) ?? JValue.CreateNull(), other.IsPresent(name), other.IsModified(name));
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

    /// <summary>Reads a member of another copy from JSON, with its presence.</summary>
    private void Copy(string name, JToken json, bool isReceived, bool isAssigned)
    {
        int ordinal = Members.IndexOf(name);
        if (ordinal < 0)
        {
            (_rawMembers ??= [])[name] = new RawMember(json, isAssigned);
            return;
        }

        JsonTokenReader cursor = new(new JTokenReader(json));
        cursor.Advance();
        ReadDeclared(ordinal, name, new MemberReader(cursor));
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
