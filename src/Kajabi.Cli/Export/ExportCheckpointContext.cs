using System.Text.Json.Serialization;

namespace Kajabi.Cli.Export;

/// <summary>Reads and writes checkpoints by generated code, which native AOT supports.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(ExportCheckpoint))]
internal sealed partial class ExportCheckpointContext : JsonSerializerContext;
