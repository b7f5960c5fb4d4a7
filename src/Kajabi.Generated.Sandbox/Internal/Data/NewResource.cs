using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>A complete resource that is validated but not stored yet.</summary>
internal sealed class NewResource
{
    private readonly SandboxStore _store;
    private readonly string? _id;
    private readonly string _type;

    private NewResource(SandboxStore store, string type, string? id, JsonObject attributes)
    {
        (_store, _type, _id, Attributes) = (store, type, id, attributes);
    }

    public JsonObject Attributes { get; }

    /// <exception cref="ArgumentException">
    /// The id is invalid or exists, or an attribute is unknown or has another type than in the API.
    /// </exception>
    public static NewResource Create(
        SandboxStore store,
        string type,
        string? id,
        JsonObject attributes,
        Action<JsonObject>? configure,
        string parameter
    )
    {
        if (id is not null && (id.Length is 0 or > 18 || !id.All(char.IsAsciiDigit)))
        {
            throw new ArgumentException($"The id of {type} consists of 1 to 18 digits; '{id}' does not.", parameter);
        }

        if (id is not null && store.Find(type, id) is not null)
        {
            throw new ArgumentException(
                $"The sandbox has a resource {type} {id}: choose another id, or omit it. The sample data is left out with "
                    + "KajabiSandboxOptions.HasSampleData = false.",
                parameter
            );
        }

        ResourceTemplate template = ResourceTemplates.Find(type)!;
        JsonObject complete = template.CreateAttributes(store.Timestamp);
        foreach ((string name, JsonNode? value) in attributes)
        {
            complete[name] = value?.DeepClone();
        }

        configure?.Invoke(complete);
        string? problem =
            NestingLimit.FindProblem(complete) is { } deep ? deep
            : UnicodeText.FindInvalid(complete, string.Empty) is { } invalid ? $"the attribute {invalid} {UnicodeText.Problem}."
            : template.FindProblem(complete) ?? template.FindUnknown(complete, store.IsStrict, template.Names);
        return problem is null
            ? new NewResource(store, type, id, complete)
            : throw new ArgumentException($"The resource {type} cannot be added: {problem}", nameof(configure));
    }

    /// <summary>Stores the resource, with empty relationships.</summary>
    public SandboxResource Store()
    {
        SandboxResource resource = _store.Add(_type, _id ?? _store.CreateId(), Attributes);
        _store.ReserveId(resource.Id);
        ResourceTemplates.Find(_type)!.Complete(resource, _store.Timestamp);
        return resource;
    }
}
