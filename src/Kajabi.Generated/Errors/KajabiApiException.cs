namespace Kajabi;

/// <summary>x.</summary>
public sealed class KajabiApiException() : KajabiException("");
