using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Kajabi.Benchmarks.Stock;

/// <summary>Leaves out the times, which are read-only. The generated types have no value for "not set" and would send the year 1.</summary>
internal sealed class UpdateContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        JsonProperty property = base.CreateProperty(member, memberSerialization);
        property.Ignored |= property.PropertyType == typeof(DateTimeOffset);
        return property;
    }
}
