namespace Kajabi.Cli.Options;

/// <summary>The format of resources on standard output.</summary>
internal enum OutputFormat
{
    /// <summary>For a person: a table, or a summary of each resource.</summary>
    Table,

    /// <summary>One JSON object for each resource.</summary>
    Json,

    /// <summary>CSV with a header.</summary>
    Csv,
}
