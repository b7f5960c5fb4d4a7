using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for changes of requests and responses outside of schemas.</summary>
internal static class MessageRules
{
    public static Rule ParameterRemoved { get; } =
        new("request-parameter-removed", CompatibilityEffect.Breaking, Direction.Request, "The parameter was removed.");

    public static Rule OptionalParameterAdded { get; } =
        new("new-optional-request-parameter", CompatibilityEffect.None, Direction.Request, "The parameter is new and optional.");

    public static Rule RequiredParameterAdded { get; } =
        new("new-required-request-parameter", CompatibilityEffect.Narrowing, Direction.Request, "The parameter is new and required.");

    public static Rule ParameterMoved { get; } =
        new(
            "request-parameter-location-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "The parameter is sent in a different location."
        );

    public static Rule ParameterBecameRequired { get; } =
        new("request-parameter-became-required", CompatibilityEffect.Narrowing, Direction.Request, "The parameter is required now.");

    public static Rule ParameterBecameOptional { get; } =
        new("request-parameter-became-optional", CompatibilityEffect.Widening, Direction.Request, "The parameter is no longer required.");

    public static Rule ParameterStyleChanged { get; } =
        new(
            "request-parameter-style-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "The parameter is serialized differently (`style`)."
        );

    public static Rule ParameterExplodeChanged { get; } =
        new(
            "request-parameter-explode-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "Arrays and objects in the parameter are serialized differently (`explode`)."
        );

    public static Rule ParameterReservedAllowed { get; } =
        new(
            "request-parameter-reserved-allowed",
            CompatibilityEffect.Widening,
            Direction.Request,
            "The parameter may contain unescaped reserved characters."
        );

    public static Rule ParameterReservedForbidden { get; } =
        new(
            "request-parameter-reserved-forbidden",
            CompatibilityEffect.Narrowing,
            Direction.Request,
            "The parameter may no longer contain unescaped reserved characters."
        );

    public static Rule ParameterEmptyAllowed { get; } =
        new("request-parameter-empty-allowed", CompatibilityEffect.Widening, Direction.Request, "The parameter may be empty now.");

    public static Rule ParameterEmptyForbidden { get; } =
        new("request-parameter-empty-forbidden", CompatibilityEffect.Narrowing, Direction.Request, "The parameter may no longer be empty.");

    public static Rule ParameterContentChanged { get; } =
        new(
            "request-parameter-media-type-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "The media type of the parameter was changed, added or removed."
        );

    public static Rule BodyRemoved { get; } =
        new("request-body-removed", CompatibilityEffect.Breaking, Direction.Request, "The request no longer has a body.");

    public static Rule OptionalBodyAdded { get; } =
        new("request-body-added-optional", CompatibilityEffect.None, Direction.Request, "The request may have a body now.");

    public static Rule RequiredBodyAdded { get; } =
        new("request-body-added-required", CompatibilityEffect.Narrowing, Direction.Request, "The request must have a body now.");

    public static Rule BodyBecameRequired { get; } =
        new("request-body-became-required", CompatibilityEffect.Narrowing, Direction.Request, "The body is required now.");

    public static Rule BodyBecameOptional { get; } =
        new("request-body-became-optional", CompatibilityEffect.Widening, Direction.Request, "The body is no longer required.");

    public static Rule RequestMediaTypeAdded { get; } =
        new(
            "request-body-media-type-added",
            CompatibilityEffect.Widening,
            Direction.Request,
            "The body may have an additional media type."
        );

    public static Rule RequestMediaTypeRemoved { get; } =
        new(
            "request-body-media-type-removed",
            CompatibilityEffect.Narrowing,
            Direction.Request,
            "The body may no longer have this media type."
        );

    public static Rule RequestEncodingChanged { get; } =
        new(
            "request-body-encoding-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "A form property is serialized differently (`encoding`)."
        );

    public static Rule ResponseEncodingChanged { get; } =
        new(
            "response-body-encoding-changed",
            CompatibilityEffect.Breaking,
            Direction.Response,
            "A form property is serialized differently (`encoding`)."
        );

    public static Rule SuccessStatusAdded { get; } =
        new(
            "response-success-status-added",
            CompatibilityEffect.Widening,
            Direction.Response,
            "The API can return an additional status code."
        );

    public static Rule SuccessStatusRemoved { get; } =
        new(
            "response-success-status-removed",
            CompatibilityEffect.Breaking,
            Direction.Response,
            "The API no longer returns this status code."
        );

    public static Rule OtherStatusAdded { get; } =
        new(
            "response-non-success-status-added",
            CompatibilityEffect.None,
            Direction.Response,
            "The API can return an additional error status code, which every client has to expect."
        );

    public static Rule OtherStatusRemoved { get; } =
        new(
            "response-non-success-status-removed",
            CompatibilityEffect.Narrowing,
            Direction.Response,
            "The API no longer returns this status code."
        );

    public static Rule ResponseMediaTypeAdded { get; } =
        new(
            "response-media-type-added",
            CompatibilityEffect.Widening,
            Direction.Response,
            "The response can have an additional media type."
        );

    public static Rule ResponseMediaTypeRemoved { get; } =
        new("response-media-type-removed", CompatibilityEffect.Breaking, Direction.Response, "The response no longer has this media type.");

    public static Rule HeaderAdded { get; } =
        new("response-header-added", CompatibilityEffect.None, Direction.Response, "The response has an additional header.");

    public static Rule HeaderRemoved { get; } =
        new("response-header-removed", CompatibilityEffect.Breaking, Direction.Response, "The response no longer has this header.");

    public static Rule HeaderBecameRequired { get; } =
        new(
            "response-header-became-required",
            CompatibilityEffect.Narrowing,
            Direction.Response,
            "The response always has this header now."
        );

    public static Rule HeaderBecameOptional { get; } =
        new("response-header-became-optional", CompatibilityEffect.Widening, Direction.Response, "The response may omit this header now.");

    public static Rule HeaderSerializationChanged { get; } =
        new(
            "response-header-style-changed",
            CompatibilityEffect.Breaking,
            Direction.Response,
            "The header is serialized differently (`explode`, `content`)."
        );

    public static Rule LinkAdded { get; } =
        new("response-link-added", CompatibilityEffect.None, Direction.Response, "The response declares an additional link (`links`).");

    public static Rule LinkRemoved { get; } =
        new(
            "response-link-removed",
            CompatibilityEffect.Behavioral,
            Direction.Response,
            "The response no longer declares a link (`links`)."
        );

    public static Rule LinkChanged { get; } =
        new(
            "response-link-changed",
            CompatibilityEffect.Behavioral,
            Direction.Response,
            "The response declares a different link (`links`)."
        );
}
