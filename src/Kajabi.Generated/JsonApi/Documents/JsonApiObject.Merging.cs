using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Merging of two copies of one JSON object in a document.</content>
public partial class JsonApiObject
{
    /// <summary>Adds the received members of another copy that this one does not have. Existing members do not change.</summary>
    internal void MergeFrom(JsonApiObject other)
    {
        foreach (string name in other.ReceivedMembers().Where(name => !IsPresent(name)))
        {
            Receive(name, other.Get(name) ?? JValue.CreateNull());
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

    private IEnumerable<string> ReceivedMembers() =>
        Members.All.Where((_, ordinal) => _received[ordinal]).Select(static member => member.Name).Concat(AdditionalMembers);

    /// <summary>Reads a member from JSON as a received member of this object.</summary>
    private void Receive(string name, JToken json)
    {
        int ordinal = Members.IndexOf(name);
        if (ordinal < 0)
        {
            (_rawMembers ??= [])[name] = new RawMember(json, isAssigned: false);
            return;
        }

        JsonTokenReader cursor = new(new JTokenReader(json));
        cursor.Advance();
        ReadDeclared(ordinal, name, new MemberReader(cursor));
        _received.Set(ordinal);
    }
}
