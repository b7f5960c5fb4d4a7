using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Reads and changes what a relationship holds.</summary>
/// <param name="store">The data.</param>
internal sealed class LinkageWriter(SandboxStore store)
{
    public SandboxAnswer Answer(string method, SandboxResource resource, string name, JsonNode? body)
    {
        if (!resource.Relationships.TryGetValue(name, out SandboxRelationship? relationship) || !relationship.IsToMany)
        {
            return FixedAnswers.UnknownPath();
        }

        if (method == "GET")
        {
            return Linkage(relationship);
        }

        if (body?["data"] is not JsonArray data || data.Any(item => (string?)item?["type"] != relationship.TargetType || item?["id"] is null))
        {
            return SandboxAnswer.Error(400, "Bad request", $"data must be a list of {relationship.TargetType} resource identifiers", "/data");
        }

        List<string> ids = [.. data.Select(static item => item!["id"]!.ToString())];
        if (ids.Any(id => store.Find(relationship.TargetType, id) is null) || (method == "DELETE" && ids.Except(relationship.Ids).Any()))
        {
            return SandboxAnswer.NotFound(relationship.TargetType);
        }

        Change(method, relationship, ids);
        KeepBothSides(resource, name, relationship);
        return Linkage(relationship);
    }

    private static void Change(string method, SandboxRelationship relationship, List<string> ids)
    {
        switch (method)
        {
            case "POST":
                relationship.Ids.AddRange(ids.Except(relationship.Ids));
                break;
            case "DELETE":
                relationship.Ids.RemoveAll(ids.Contains);
                break;
            case "PATCH":
                relationship.Ids.Clear();
                relationship.Ids.AddRange(ids.Distinct());
                break;
        }
    }

    private static SandboxAnswer Linkage(SandboxRelationship relationship) => new(200, new JsonObject
    {
        ["data"] = new JsonArray([.. relationship.Ids.Select(id => ResourceWriter.Identifier(relationship.TargetType, id))]),
    });

    /// <summary>A contact and its customer hold the same offers, and an offer makes the customer where there is none yet.</summary>
    private void KeepBothSides(SandboxResource resource, string name, SandboxRelationship relationship)
    {
        if (name != "offers" || resource.Type is not ("contacts" or "customers"))
        {
            return;
        }

        string otherSide = resource.Type == "contacts" ? "customer" : "contact";
        SandboxResource? other = store.Related(resource, otherSide).FirstOrDefault();
        if (other is null && resource.Type == "contacts" && relationship.Ids.Count > 0)
        {
            other = CustomerFactory.Make(store, resource);
        }

        if (other is null)
        {
            return;
        }

        other.Many("offers", "offers", relationship.Ids);
        SandboxResource customer = other.Type == "customers" ? other : resource;
        customer.Many("products", "products", relationship.Ids.Select(id => store.Find("offers", id)!).SelectMany(offer => store.Related(offer, "products")).Select(static product => product.Id).Distinct());
    }
}
