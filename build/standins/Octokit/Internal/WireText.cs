using System.Collections.Concurrent;
using System.Reflection;

namespace Octokit.Internal;

/// <summary>The text of enum members on the wire: what their attribute says, else their name in lower case.</summary>
internal static class WireText
{
    private static readonly ConcurrentDictionary<Type, (object Value, string Text)[]> s_members = new();

    public static string Of(Enum value) =>
        Members(value.GetType()).FirstOrDefault(member => member.Value.Equals(value)).Text
        ?? throw new ArgumentException($"Value '{value}' is not a valid '{value.GetType().Name}' enum value.");

    public static bool TryParse(Type type, string text, out object value)
    {
        var known = Members(type).FirstOrDefault(member => member.Text == text);
        value = known.Value;
        // The names of the members count as well, in any case ("TimedOut" beside "timed_out").
        return value is not null || Enum.TryParse(type, text, ignoreCase: true, out value);
    }

    private static (object Value, string Text)[] Members(Type type) =>
        s_members.GetOrAdd(
            type,
            static key =>
                [
                    .. key.GetFields(BindingFlags.Public | BindingFlags.Static)
                        .Select(field =>
                            (field.GetValue(null), field.GetCustomAttribute<ParameterAttribute>()?.Value ?? field.Name.ToLowerInvariant())
                        ),
                ]
        );
}
