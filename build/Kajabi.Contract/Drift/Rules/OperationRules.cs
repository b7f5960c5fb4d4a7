using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Drift.Rules;

/// <summary>Changes of operations, of where they are and of who may call them.</summary>
internal static class OperationRules
{
    public static DriftRule Added { get; } = new("endpoint-added", Effect.Informs, Direction.None, "The operation is new.");

    public static DriftRule RemovedWithoutDeprecation { get; } =
        new("api-removed-without-deprecation", Effect.Breaks, Direction.None, "The operation is gone without having been deprecated.");

    public static DriftRule RemovedWithDeprecation { get; } =
        new("api-removed-with-deprecation", Effect.Breaks, Direction.None, "The operation, deprecated before, is gone.");

    public static DriftRule Moved { get; } = new("api-path-moved", Effect.Breaks, Direction.None, "The operation has another path.");

    public static DriftRule Deprecated { get; } =
        new("endpoint-deprecated", Effect.Informs, Direction.None, "The operation is deprecated now.");

    public static DriftRule Reactivated { get; } =
        new("endpoint-reactivated", Effect.Informs, Direction.None, "The operation is deprecated no more.");

    public static DriftRule SunsetSet { get; } =
        new("sunset-added", Effect.Informs, Direction.None, "The operation has a day of its end now (`x-sunset`).");

    public static DriftRule SunsetRemoved { get; } =
        new("sunset-deleted", Effect.Informs, Direction.None, "The operation has no day of its end any more (`x-sunset`).");

    public static DriftRule SunsetEarlier { get; } =
        new("api-sunset-date-changed-too-small", Effect.Breaks, Direction.None, "The operation ends earlier than announced (`x-sunset`).");

    public static DriftRule SunsetLater { get; } =
        new("api-sunset-date-postponed", Effect.Informs, Direction.None, "The operation ends later than announced (`x-sunset`).");

    public static DriftRule SecurityAdded { get; } =
        new("api-security-added", Effect.Narrows, Direction.Request, "Callers have to prove who they are now.");

    public static DriftRule SecurityRemoved { get; } =
        new("api-security-removed", Effect.Widens, Direction.Request, "Callers have to prove who they are no more.");

    public static DriftRule SecurityChanged { get; } =
        new("api-security-changed", Effect.Breaks, Direction.Request, "Callers have to prove who they are in another way.");

    public static DriftRule SecuritySchemeAdded { get; } =
        new("api-security-scheme-added", Effect.Narrows, Direction.Request, "Callers have to prove who they are in one more way at once.");

    public static DriftRule SecuritySchemeRemoved { get; } =
        new("api-security-scheme-removed", Effect.Widens, Direction.Request, "Callers have to prove who they are in one way less.");

    public static DriftRule SecurityAlternativeAdded { get; } =
        new("api-security-alternative-added", Effect.Widens, Direction.Request, "Callers have one more way to prove who they are.");

    public static DriftRule SecurityAlternativeRemoved { get; } =
        new("api-security-alternative-removed", Effect.Narrows, Direction.Request, "Callers have lost a way to prove who they are.");

    public static DriftRule ScopeAdded { get; } =
        new("api-security-scope-added", Effect.Narrows, Direction.Request, "The operation asks for one more scope.");

    public static DriftRule ScopeRemoved { get; } =
        new("api-security-scope-removed", Effect.Widens, Direction.Request, "The operation asks for a scope no more.");

    public static DriftRule FlowAdded { get; } =
        new("api-security-component-oauth-flow-added", Effect.Widens, Direction.Request, "OAuth has one more flow.");

    public static DriftRule FlowRemoved { get; } =
        new("api-security-component-oauth-flow-removed", Effect.Narrows, Direction.Request, "An OAuth flow is gone.");

    public static DriftRule FlowUrlChanged { get; } =
        new("api-security-component-oauth-url-changed", Effect.Breaks, Direction.Request, "A URL of the scheme is another one.");

    public static DriftRule FlowScopeAdded { get; } =
        new("api-security-component-oauth-scope-added", Effect.Widens, Direction.Request, "OAuth knows one more scope.");

    public static DriftRule FlowScopeRemoved { get; } =
        new("api-security-component-oauth-scope-removed", Effect.Narrows, Direction.Request, "OAuth does not know a scope any more.");

    public static DriftRule ServerAdded { get; } = new("server-added", Effect.Widens, Direction.Request, "The API is at one more URL.");

    public static DriftRule ServerRemoved { get; } =
        new("server-removed", Effect.Narrows, Direction.Request, "The API is not at this URL any more.");

    public static DriftRule ServerChanged { get; } =
        new("server-url-changed", Effect.Breaks, Direction.Request, "The API is at another URL.");

    public static DriftRule CallbackAdded { get; } =
        new("callback-added", Effect.Informs, Direction.None, "The API can send a request of its own.");

    public static DriftRule CallbackRemoved { get; } =
        new("callback-removed", Effect.Breaks, Direction.None, "The API does not send this request any more.");

    public static DriftRule WebhookAdded { get; } =
        new("webhook-added", Effect.Informs, Direction.None, "The API can send one more webhook.");

    public static DriftRule WebhookRemoved { get; } =
        new("webhook-removed", Effect.Breaks, Direction.None, "The API does not send this webhook any more.");
}
