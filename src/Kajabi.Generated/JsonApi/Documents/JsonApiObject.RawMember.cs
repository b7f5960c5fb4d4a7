namespace Kajabi.JsonApi;

/// <content>The raw JSON of a member that has no property or whose type does not match.</content>
public partial class JsonApiObject
{
    private sealed class RawMember(RawValue value, bool isAssigned)
    {
        public RawValue Value => value;

        /// <summary>Gets whether the member was set, or its object or list was changed in place.</summary>
        public bool IsModified => isAssigned || value.IsModified;
    }
}
