using System.Text;

namespace Nuke.Common.Utilities;

/// <summary>Splits MemberNames into words, for kebab-case options and UPPER_SNAKE secrets; a few product names stay whole.</summary>
internal static class CamelHumps
{
    private static readonly string[] WholeWords =
    [
        "DotNet",
        "GitHub",
        "GitVersion",
        "MSBuild",
        "NuGet",
        "ReSharper",
        "AppVeyor",
        "TeamCity",
        "GitLab",
        "SignPath",
        "JetBrains",
    ];

    public static string Kebab(string name) => string.Join("-", Split(name)).ToLowerInvariant();

    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var wholeUntil = 0;
        var afterLower = false;
        for (var i = 0; i < name.Length; i++)
        {
            var isHump = afterLower && char.IsUpper(name[i]);
            afterLower = char.IsLower(name[i]) && !isHump;
            if (i >= wholeUntil && WholeWordAt(name, i) is { } whole)
            {
                wholeUntil = i + whole.Length - 1;
                isHump = i > 0;
            }
            else
            {
                isHump = isHump && i > wholeUntil;
            }

            if (isHump)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(name[i]);
        }

        words.Add(word.ToString());
        return words;
    }

    private static string WholeWordAt(string name, int index) =>
        Array.Find(WholeWords, whole => string.Compare(name, index, whole, 0, whole.Length, StringComparison.OrdinalIgnoreCase) == 0);
}
