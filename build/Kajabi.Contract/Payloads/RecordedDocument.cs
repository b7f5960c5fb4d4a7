using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>A document that was recorded, with where it belongs.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Status">The status of the answer; null when nobody says, which is taken for success unless the document holds errors.</param>
/// <param name="Root">The document, its tokens with their lines.</param>
internal sealed record RecordedDocument(string File, string Operation, RecordedKind Kind, int? Status, JToken Root);
