namespace Kajabi.ColdStart;

/// <summary>Where the API is, and the credentials.</summary>
internal sealed record Account(Uri BaseAddress, string ClientId, string ClientSecret);
