using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A module of a course.</summary>
internal sealed class Module : Resource
{
    public const string ResourceType = "modules";

    [JsonPropertyName("attributes")]
    public ModuleAttributes? Attributes { get; set; }
}
