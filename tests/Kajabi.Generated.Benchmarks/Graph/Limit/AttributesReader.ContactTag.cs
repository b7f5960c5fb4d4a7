using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of a tag.</content>
internal static partial class AttributesReader
{
    public static ContactTagAttributes ReadContactTag(ref DocumentReader document)
    {
        ContactTagAttributes attributes = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            // Null is the initial value.
            if (document.Json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    attributes.Name = document.Json.GetString();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return attributes;
    }
}
