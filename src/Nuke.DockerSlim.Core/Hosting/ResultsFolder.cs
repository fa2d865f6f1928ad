using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Reads the test results that a build took out of its test stage.</summary>
public static class ResultsFolder
{
    private const long LargestResult = 64 << 20;

    /// <summary>The result files in a folder and below.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="path">Where they were in the stage, for messages.</param>
    /// <exception cref="InputException">There are none, or one is too large.</exception>
    public static IReadOnlyList<ResultFile> Read(string directory, string path)
    {
        var files = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(IsResult).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length == 0)
            throw None(path);
        return [.. files.Select(x => Read(new FileInfo(x), Path.GetRelativePath(directory, x), path))];
    }

    /// <summary>Whether a name is that of a result file.</summary>
    /// <param name="name">The name.</param>
    public static bool IsResult(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".trx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The error where results should be and are not.</summary>
    /// <param name="path">Where they should be, in the stage.</param>
    public static InputException None(string path) =>
        new($"The test stage has no .xml or .trx file at {path}; correct --test-results, or let the tests write their results there.");

    /// <summary>The error for a result file that is no test run's.</summary>
    /// <param name="name">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    public static InputException TooLarge(string name, long bytes) =>
        new($"The test results {name} are {bytes / 1_000_000} MB large; at most {LargestResult >> 20} MiB are read.");

    /// <summary>Whether a file of so many bytes is read.</summary>
    /// <param name="bytes">Its bytes.</param>
    public static bool IsReadable(long bytes) => bytes <= LargestResult;

    private static ResultFile Read(FileInfo file, string name, string path) =>
        IsReadable(file.Length) ? new ResultFile($"{path}: {name}", File.ReadAllBytes(file.FullName)) : throw TooLarge(name, file.Length);
}
