using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Merging two copies of one JSON object that a document contains twice.</content>
public partial class JsonApiObject
{
    /// <summary>Adds the received members of another copy that this one lacks. A member that both have is kept as it is.</summary>
    internal void MergeFrom(JsonApiObject other)
    {
        foreach (string name in other.ReceivedMembers().Where(name => !IsPresent(name)))
        {
            Receive(name, other.Get(name) ?? JValue.CreateNull());
        }
    }

    /// <summary>Merges two copies of an object of which each may be missing, and leaves the later copy as it was read.</summary>
    internal static TObject? Merged<TObject>(TObject? first, TObject? other)
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

    /// <summary>Reads a member from JSON as if it had been in the text of this object.</summary>
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
