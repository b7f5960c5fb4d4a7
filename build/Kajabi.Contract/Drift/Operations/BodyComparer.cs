using Kajabi.Contract.Drift.Comparison;
using Kajabi.Contract.Drift.Model;
using Kajabi.Contract.Drift.Rules;

namespace Kajabi.Contract.Drift.Operations;

/// <summary>Compares what requests and answers carry.</summary>
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
                    after.Place
                );
            }
            else if (before is not null)
            {
                context.Add(MessageRules.BodyRemoved, scope, string.Empty, (MediaTypes(before), null), before.Place);
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
                    after.Place
                );
            }

            CompareContent(ContentRules.Request, string.Empty, before.Content, after.Content);
        }
    }

    /// <param name="rules">Whether it is sent or answered.</param>
    /// <param name="location">The status of an answer with a blank; empty for a request.</param>
    /// <param name="before">What the base declares.</param>
    /// <param name="after">What the revision declares.</param>
    public void CompareContent(
        ContentRules rules,
        string location,
        IReadOnlyDictionary<string, NormalizedMediaType> before,
        IReadOnlyDictionary<string, NormalizedMediaType> after
    )
    {
        foreach ((string mediaType, NormalizedMediaType left) in before)
        {
            if (Covering(after, mediaType) is { } right)
            {
                CompareMedia(rules, location + mediaType, left, right);
            }
            else
            {
                context.Add(rules.MediaTypeRemoved, scope, location + mediaType, (mediaType, null), left.Place);
            }
        }

        foreach ((string mediaType, NormalizedMediaType right) in after.Where(entry => !before.ContainsKey(entry.Key)))
        {
            if (Covering(before, mediaType) is { } left)
            {
                CompareMedia(rules, location + mediaType, left, right);
            }
            else
            {
                context.Add(rules.MediaTypeAdded, scope, location + mediaType, (null, mediaType), right.Place);
            }
        }
    }

    private static string MediaTypes(NormalizedBody body) => string.Join(", ", body.Content.Keys);

    /// <summary>What is declared of a media type, if need be by a range such as <c>application/*</c>.</summary>
    private static NormalizedMediaType? Covering(IReadOnlyDictionary<string, NormalizedMediaType> content, string mediaType)
    {
        string range = $"{mediaType.Split('/')[0]}/*";
        return new[] { mediaType, range, "*/*" }.Select(content.GetValueOrDefault).FirstOrDefault(static media => media is not null);
    }

    private void CompareMedia(ContentRules rules, string location, NormalizedMediaType before, NormalizedMediaType after)
    {
        context.CompareSchemas(rules.Place, scope, location, before.Schema, after.Schema);
        foreach (string name in before.Encodings.Keys.Union(after.Encodings.Keys))
        {
            (string? left, string? right) = (before.Encodings.GetValueOrDefault(name), after.Encodings.GetValueOrDefault(name));
            bool isDeclared = before.Schema.Schema.Properties.ContainsKey(name) && after.Schema.Schema.Properties.ContainsKey(name);
            if (left != right && isDeclared)
            {
                context.Add(
                    rules.EncodingChanged,
                    scope,
                    $"{location} {JsonPath.Text(JsonPath.Property(name))}",
                    (left, right),
                    after.Place
                );
            }
        }
    }
}
