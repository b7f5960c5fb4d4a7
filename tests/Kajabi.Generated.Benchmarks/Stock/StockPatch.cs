using Kajabi.Benchmarks.Ratios;
using Newtonsoft.Json;

namespace Kajabi.Benchmarks.Stock;

/// <summary>Writes the update of a contact from the stock types.</summary>
internal static class StockPatch
{
    private static readonly JsonSerializerSettings s_settings = new() { ContractResolver = new UpdateContractResolver() };

    public static Contender Create() =>
        Contender.Create(ContenderNames.Stock, static () => JsonConvert.SerializeObject(CreateUpdate(), s_settings), Description.Json);

    private static ContactDocument CreateUpdate() =>
        new()
        {
            Data = new Contact
            {
                Id = ContactUpdate.Id,
                Attributes = new ContactAttributes
                {
                    Name = ContactUpdate.Name,
                    Email = ContactUpdate.Email,
                    Phone_number = ContactUpdate.PhoneNumber,
                    Subscribed = ContactUpdate.Subscribed,
                    Address_line_1 = ContactUpdate.AddressLine1,
                    Address_city = ContactUpdate.AddressCity,
                    Custom_1 = ContactUpdate.Custom1,
                },
            },
        };
}
