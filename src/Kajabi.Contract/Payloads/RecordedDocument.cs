using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>A recorded document and its operation.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="Status">The status code; null if unknown: a success unless the document contains errors.</param>
/// <param name="Root">The document with line information.</param>
internal sealed record RecordedDocument(string File, string Operation, RecordedKind Kind, int? Status, JToken Root);
