using OpenApi.Documents.Findings;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the responses of an operation.</summary>
internal sealed class ResponseComparer(DriftContext context, OperationScope scope)
{
    public void Compare(IReadOnlyDictionary<string, NormalizedResponse> before, IReadOnlyDictionary<string, NormalizedResponse> after)
    {
        foreach ((string status, NormalizedResponse left) in before)
        {
            if (FindMatching(after, status) is { } right)
            {
                Compare(status, left, right);
            }
            else
            {
                context.Add(
                    IsSuccess(status) ? MessageRules.SuccessStatusRemoved : MessageRules.OtherStatusRemoved,
                    scope,
                    status,
                    (status, null),
                    left.Node
                );
            }
        }

        foreach ((string status, NormalizedResponse right) in after.Where(entry => !before.ContainsKey(entry.Key)))
        {
            if (FindMatching(before, status) is { } left)
            {
                Compare(status, left, right);
            }
            else
            {
                context.Add(
                    IsSuccess(status) ? MessageRules.SuccessStatusAdded : MessageRules.OtherStatusAdded,
                    scope,
                    status,
                    (null, status),
                    right.Node
                );
            }
        }
    }

    private static bool IsSuccess(string status) => status.StartsWith('2');

    /// <summary>Returns the response that applies to a status code, which can be its range or <c>default</c>.</summary>
    private static NormalizedResponse? FindMatching(IReadOnlyDictionary<string, NormalizedResponse> responses, string status) =>
        new[] { status, $"{status[..1]}XX", "default" }
            .Select(responses.GetValueOrDefault)
            .FirstOrDefault(static response => response is not null);

    private void Compare(string status, NormalizedResponse before, NormalizedResponse after)
    {
        if (before.IsUnknown || after.IsUnknown)
        {
            return;
        }

        CompareHeaders(status, before, after);
        new BodyComparer(context, scope).CompareContent(ContentRules.Response, $"{status} ", before.Content, after.Content);
        CompareLinks(status, before, after);
    }

    private void CompareHeaders(string status, NormalizedResponse before, NormalizedResponse after)
    {
        foreach (string key in before.Headers.Keys.Union(after.Headers.Keys))
        {
            NormalizedParameter? left = before.Headers.GetValueOrDefault(key);
            NormalizedParameter? right = after.Headers.GetValueOrDefault(key);
            string location = $"{status} header {(left ?? right)!.Name}";
            if (left is not null && right is not null)
            {
                CompareHeader(location, left, right);
            }
            else
            {
                context.Add(
                    left is null ? MessageRules.HeaderAdded : MessageRules.HeaderRemoved,
                    scope,
                    location,
                    (left?.Schema.Schema.TypeText, right?.Schema.Schema.TypeText),
                    (left ?? right)!.Written
                );
            }
        }
    }

    private void CompareHeader(string location, NormalizedParameter left, NormalizedParameter right)
    {
        if (left.IsRequired != right.IsRequired)
        {
            context.Add(
                right.IsRequired ? MessageRules.HeaderBecameRequired : MessageRules.HeaderBecameOptional,
                scope,
                location,
                default,
                right.Written
            );
        }

        if (left.IsDeprecated != right.IsDeprecated)
        {
            SchemaRule rule = right.IsDeprecated ? ValueRules.Deprecated : ValueRules.Reactivated;
            context.Add(rule.At(SchemaLocation.ResponseHeader, isWhole: true), scope, location, default, right.Written);
        }

        if (
            left.MediaType != right.MediaType
            || (left.IsExploded != right.IsExploded && (left.IsExplodeSignificant || right.IsExplodeSignificant))
        )
        {
            context.Add(MessageRules.HeaderSerializationChanged, scope, location, (left.MediaType, right.MediaType), right.Written);
        }

        if (left.MediaType == right.MediaType)
        {
            context.CompareSchemas(SchemaLocation.ResponseHeader, scope, location, left.Schema, right.Schema);
        }
    }

    private void CompareLinks(string status, NormalizedResponse before, NormalizedResponse after)
    {
        foreach (string name in before.Links.Keys.Union(after.Links.Keys))
        {
            (string? left, string? right) = (before.Links.GetValueOrDefault(name), after.Links.GetValueOrDefault(name));
            if (left != right)
            {
                Rule rule =
                    left is null ? MessageRules.LinkAdded
                    : right is null ? MessageRules.LinkRemoved
                    : MessageRules.LinkChanged;
                context.Add(rule, scope, $"{status} link {name}", (left, right), (right is null ? before : after).Node);
            }
        }
    }
}
