using Acme;
using Kajabi;
using Kajabi.AspNetCore;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddKajabi(builder.Configuration.GetSection("Kajabi"));
builder.Services.AddKajabiWebhookHandler<TagLog>(options => options.Secrets = [builder.Configuration["Kajabi:WebhookSecret"]!]);

WebApplication app = builder.Build();
app.MapKajabiWebhook("/hooks/kajabi");
app.MapGet("/contacts/{id}", async (string id, IContactsApi contacts) => (await contacts.GetContactAsync(id)).Data);
await app.RunAsync();
