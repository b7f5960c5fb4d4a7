using System.Text.Json;

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

    private bool TryReadMark(string name, ref JsonApiReader reader)
    {
        bool isBoolean = reader.Token is JsonTokenType.True or JsonTokenType.False;
        if (reader.Marks == PresenceMarks.None)
        {
            // Ignored: a response does not know what the application assigned.
            return PresenceLists.IsName(name) && isBoolean;
        }

        switch (name, reader.Token)
        {
            case (PresenceLists.AssignedName, _) when isBoolean:
                IsModified = reader.Token == JsonTokenType.True;
                return true;
            case (PresenceLists.ReceivedName, _) when isBoolean:
                _isReceived = reader.Token == JsonTokenType.True;
                return true;
            case (LoadedName, _) when isBoolean:
                _hasAssignedResources = reader.Token == JsonTokenType.True;
                return true;
            case (NameName, JsonTokenType.String):
                string text = reader.GetText();
                Member = Member with { Name = text, PropertyName = text, IsToMany = IsToMany };
                return true;
            case (TargetTypeName, JsonTokenType.String):
                Member = Member with { TargetType = reader.GetText() };
                return true;
            case (OtherJsonName, _):
                Rare.OtherJson = reader.Load();
                return true;
            case (RelatedResourcesName, JsonTokenType.StartArray):
                reader.Document.RelatedJson = reader.Load();
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
            writer.Json.WriteMember(PresenceLists.AssignedName, true);
            if (Resources.Count > 0)
            {
                writer.Json.WriteMember(LoadedName, true);
            }
        }

        if (!_isReceived)
        {
            writer.Json.WriteMember(PresenceLists.ReceivedName, false);
        }

        if (related is null)
        {
            return;
        }

        writer.Json.WriteMember(NameName, Name);
        if (TargetType is not null)
        {
            writer.Json.WriteMember(TargetTypeName, TargetType);
        }

        if (_rare?.OtherJson is { } otherJson && !IsModified)
        {
            writer.Json.WritePropertyName(OtherJsonName);
            writer.Json.WriteRaw(otherJson);
        }

        if (related.Count > 0)
        {
            writer.Json.WritePropertyName(RelatedResourcesName);
            writer.Write(related);
        }
    }
}
