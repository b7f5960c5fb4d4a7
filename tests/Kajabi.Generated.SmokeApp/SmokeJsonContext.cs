using System.Text.Json.Serialization;

namespace Kajabi.SmokeApp;

/// <summary>The types that the application serializes with System.Text.Json.</summary>
[JsonSerializable(typeof(Contact))]
internal sealed partial class SmokeJsonContext : JsonSerializerContext;
