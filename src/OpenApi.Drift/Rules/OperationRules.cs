using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for changes of operations, paths, servers and security.</summary>
internal static class OperationRules
{
    public static Rule Added { get; } = new("endpoint-added", CompatibilityEffect.None, Direction.None, "The operation is new.");

    public static Rule RemovedWithoutDeprecation { get; } =
        new(
            "api-removed-without-deprecation",
            CompatibilityEffect.Breaking,
            Direction.None,
            "The operation was removed without having been deprecated."
        );

    public static Rule RemovedWithDeprecation { get; } =
        new("api-removed-with-deprecation", CompatibilityEffect.Breaking, Direction.None, "The deprecated operation was removed.");

    public static Rule RemovedBeforeSunset { get; } =
        new(
            "api-removed-before-sunset",
            CompatibilityEffect.Breaking,
            Direction.None,
            "The operation was removed before its sunset date (`x-sunset`)."
        );

    public static Rule RemovedAfterSunset { get; } =
        new(
            "api-removed-after-sunset",
            CompatibilityEffect.None,
            Direction.None,
            "The operation was removed on or after its sunset date (`x-sunset`), as announced."
        );

    public static Rule Moved { get; } =
        new("api-path-moved", CompatibilityEffect.Breaking, Direction.None, "The operation has a different path.");

    public static Rule Deprecated { get; } =
        new("endpoint-deprecated", CompatibilityEffect.None, Direction.None, "The operation is deprecated now.");

    public static Rule Reactivated { get; } =
        new("endpoint-reactivated", CompatibilityEffect.None, Direction.None, "The operation is no longer deprecated.");

    public static Rule SunsetSet { get; } =
        new("sunset-added", CompatibilityEffect.None, Direction.None, "The operation has a sunset date now (`x-sunset`).");

    public static Rule SunsetRemoved { get; } =
        new("sunset-deleted", CompatibilityEffect.None, Direction.None, "The operation no longer has a sunset date (`x-sunset`).");

    public static Rule SunsetEarlier { get; } =
        new(
            "api-sunset-date-changed-too-small",
            CompatibilityEffect.Breaking,
            Direction.None,
            "The sunset date is earlier than announced (`x-sunset`)."
        );

    public static Rule SunsetLater { get; } =
        new("api-sunset-date-postponed", CompatibilityEffect.None, Direction.None, "The sunset date is later than announced (`x-sunset`).");

    public static Rule SecurityAdded { get; } =
        new("api-security-added", CompatibilityEffect.Narrowing, Direction.Request, "Authentication is required now.");

    public static Rule SecurityRemoved { get; } =
        new("api-security-removed", CompatibilityEffect.Widening, Direction.Request, "Authentication is no longer required.");

    public static Rule SecurityChanged { get; } =
        new("api-security-changed", CompatibilityEffect.Breaking, Direction.Request, "A different security scheme is required.");

    public static Rule SecuritySchemeAdded { get; } =
        new("api-security-scheme-added", CompatibilityEffect.Narrowing, Direction.Request, "An additional security scheme is required.");

    public static Rule SecuritySchemeRemoved { get; } =
        new("api-security-scheme-removed", CompatibilityEffect.Widening, Direction.Request, "A security scheme is no longer required.");

    public static Rule SecurityAlternativeAdded { get; } =
        new(
            "api-security-alternative-added",
            CompatibilityEffect.Widening,
            Direction.Request,
            "An alternative security requirement was added."
        );

    public static Rule SecurityAlternativeRemoved { get; } =
        new(
            "api-security-alternative-removed",
            CompatibilityEffect.Narrowing,
            Direction.Request,
            "An alternative security requirement was removed."
        );

    public static Rule ScopeAdded { get; } =
        new("api-security-scope-added", CompatibilityEffect.Narrowing, Direction.Request, "The operation requires an additional scope.");

    public static Rule ScopeRemoved { get; } =
        new("api-security-scope-removed", CompatibilityEffect.Widening, Direction.Request, "The operation no longer requires a scope.");

    public static Rule FlowAdded { get; } =
        new("api-security-component-oauth-flow-added", CompatibilityEffect.Widening, Direction.Request, "An OAuth flow was added.");

    public static Rule FlowRemoved { get; } =
        new("api-security-component-oauth-flow-removed", CompatibilityEffect.Narrowing, Direction.Request, "An OAuth flow was removed.");

    public static Rule FlowUrlChanged { get; } =
        new(
            "api-security-component-oauth-url-changed",
            CompatibilityEffect.Breaking,
            Direction.Request,
            "A URL of the security scheme has changed."
        );

    public static Rule FlowScopeAdded { get; } =
        new("api-security-component-oauth-scope-added", CompatibilityEffect.Widening, Direction.Request, "An OAuth scope was added.");

    public static Rule FlowScopeRemoved { get; } =
        new("api-security-component-oauth-scope-removed", CompatibilityEffect.Narrowing, Direction.Request, "An OAuth scope was removed.");

    public static Rule ServerAdded { get; } =
        new("server-added", CompatibilityEffect.Widening, Direction.Request, "The API has an additional URL.");

    public static Rule ServerRemoved { get; } =
        new("server-removed", CompatibilityEffect.Narrowing, Direction.Request, "The API no longer has this URL.");

    public static Rule ServerChanged { get; } =
        new("server-url-changed", CompatibilityEffect.Breaking, Direction.Request, "The API has a different URL.");

    public static Rule CallbackAdded { get; } =
        new("callback-added", CompatibilityEffect.None, Direction.None, "The API can send a callback request.");

    public static Rule CallbackRemoved { get; } =
        new("callback-removed", CompatibilityEffect.Breaking, Direction.None, "The API no longer sends this callback request.");

    public static Rule WebhookAdded { get; } =
        new("webhook-added", CompatibilityEffect.None, Direction.None, "The API can send an additional webhook.");

    public static Rule WebhookRemoved { get; } =
        new("webhook-removed", CompatibilityEffect.Breaking, Direction.None, "The API no longer sends this webhook.");
}
