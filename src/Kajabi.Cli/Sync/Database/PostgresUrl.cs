using Npgsql;

namespace Kajabi.Cli.Sync.Database;

/// <summary>Converts the URL of a PostgreSQL database, which hosting providers use, to the connection string of the driver.</summary>
internal static class PostgresUrl
{
    public static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The URL is invalid.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            throw new FormatException("The URL is invalid.");
        }

        NpgsqlConnectionStringBuilder parts = new() { Host = Uri.UnescapeDataString(url.Host) };
        if (url.Port > 0)
        {
            parts.Port = url.Port;
        }

        string[] user = url.UserInfo.Split(':', 2);
        parts.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        parts.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        parts.Database = url.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(url.AbsolutePath[1..]) : null;
        foreach (string pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parameter = pair.Split('=', 2);
            string name = Uri.UnescapeDataString(parameter[0]);
            parts[name == "sslmode" ? "SSL Mode" : name.Replace('_', ' ')] = GetValue(name, parameter);
        }

        return parts;
    }

    // libpq writes verify-full, the driver VerifyFull.
    private static string GetValue(string name, string[] parameter)
    {
        string value = parameter.Length > 1 ? Uri.UnescapeDataString(parameter[1]) : string.Empty;
        return name == "sslmode" ? value.Replace("-", string.Empty, StringComparison.Ordinal) : value;
    }
}
