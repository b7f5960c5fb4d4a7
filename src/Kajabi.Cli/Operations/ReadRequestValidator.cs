using Kajabi.Diagnostics.Internal;

namespace Kajabi.Cli.Operations;

/// <summary>Rejects names that the API would ignore or reject, before a request is sent.</summary>
/// <param name="request">The requested resources and fields.</param>
/// <param name="includes">The include paths that the operation declares.</param>
/// <param name="sorts">The sort orders that the operation declares.</param>
internal sealed class ReadRequestValidator(ReadRequest request, IReadOnlyList<string> includes, IReadOnlyList<string> sorts)
{
    /// <exception cref="UsageException">A name is unknown, or has no effect on the response.</exception>
    public void Validate()
    {
        foreach (string path in request.Include)
        {
            ValidateInclude(path);
        }

        foreach (IGrouping<string, string> fields in request.Fields)
        {
            ValidateFields(fields.Key, request.GetFields(fields.Key));
        }

        if (request.Sort is { } sort)
        {
            ValidateSort(sort);
        }
    }

    private void ValidateInclude(string path)
    {
        if (includes.Contains(path))
        {
            return;
        }

        if (includes.Count == 0)
        {
            throw new UsageException($"'{request.Type}' does not support includes here. Omit --include {path}.");
        }

        IncludeSegment[] segments = [.. IncludeSegment.Split(request.Type, path)];
        if (!includes.Any(include => include.Split('.')[0] == segments[0].Relationship))
        {
            throw new UsageException(
                $"'{request.Type}' has no include '{segments[0].Relationship}'. {DidYouMean.Suggest(segments[0].Relationship, includes)}"
            );
        }

        foreach (IncludeSegment segment in segments[1..])
        {
            string[] known = [.. GetRelationships(segment.SourceType)];
            if (segment.SourceType is not null && !known.Contains(segment.Relationship))
            {
                throw new UsageException(
                    known.Length == 0
                        ? $"'{segment.SourceType}' has no relationships, so --include {path} cannot be loaded. Shorten the path."
                        : $"'{segment.SourceType}' has no relationship '{segment.Relationship}', which --include {path} "
                            + $"contains. {DidYouMean.Suggest(segment.Relationship, known)}"
                );
            }
        }
    }

    private void ValidateFields(string type, IReadOnlyList<string> fields)
    {
        string?[] types = [request.Type, .. request.IncludedTypes];
        if (ResourceTypeTable.Find(type) is not { } resource)
        {
            string[] known = [.. types.OfType<string>().Concat(ResourceTypeTable.Types).Distinct()];
            throw new UsageException(
                $"There is no resource type '{type}', as in --fields {type}={string.Join(',', fields)}. {DidYouMean.Suggest(type, known)}"
            );
        }

        if (!types.Contains(type) && !types.Contains(null))
        {
            throw new UsageException(
                $"The response contains no '{type}', so --fields {type}={string.Join(',', fields)} has no "
                    + "effect. Add an --include that loads them, or omit it."
            );
        }

        string[] names = [.. resource.Attributes.DeclaredMembers.Select(static member => member.Name), .. GetRelationships(type)];
        bool hasCustomFields = CustomFields.AreDeclaredBy(resource);
        foreach (string field in fields.Where(field => !names.Contains(field) && !(hasCustomFields && CustomFieldHandle.IsName(field))))
        {
            string customFields = hasCustomFields ? $" Custom fields are custom_1 to custom_{CustomFieldHandle.Last}." : string.Empty;
            throw new UsageException(
                $"'{type}' has no field '{field}', and the API would ignore it. "
                    + $"{DidYouMean.Suggest(field, names)}{customFields} 'kajabi explain {type}' lists all fields."
            );
        }
    }

    private void ValidateSort(string sort)
    {
        if (sorts.Count == 0)
        {
            throw new UsageException($"'{request.Type}' cannot be sorted, and the API would ignore '{sort}'. Omit --sort.");
        }

        HashSet<string> names = [];
        foreach (string key in sort.Split(',', StringSplitOptions.TrimEntries))
        {
            string name = key.StartsWith('-') ? key[1..] : key;
            if (!sorts.Contains(key) && !sorts.Contains(name))
            {
                throw new UsageException(
                    $"'{request.Type}' has no sort order '{name}', and the API would ignore it. {DidYouMean.Suggest(name, sorts)}"
                );
            }

            if (!names.Add(name))
            {
                throw new UsageException($"--sort contains '{name}' twice. Omit one of them.");
            }
        }
    }

    private static IEnumerable<string> GetRelationships(string? type) =>
        type is null ? [] : ResourceTypeTable.Find(type)?.Relationships.DeclaredRelationships.Select(static one => one.Name) ?? [];
}
