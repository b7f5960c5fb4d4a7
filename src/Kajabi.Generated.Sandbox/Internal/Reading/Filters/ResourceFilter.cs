using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>A filter of a list.</summary>
/// <param name="store">The data, for filters on related resources.</param>
/// <param name="value">The value; never blank.</param>
/// <returns>
/// Whether a resource matches; null if the filter cannot use the value, such as a text instead of a number of days. No resource
/// matches then.
/// </returns>
internal delegate Func<SandboxResource, bool>? ResourceFilter(SandboxStore store, string value);
