using Kajabi;

namespace Acme;

/// <summary>Counts the contacts that have a name, and stops.</summary>
internal sealed class ContactCount(IContactsApi contacts, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int count = 0;
        await foreach (Contact contact in contacts.ListAllContactsAsync().WithCancellation(stoppingToken))
        {
            count += contact.Attributes.Name is null ? 0 : 1;
        }

        Console.WriteLine($"{count} contacts");
        lifetime.StopApplication();
    }
}
