using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>Inserts or removes a resource at the start of a page, so that the following pages shift.</summary>
/// <param name="store">The data.</param>
internal sealed class PageShifter(SandboxStore store)
{
    /// <summary>Changes the data after a list was read. No effect if the response is not a list, or an empty one.</summary>
    public void Shift(SandboxResponse? response, bool isInsertion)
    {
        if (response?.Body is not JsonObject document || document["data"] is not JsonArray { Count: > 0 } data)
        {
            return;
        }

        lock (store.SyncRoot)
        {
            string type = data[0]!["type"]!.ToString();
            string id = data[0]!["id"]!.ToString();
            if (store.GetAll(type).FirstOrDefault(resource => resource.Id == id) is not { } first)
            {
                return; // A generated contact, or one that another request has deleted.
            }

            if (isInsertion)
            {
                store.InsertCopy(first);
            }
            else
            {
                store.Remove(first);
            }
        }
    }
}
