using System.Globalization;
using Kajabi.Contract.Compose.Model;

namespace Kajabi.Contract.Payloads;

/// <summary>
/// What the name of a recorded document says of it: <c>GET_v1_contacts_id.200.json</c>, or <c>200.second-page.json</c>
/// in a folder <c>GET_v1_contacts_id</c>, or <c>request.json</c> in a folder <c>POST_v1_contacts</c>.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">What it was; an answer when nothing is said.</param>
/// <param name="Status">The status of the answer; null when nothing is said.</param>
internal sealed record RecordedName(string Operation, RecordedKind Kind, int? Status)
{
    /// <summary>Reads a path, or gives null when it names no operation.</summary>
    public static RecordedName? Read(string path, IReadOnlyList<OperationModel> operations)
    {
        string[] parts = Path.GetFileNameWithoutExtension(path).Split('.');
        string folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? string.Empty;
        OperationModel? named = operations.FirstOrDefault(operation => FolderName(operation) == parts[0]);
        OperationModel? operation = named ?? operations.FirstOrDefault(operation => FolderName(operation) == folder);
        if (operation is null)
        {
            return null;
        }

        string word = (named is null ? parts : parts[1..]).FirstOrDefault() ?? string.Empty;
        int? status =
            word.Length == 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        RecordedKind kind = word switch
        {
            "request" => RecordedKind.Request,
            "delivery" => RecordedKind.Delivery,
            _ => RecordedKind.Response,
        };
        return new RecordedName(NameOf(operation), kind, status);
    }

    /// <summary>The operation of a contract that a name such as <c>GET /v1/contacts/{contact_id}</c> means; null when there is none.</summary>
    public static OperationModel? Find(string name, IReadOnlyList<OperationModel> operations) =>
        operations.FirstOrDefault(operation => NameOf(operation) == name)
        ?? operations.FirstOrDefault(operation => Shape(NameOf(operation)) == Shape(name));

    public static string NameOf(OperationModel operation) => $"{operation.Method.ToUpperInvariant()} {operation.Path}";

    /// <summary><c>GET_v1_contacts_id</c> for <c>GET /v1/contacts/{id}</c>.</summary>
    public static string FolderName(OperationModel operation) =>
        $"{operation.Method.ToUpperInvariant()}_{operation.Path.Trim('/').Replace('/', '_').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal)}";

    // How a parameter is called, and whether the path has a prefix, makes no other operation of it.
    private static string Shape(string name) =>
        string.Join(
            '/',
            name.Replace(" /api/", " /", StringComparison.Ordinal).Split('/').Select(static step => step.StartsWith('{') ? "{}" : step)
        );
}
