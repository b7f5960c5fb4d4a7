using CsCheck;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Generates the addresses and the bodies of random requests.</summary>
internal static class RandomRequests
{
    private static readonly Gen<string> s_scalar = Gen.OneOf(
        Gen.OneOf([
                .. RandomWords.Types,
                "contacts",
                "contact_tags",
                "purchase",
                "1",
                "123",
                "789",
                "ada@example.com",
                "\\ud800",
                "\\u0000",
            ])
            .Select(static text => $"\"{text}\""),
        Gen.OneOf("null", "true", "false", "0", "-1.5", "1e999", "123456789012345678901234567890", "\"\"", "{}", "[]")
    );

    private static readonly Gen<string> s_json = Gen.Recursive<string>(
        (depth, inner) =>
            depth >= 5
                ? s_scalar
                : Gen.Frequency(
                    (2, s_scalar),
                    (
                        4,
                        Gen.Select(Gen.OneOf(RandomWords.Members), inner, static (name, value) => $"\"{name}\":{value}")
                            .List[0, 5]
                            .Select(static members => $"{{{string.Join(',', members)}}}")
                    ),
                    (1, inner.List[0, 3].Select(static items => $"[{string.Join(',', items)}]"))
                )
    );

    // Documents that are nearly right reach the code behind the first checks.
    private static readonly Gen<string> s_document = Gen.Select(
        Gen.OneOf([.. RandomWords.Types, "contacts", "contacts", "contact_notes", "hooks", "form_submissions"]),
        s_json,
        s_json,
        static (type, attributes, related) =>
            $$"""
                { "data": { "type": "{{type}}", "attributes": {{attributes}},
                  "relationships": { "site": {{related}}, "contact": {{related}}, "tags": {{related}} } } }
                """
    );

    private static readonly Gen<string> s_attributes = Gen.Select(
            Gen.OneOf(RandomWords.Members),
            s_scalar,
            static (name, value) => $"\"{name}\":{value}"
        )
        .List[0, 5]
        .Select(static members =>
            RawSandboxTestBase.WriteContact(
                $$"""{ "email": "x@example.com"{{string.Concat(members.Select(static member => $", {member}"))}} }"""
            )
        );

    private static readonly Gen<string> s_body = Gen.Frequency(
        (3, s_json),
        (3, s_document),
        (2, s_attributes),
        (1, Gen.String),
        (1, Gen.Int[1, 200].Select(static depth => new string('[', depth))),
        (1, Gen.OneOf("", "{", "\"", "[1,", "nul", "a=b&grant_type=client_credentials", "\0"))
    );

    private static readonly Gen<string> s_query = Gen.Select(
            Gen.OneOf(RandomWords.Parameters),
            Gen.OneOf(RandomWords.Values),
            static (name, value) => $"{name}={value}"
        )
        .List[0, 4]
        .Select(static parameters => $"?{string.Join('&', parameters)}");

    private static readonly Gen<string> s_path = Gen.Select(
        Gen.OneOf([.. RandomWords.Types, "contacts", "contacts", "customers", "purchases"]),
        Gen.OneOf(RandomWords.Segments).List[0, 4],
        static (type, segments) => $"/v1/{string.Join('/', segments.Prepend(type))}"
    );

    // The method, the path and the query: half of them random, and half those of an operation.
    private static readonly Gen<(string Method, string Address)> s_target = Gen.Select(
        Gen.Frequency(
            (1, Gen.Select(Gen.OneOf(RandomWords.Methods), s_path)),
            (1, Gen.OneOf(RandomWords.Operations).Select(static operation => (operation.Method, operation.Path)))
        ),
        s_query,
        static (target, query) => (target.Item1, target.Item2 + query)
    );

    // A few requests are valid but for a value, because random ones rarely reach the code that validates and stores a contact.
    private static readonly Gen<(string Method, string Address, string Body)> s_contact = Gen.OneOf(
            s_scalar,
            Gen.Int[0, 1_000_000].Select(static number => $"\"{number}@example.com\"")
        )
        .Select(static email => ("POST", "/v1/contacts", RawSandboxTestBase.WriteContact($$"""{ "email": {{email}} }""")));

    /// <summary>The method, the address and the body of a request.</summary>
    public static readonly Gen<(string Method, string Address, string Body)> All = Gen.Frequency(
        (20, Gen.Select(s_target, s_body, static (target, body) => (target.Method, target.Address, body))),
        (1, s_contact)
    );
}
