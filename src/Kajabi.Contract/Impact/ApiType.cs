namespace Kajabi.Contract.Impact;

/// <summary>A generated public type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">The C# declaration, such as <c>class Contact</c>.</param>
/// <param name="Members">Its members.</param>
internal sealed record ApiType(string Name, string Declaration, IReadOnlyList<ApiMember> Members);
