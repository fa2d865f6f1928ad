using System.Collections;
using System.Collections.ObjectModel;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    public static ReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>();
            foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
                variables[(string)entry.Key] = (string)entry.Value;
            return new ReadOnlyDictionary<string, string>(variables);
        }
    }

    public static bool HasVariable(string name, bool allowEmpty = true)
    {
        var value = GetVariable(name);
        return value != null && (value.Length > 0 || allowEmpty);
    }

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static T GetVariable<T>(string name, char? separator = null)
    {
        var value = GetVariable(name);
        return value == null ? default : (T)ValueConversion.FromVariable(value, typeof(T), separator);
    }

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value.ToString());

    public static void RemoveVariable(string name) => Environment.SetEnvironmentVariable(name, null);
}
