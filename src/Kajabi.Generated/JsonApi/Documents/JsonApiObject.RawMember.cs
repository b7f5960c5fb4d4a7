using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>The JSON of a member that has no property, or whose property cannot represent it.</content>
public partial class JsonApiObject
{
    private sealed class RawMember(JToken value, bool isAssigned)
    {
        private JToken? _original;

        public JToken Value => value;

        /// <summary>Whether the member was set, or its object or list was changed in place by the code that got it.</summary>
        public bool IsModified => isAssigned || (_original is { } original && !JToken.DeepEquals(original, value));

        /// <summary>Returns the value to the caller, who can change an object or a list in place.</summary>
        public JToken GetForCaller()
        {
            if (!isAssigned && value is JContainer)
            {
                // Several threads may read at a time; all copies are the same.
                Interlocked.CompareExchange(ref _original, value.DeepClone(), null);
            }

            return value;
        }
    }
}
