namespace Kajabi.Contract.Impact;

/// <summary>A public type that is generated.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">It as a user would read it, such as <c>class Contact</c>.</param>
/// <param name="Members">Its members.</param>
internal sealed record ApiType(string Name, string Declaration, IReadOnlyList<ApiMember> Members);
