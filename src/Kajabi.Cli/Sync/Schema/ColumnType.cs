namespace Kajabi.Cli.Sync.Schema;

/// <summary>The type of a column. Each database has its own name for it.</summary>
internal enum ColumnType
{
    Text,

    Boolean,

    Integer,

    Number,

    Time,

    Date,

    Json,
}
