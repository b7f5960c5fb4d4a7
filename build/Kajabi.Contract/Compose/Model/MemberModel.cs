using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose.Model;

/// <summary>An attribute or a member of a nested object.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# property.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Reader">The runtime method that reads it.</param>
/// <param name="Schema">Its schema in the composed document.</param>
internal sealed record MemberModel(string WireName, string Name, string Type, string Reader, JObject Schema);
