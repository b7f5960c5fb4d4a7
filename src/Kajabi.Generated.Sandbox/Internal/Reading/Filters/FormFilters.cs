using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>Filters on submitted forms. A submission belongs to the contact of its site with its e-mail address.</summary>
internal static class FormFilters
{
    public static ResourceFilter Submitted { get; } =
        Person.Filter(
            static (store, value) =>
            {
                HashSet<(string?, string?)> keys =
                [
                    .. store
                        .GetAll("form_submissions")
                        .Where(submission => submission.Relationships["form"].Ids.Contains(value))
                        .Select(submission => GetKey(store, submission)),
                ];
                return person => keys.Contains(GetKey(store, person.Contact ?? person.Row));
            }
        );

    /// <summary>Searches in mobile phone numbers, which contacts do not show: the last one that a contact submitted counts.</summary>
    public static ResourceFilter MobilePhoneNumber { get; } =
        Person.Filter(
            static (store, value) =>
            {
                Dictionary<(string?, string?), string> numbers = [];
                foreach (SandboxResource submission in store.GetAll("form_submissions"))
                {
                    if (submission.GetText("mobile_phone_number") is { } number)
                    {
                        numbers[GetKey(store, submission)] = number;
                    }
                }

                return person =>
                    FilterValue.Contains(
                        person.GetText("mobile_phone_number") ?? numbers.GetValueOrDefault(GetKey(store, person.Contact ?? person.Row)),
                        value
                    );
            }
        );

    private static (string? Site, string? Email) GetKey(SandboxStore store, SandboxResource resource) =>
        (store.GetSiteId(resource), resource.GetText("email")?.ToUpperInvariant());
}
