using Acme;
using Kajabi;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddKajabi(builder.Configuration.GetSection("Kajabi"));
builder.Services.AddHostedService<ContactCount>();
await builder.Build().RunAsync();
