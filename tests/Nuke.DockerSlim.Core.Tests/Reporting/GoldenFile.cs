using System.Runtime.CompilerServices;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Texts held to the character against the files in <c>Golden/</c>; <c>UPDATE_GOLDEN=1</c> writes them anew.</summary>
internal static class GoldenFile
{
    public static void Holds(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{name} is missing; run the tests once with UPDATE_GOLDEN=1 and look at what it wrote.");
        Assert.Equal(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal), actual);
    }
}
