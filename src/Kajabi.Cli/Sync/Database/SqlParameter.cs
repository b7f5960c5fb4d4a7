using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Sync.Database;

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">The name with its prefix, such as <c>@id</c>.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Value">The value, as <see cref="ColumnValue"/> creates it.</param>
internal readonly record struct SqlParameter(string Name, ColumnType Type, object? Value)
{
    public static SqlParameter Text(string name, string? value) => new(name, ColumnType.Text, value);

    /// <summary>Creates the parameter of <see cref="SyncDatabase.SelectIds"/>.</summary>
    public static SqlParameter Ids(IEnumerable<string> ids) =>
        Text(SyncDatabase.IdsParameter, new Newtonsoft.Json.Linq.JArray(ids).ToString(Newtonsoft.Json.Formatting.None));
}
