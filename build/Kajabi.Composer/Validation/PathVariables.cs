namespace Kajabi.Composer.Validation;

/// <summary>Finds the variables of a path, such as <c>id</c> in <c>/v1/contacts/{id}</c>.</summary>
internal static class PathVariables
{
    /// <summary>Returns the names of the variables in order, including duplicates.</summary>
    /// <param name="path">The path.</param>
    public static IEnumerable<string> Find(string path)
    {
        int start = path.IndexOf('{', StringComparison.Ordinal);
        while (start >= 0 && path.IndexOf('}', start) is var end and >= 0)
        {
            if (end > start + 1)
            {
                yield return path[(start + 1)..end];
            }

            start = path.IndexOf('{', end);
        }
    }
}
