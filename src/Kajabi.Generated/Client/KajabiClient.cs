namespace Kajabi;

/// <summary>Client.</summary>
public sealed partial class KajabiClient
{
    private static T Api<T>(ref T? api) where T : class => api!;
}
