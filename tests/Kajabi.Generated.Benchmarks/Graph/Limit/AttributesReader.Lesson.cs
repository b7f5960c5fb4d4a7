using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of a lesson.</content>
internal static partial class AttributesReader
{
    public static LessonAttributes ReadLesson(ref DocumentReader document)
    {
        LessonAttributes attributes = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            // Null is the initial value.
            if (document.Json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name.Length)
            {
                case 5 when name.SequenceEqual("title"u8):
                    attributes.Title = document.Json.GetString();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    attributes.Position = document.Json.GetInt64();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    attributes.Status = document.Json.GetString();
                    break;
                case 17 when name.SequenceEqual("publishing_option"u8):
                    attributes.PublishingOption = document.Json.GetString();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return attributes;
    }
}
