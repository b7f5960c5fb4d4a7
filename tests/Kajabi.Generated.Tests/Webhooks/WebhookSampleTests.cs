namespace Kajabi.Tests.Webhooks;

/// <summary>Samples are payloads without an event name.</summary>
public sealed class WebhookSampleTests
{
    [Fact]
    public void A_sample_is_converted_to_its_event()
    {
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>(
            """
            [
              { "id": "0", "type": "form_submissions", "attributes": { "name": "Ada", "shoe_size": 39 },
                "relationships": { "form": { "data": { "id": "0", "type": "forms" } } } },
              { "id": "0", "type": "forms", "attributes": { "title": "Newsletter" } }
            ]
            """
        );

        FormSubmissionEvent submitted = Assert.IsType<FormSubmissionEvent>(WebhookParser.FromSample("form_submission", sample));

        Assert.Equal(
            ("Ada", 39, "Newsletter"),
            (submitted.Submission.Attributes.Name, (int?)submitted.Submission.Attributes["shoe_size"], submitted.Form?.Attributes.Title)
        );
        Assert.Equal(submitted.RawJson, Assert.IsType<FormSubmissionEvent>(WebhookParser.Parse(submitted.RawJson)).RawJson);
        Assert.IsType<UnknownEvent>(WebhookParser.FromSample("purchase", sample));
    }

    [SkippableFact]
    public void Every_vendor_sample_is_read_with_its_linked_resources()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string[] folders = [.. Directory.GetDirectories(Path.Combine(ReferenceFolder.Path, "examples"), "GET_v1_hooks_*_sample")];
        List<string> results = [];
        foreach (string folder in folders)
        {
            string name = Path.GetFileName(folder)["GET_v1_hooks_".Length..^"_sample".Length];
            foreach (string json in Directory.GetFiles(folder, "*.json").Select(File.ReadAllText))
            {
                results.Add(
                    json.TrimStart()[0] == '['
                        ? $"{name}: {Related(name, json)}"
                        : $"{name}: delivery {Assert.IsType<UnknownEvent>(WebhookParser.Parse(json)).Name}"
                );
            }
        }

        Assert.NotEmpty(folders);
        Assert.All(
            folders,
            folder =>
                Assert.Contains(
                    results,
                    line =>
                        line.StartsWith(
                            Path.GetFileName(folder)["GET_v1_hooks_".Length..^"_sample".Length] + ": related",
                            StringComparison.Ordinal
                        )
                )
        );
        Assert.All(
            results,
            line =>
                Assert.True(
                    line.Contains(": related", StringComparison.Ordinal)
                        || line.Split(": delivery ") is [var folder, var name] && folder == name,
                    line
                )
        );
    }

    /// <summary>Returns whether all resources of a sample are linked from its event.</summary>
    private static string Related(string name, string json)
    {
        MixedResourceCollection sample = JsonApiSerializer.Deserialize<MixedResourceCollection>(json);
        IEnumerable<Resource?> reached = WebhookParser.FromSample(name, sample) switch
        {
            TagAddedEvent tagged => [tagged.Contact, tagged.Tag],
            TagRemovedEvent untagged => [untagged.Contact, untagged.Tag],
            FormSubmissionEvent submitted => [submitted.Submission, submitted.Form],
            PurchaseEvent bought => [bought.Purchase, bought.Customer, .. bought.Offers],
#pragma warning disable CS0618 // Samples show payments for one offer.
            PaymentSucceededEvent paid => [paid.Transaction, paid.Customer, paid.Offer],
#pragma warning restore CS0618
            OrderCreatedEvent placed => [placed.Order, placed.Customer, .. placed.Items, .. placed.Payments, .. placed.Offers],
            WebhookEvent other => throw new InvalidOperationException($"{name} was read as {other.GetType()}."),
        };
        return
            sample
                .Data.Select(resource => resource.Identifier)
                .Except(reached.OfType<Resource>().Select(resource => resource.Identifier))
                .ToList()
                is { Count: > 0 } lost
            ? $"lost {string.Join(", ", lost)}"
            : "related";
    }
}
