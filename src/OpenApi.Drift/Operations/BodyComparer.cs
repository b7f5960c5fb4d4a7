using OpenApi.Drift.Comparison;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the bodies of requests and responses.</summary>
internal sealed class BodyComparer(DriftContext context, OperationScope scope)
{
    public void CompareRequest(NormalizedBody? before, NormalizedBody? after)
    {
        if (before is null || after is null)
        {
            if (after is not null)
            {
                context.Add(
                    after.IsRequired ? MessageRules.RequiredBodyAdded : MessageRules.OptionalBodyAdded,
                    scope,
                    string.Empty,
                    (null, MediaTypes(after)),
                    after.Node
                );
            }
            else if (before is not null)
            {
                context.Add(MessageRules.BodyRemoved, scope, string.Empty, (MediaTypes(before), null), before.Node);
            }
        }
        else if (!before.IsUnknown && !after.IsUnknown)
        {
            if (before.IsRequired != after.IsRequired)
            {
                context.Add(
                    after.IsRequired ? MessageRules.BodyBecameRequired : MessageRules.BodyBecameOptional,
                    scope,
                    string.Empty,
                    default,
                    after.Node
                );
            }

            CompareContent(ContentRules.Request, string.Empty, before.Content, after.Content);
        }
    }

    /// <param name="rules">The rules for requests or for responses.</param>
    /// <param name="location">The status code of a response and a space; empty for a request.</param>
    /// <param name="before">The content of the base.</param>
    /// <param name="after">The content of the revision.</param>
    public void CompareContent(
        ContentRules rules,
        string location,
        IReadOnlyDictionary<string, NormalizedMediaType> before,
        IReadOnlyDictionary<string, NormalizedMediaType> after
    )
    {
        foreach ((string mediaType, NormalizedMediaType left) in before)
        {
            if (FindMatching(after, mediaType) is { } right)
            {
                CompareMedia(rules, location + mediaType, left, right);
            }
            else
            {
                context.Add(rules.MediaTypeRemoved, scope, location + mediaType, (mediaType, null), left.Node);
            }
        }

        foreach ((string mediaType, NormalizedMediaType right) in after.Where(entry => !before.ContainsKey(entry.Key)))
        {
            if (FindMatching(before, mediaType) is { } left)
            {
                CompareMedia(rules, location + mediaType, left, right);
            }
            else
            {
                context.Add(rules.MediaTypeAdded, scope, location + mediaType, (null, mediaType), right.Node);
            }
        }
    }

    private static string MediaTypes(NormalizedBody body) => string.Join(", ", body.Content.Keys);

    /// <summary>Returns the declaration that applies to a media type, which can be a range such as <c>application/*</c>.</summary>
    private static NormalizedMediaType? FindMatching(IReadOnlyDictionary<string, NormalizedMediaType> content, string mediaType)
    {
        string range = $"{mediaType.Split('/')[0]}/*";
        return new[] { mediaType, range, "*/*" }.Select(content.GetValueOrDefault).FirstOrDefault(static media => media is not null);
    }

    private void CompareMedia(ContentRules rules, string location, NormalizedMediaType before, NormalizedMediaType after)
    {
        context.CompareSchemas(rules.Location, scope, location, before.Schema, after.Schema);
        foreach (string name in before.Encodings.Keys.Union(after.Encodings.Keys))
        {
            (string? left, string? right) = (before.Encodings.GetValueOrDefault(name), after.Encodings.GetValueOrDefault(name));
            bool isDeclared = before.Schema.Schema.Properties.ContainsKey(name) && after.Schema.Schema.Properties.ContainsKey(name);
            if (left != right && isDeclared)
            {
                context.Add(
                    rules.EncodingChanged,
                    scope,
                    $"{location} {ValuePath.Text(ValuePath.Property(name))}",
                    (left, right),
                    after.Node
                );
            }
        }
    }
}
