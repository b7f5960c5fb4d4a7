using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>The raw JSON of a member that has no property or whose type does not match.</content>
public partial class JsonApiObject
{
    private sealed class RawMember(JToken value, bool isAssigned)
    {
        private JToken? _original;

        public JToken Value => value;

        /// <summary>Gets whether the member was set, or its object or list was changed in place.</summary>
        public bool IsModified => isAssigned || (_original is { } original && !JToken.DeepEquals(original, value));

        /// <summary>Returns the value. The caller can change an object or a list in place.</summary>
        public JToken GetForCaller()
        {
            if (!isAssigned && value is JContainer)
            {
                // Several threads can read concurrently; all clones are equal.
                Interlocked.CompareExchange(ref _original, value.DeepClone(), null);
            }

            return value;
        }
    }
}
