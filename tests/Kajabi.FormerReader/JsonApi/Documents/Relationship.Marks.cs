using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <content>
/// Members of a serialized relationship that JSON:API does not define: marks and, outside a resource, name and related resources.
/// </content>
public abstract partial class Relationship
{
    internal const string RelatedResourcesName = "@included";

    private const string NameName = "@name";
    private const string TargetTypeName = "@target_type";
    private const string OtherJsonName = "@json";
    private const string LoadedName = "@loaded";

    // Whether the related resources were assigned too, so that they are found again when the relationship is read.
    private bool _hasAssignedResources;

    private bool TryReadMark(string name, MemberReader reader)
    {
        JsonTokenReader cursor = reader.Cursor;
        if (cursor.Marks == PresenceMarks.None)
        {
            // Ignored: a response does not know what the application assigned.
            return PresenceLists.IsName(name) && cursor.Token == JsonToken.Boolean;
        }

        switch (name, cursor.Value)
        {
            case (PresenceLists.AssignedName, bool isAssigned):
                IsModified = isAssigned;
                return true;
            case (PresenceLists.ReceivedName, bool isReceived):
                _isReceived = isReceived;
                return true;
            case (LoadedName, bool isLoaded):
                _hasAssignedResources = isLoaded;
                return true;
            case (NameName, string text):
                Member = Member with { Name = text, PropertyName = text, IsToMany = IsToMany };
                return true;
            case (TargetTypeName, string text):
                Member = Member with { TargetType = text };
                return true;
            case (OtherJsonName, _):
                _otherJson = cursor.Load();
                return true;
            case (RelatedResourcesName, _) when cursor.Token == JsonToken.StartArray:
                reader.RelatedResources = cursor.Load();
                return true;
            default:
                return false;
        }
    }

    /// <param name="writer">The destination.</param>
    /// <param name="related">The related resources, where the relationship is written on its own; null inside a resource.</param>
    private void WriteMarks(MemberWriter writer, IReadOnlyList<Resource>? related)
    {
        if (writer.Marks == PresenceMarks.None)
        {
            return;
        }

        if (IsModified)
        {
            Write(PresenceLists.AssignedName, true);
            if (Resources.Count > 0)
            {
                Write(LoadedName, true);
            }
        }

        if (!_isReceived)
        {
            Write(PresenceLists.ReceivedName, false);
        }

        if (related is null)
        {
            return;
        }

        Write(NameName, Name);
        if (TargetType is not null)
        {
            Write(TargetTypeName, TargetType);
        }

        if (_otherJson is not null && !IsModified)
        {
            writer.Json.WritePropertyName(OtherJsonName);
            _otherJson.WriteTo(writer.Json);
        }

        if (related.Count > 0)
        {
            writer.Json.WritePropertyName(RelatedResourcesName);
            writer.Write(related);
        }

        void Write(string name, object value)
        {
            writer.Json.WritePropertyName(name);
            writer.Json.WriteValue(value);
        }
    }
}
