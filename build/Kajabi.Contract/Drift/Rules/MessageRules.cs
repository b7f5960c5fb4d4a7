using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Drift.Rules;

/// <summary>Changes of what a request and an answer consist of, outside of schemas.</summary>
internal static class MessageRules
{
    public static DriftRule ParameterRemoved { get; } =
        new("request-parameter-removed", Effect.Breaks, Direction.Request, "The parameter is gone.");

    public static DriftRule OptionalParameterAdded { get; } =
        new("new-optional-request-parameter", Effect.Informs, Direction.Request, "The parameter is new and optional.");

    public static DriftRule RequiredParameterAdded { get; } =
        new("new-required-request-parameter", Effect.Narrows, Direction.Request, "The parameter is new and required.");

    public static DriftRule ParameterMoved { get; } =
        new("request-parameter-location-changed", Effect.Breaks, Direction.Request, "The parameter is sent in another place.");

    public static DriftRule ParameterBecameRequired { get; } =
        new("request-parameter-became-required", Effect.Narrows, Direction.Request, "The parameter is required now.");

    public static DriftRule ParameterBecameOptional { get; } =
        new("request-parameter-became-optional", Effect.Widens, Direction.Request, "The parameter is required no more.");

    public static DriftRule ParameterStyleChanged { get; } =
        new("request-parameter-style-changed", Effect.Breaks, Direction.Request, "The parameter is written in another way (`style`).");

    public static DriftRule ParameterExplodeChanged { get; } =
        new(
            "request-parameter-explode-changed",
            Effect.Breaks,
            Direction.Request,
            "Lists and objects in the parameter are written in another way (`explode`)."
        );

    public static DriftRule ParameterReservedAllowed { get; } =
        new(
            "request-parameter-reserved-allowed",
            Effect.Widens,
            Direction.Request,
            "The parameter may hold reserved characters as they are."
        );

    public static DriftRule ParameterReservedForbidden { get; } =
        new(
            "request-parameter-reserved-forbidden",
            Effect.Narrows,
            Direction.Request,
            "The parameter may not hold reserved characters as they are any more."
        );

    public static DriftRule ParameterEmptyAllowed { get; } =
        new("request-parameter-empty-allowed", Effect.Widens, Direction.Request, "The parameter may be empty now.");

    public static DriftRule ParameterEmptyForbidden { get; } =
        new("request-parameter-empty-forbidden", Effect.Narrows, Direction.Request, "The parameter may not be empty any more.");

    public static DriftRule ParameterContentChanged { get; } =
        new(
            "request-parameter-media-type-changed",
            Effect.Breaks,
            Direction.Request,
            "The parameter holds a document of another media type, or one instead of a plain value."
        );

    public static DriftRule BodyRemoved { get; } =
        new("request-body-removed", Effect.Breaks, Direction.Request, "The request has no body any more.");

    public static DriftRule OptionalBodyAdded { get; } =
        new("request-body-added-optional", Effect.Informs, Direction.Request, "The request may have a body now.");

    public static DriftRule RequiredBodyAdded { get; } =
        new("request-body-added-required", Effect.Narrows, Direction.Request, "The request has to have a body now.");

    public static DriftRule BodyBecameRequired { get; } =
        new("request-body-became-required", Effect.Narrows, Direction.Request, "The body is required now.");

    public static DriftRule BodyBecameOptional { get; } =
        new("request-body-became-optional", Effect.Widens, Direction.Request, "The body is required no more.");

    public static DriftRule RequestMediaTypeAdded { get; } =
        new("request-body-media-type-added", Effect.Widens, Direction.Request, "The body may be of one more media type.");

    public static DriftRule RequestMediaTypeRemoved { get; } =
        new("request-body-media-type-removed", Effect.Narrows, Direction.Request, "The body may not be of this media type any more.");

    public static DriftRule RequestEncodingChanged { get; } =
        new(
            "request-body-encoding-changed",
            Effect.Breaks,
            Direction.Request,
            "A property of the form is written in another way (`encoding`)."
        );

    public static DriftRule ResponseEncodingChanged { get; } =
        new(
            "response-body-encoding-changed",
            Effect.Breaks,
            Direction.Response,
            "A property of the form is written in another way (`encoding`)."
        );

    public static DriftRule SuccessStatusAdded { get; } =
        new("response-success-status-added", Effect.Widens, Direction.Response, "The API can answer with one more status.");

    public static DriftRule SuccessStatusRemoved { get; } =
        new("response-success-status-removed", Effect.Breaks, Direction.Response, "The API does not answer with this status any more.");

    public static DriftRule OtherStatusAdded { get; } =
        new("response-non-success-status-added", Effect.Widens, Direction.Response, "The API can answer with one more status.");

    public static DriftRule OtherStatusRemoved { get; } =
        new(
            "response-non-success-status-removed",
            Effect.Narrows,
            Direction.Response,
            "The API does not answer with this status any more."
        );

    public static DriftRule ResponseMediaTypeAdded { get; } =
        new("response-media-type-added", Effect.Widens, Direction.Response, "The answer can be of one more media type.");

    public static DriftRule ResponseMediaTypeRemoved { get; } =
        new("response-media-type-removed", Effect.Breaks, Direction.Response, "The answer is not of this media type any more.");

    public static DriftRule HeaderAdded { get; } =
        new("response-header-added", Effect.Informs, Direction.Response, "The answer has one more header.");

    public static DriftRule HeaderRemoved { get; } =
        new("response-header-removed", Effect.Breaks, Direction.Response, "The answer has this header no more.");

    public static DriftRule HeaderBecameRequired { get; } =
        new("response-header-became-required", Effect.Narrows, Direction.Response, "The answer always has this header now.");

    public static DriftRule HeaderBecameOptional { get; } =
        new("response-header-became-optional", Effect.Widens, Direction.Response, "The answer may lack this header now.");

    public static DriftRule HeaderWritingChanged { get; } =
        new(
            "response-header-style-changed",
            Effect.Breaks,
            Direction.Response,
            "The header is written in another way (`explode`, `content`)."
        );

    public static DriftRule LinkAdded { get; } =
        new("response-link-added", Effect.Informs, Direction.Response, "The answer says one more use of its values (`links`).");

    public static DriftRule LinkRemoved { get; } =
        new("response-link-removed", Effect.Shifts, Direction.Response, "The answer says a use of its values no more (`links`).");

    public static DriftRule LinkChanged { get; } =
        new("response-link-changed", Effect.Shifts, Direction.Response, "The answer says another use of its values (`links`).");
}
