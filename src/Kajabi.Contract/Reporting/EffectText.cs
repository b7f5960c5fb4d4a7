using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Explains the effects of API changes, which determine their severity, and what to do about them.</summary>
internal static class EffectText
{
    public static string Reason(CompatibilityEffect effect) =>
        effect switch
        {
            CompatibilityEffect.Narrowing =>
                "Fewer messages are valid. The sender may send a message that is no longer valid, so it is breaking in a request.",
            CompatibilityEffect.Widening =>
                "More messages are valid. The receiver may get a message that it does not know, so it is breaking in a response.",
            CompatibilityEffect.Breaking =>
                "Something was removed, or some messages are no longer valid and others are new, so it is breaking in each direction.",
            CompatibilityEffect.Behavioral =>
                "Every message remains valid, but an omitted value has a different meaning, so it is a warning in a request.",
            _ => "No client has to change.",
        };

    public static string Remedy(CompatibilityEffect effect) =>
        effect switch
        {
            CompatibilityEffect.None => "No action is needed.",
            CompatibilityEffect.Behavioral => "Send the value explicitly where the default matters.",
            _ => "Where it is breaking, change the client before the new version is used, or accept it in drift.yaml with a reason.",
        };
}
