using System.Globalization;
using Kajabi.Composer.Model;

namespace Kajabi.Contract.Payloads;

/// <summary>
/// The parsed name of a recorded document: <c>GET_v1_contacts_id.200.json</c>, or <c>200.second-page.json</c> in a folder
/// <c>GET_v1_contacts_id</c>, or <c>request.json</c> in a folder <c>POST_v1_contacts</c>.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">The kind of document. Default: a response.</param>
/// <param name="Status">The status code of the response; null if the name contains none.</param>
internal sealed record RecordedName(string Operation, RecordedKind Kind, int? Status)
{
    /// <summary>Parses a path. Returns null if it does not identify an operation.</summary>
    public static RecordedName? Parse(string path, IReadOnlyList<OperationModel> operations)
    {
        string[] parts = Path.GetFileNameWithoutExtension(path).Split('.');
        string folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? string.Empty;
        OperationModel? named = operations.FirstOrDefault(operation => FolderName(operation) == parts[0]);
        OperationModel? operation = named ?? operations.FirstOrDefault(operation => FolderName(operation) == folder);
        if (operation is null)
        {
            return null;
        }

        string part = (named is null ? parts : parts[1..]).FirstOrDefault() ?? string.Empty;
        int? status =
            part.Length == 3 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        RecordedKind kind = part switch
        {
            "request" => RecordedKind.Request,
            "delivery" => RecordedKind.Delivery,
            _ => RecordedKind.Response,
        };
        return new RecordedName(GetName(operation), kind, status);
    }

    /// <summary>Returns the operation with a name such as <c>GET /v1/contacts/{contact_id}</c>; null if there is none.</summary>
    public static OperationModel? Find(string name, IReadOnlyList<OperationModel> operations) =>
        operations.FirstOrDefault(operation => GetName(operation) == name)
        ?? operations.FirstOrDefault(operation => Normalize(GetName(operation)) == Normalize(name));

    public static string GetName(OperationModel operation) => $"{operation.Method.ToUpperInvariant()} {operation.Path}";

    /// <summary>Returns <c>GET_v1_contacts_id</c> for <c>GET /v1/contacts/{id}</c>.</summary>
    public static string FolderName(OperationModel operation) =>
        string.Concat(
            $"{operation.Method.ToUpperInvariant()}_{operation.Path.Trim('/').Replace('/', '_')}".Where(static character =>
                character is not ('{' or '}')
            )
        );

    // Parameter names and the prefix `/api` do not distinguish operations.
    private static string Normalize(string name) =>
        string.Join(
            '/',
            name.Replace(" /api/", " /", StringComparison.Ordinal).Split('/').Select(static step => step.StartsWith('{') ? "{}" : step)
        );
}
