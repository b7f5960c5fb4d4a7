using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of a course.</content>
internal static partial class AttributesReader
{
    public static CourseAttributes ReadCourse(ref DocumentReader document)
    {
        CourseAttributes attributes = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            // Null is the initial value.
            if (document.Json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name.Length)
            {
                case 10 when name.SequenceEqual("created_at"u8):
                    attributes.CreatedAt = document.Json.GetDateTimeOffset();
                    break;
                case 5 when name.SequenceEqual("title"u8):
                    attributes.Title = document.Json.GetString();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    attributes.Description = document.Json.GetString();
                    break;
                case 13 when name.SequenceEqual("thumbnail_url"u8):
                    attributes.ThumbnailUrl = document.Json.GetString();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    attributes.Status = document.Json.GetString();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return attributes;
    }
}
