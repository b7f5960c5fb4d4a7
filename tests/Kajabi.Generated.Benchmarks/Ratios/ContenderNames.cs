namespace Kajabi.Benchmarks.Ratios;

/// <summary>The names of the contenders in the table and in the budgets.</summary>
internal static class ContenderNames
{
    public const string JsonTextReader = "JsonTextReader, bare pass (A)";
    public const string Utf8JsonReader = "Utf8JsonReader, bare pass";
    public const string SdkString = "this SDK, string";
    public const string SdkStream = "this SDK, stream";
    public const string HttpClient = "HttpClient and the SDK's reader (A)";
    public const string SdkCall = "this SDK, call";
    public const string Stock = "stock NSwag types, Newtonsoft.Json";
    public const string SystemTextJson = "System.Text.Json source generation";
    public const string Limit = "handwritten UTF-8 code (limit)";
}
