using System.Runtime;
using Kajabi.ColdStart;

// Reads one contact and ends, so that another program can measure how long starting takes. Prints how many methods were compiled for it.
if (args is not [var client, var baseAddress, var clientId, var clientSecret, var contactId])
{
    await Console.Error.WriteLineAsync("usage: (sdk|plain) base-address client-id client-secret contact-id");
    return 2;
}

Account account = new(new Uri(baseAddress), clientId, clientSecret);
string? name = client == "sdk" ? await SdkProgram.ReadNameAsync(account, contactId) : await PlainProgram.ReadNameAsync(account, contactId);
await Console.Out.WriteLineAsync(name);
await Console.Out.WriteLineAsync($"{JitInfo.GetCompiledMethodCount()} methods");
return 0;
