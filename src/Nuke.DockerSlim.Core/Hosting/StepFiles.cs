using System.Text;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The files by which a step of GitHub Actions hands on its summary and its outputs; elsewhere there are none, and nothing is written.</summary>
/// <param name="variables">Gives an environment variable, or null.</param>
public sealed class StepFiles(Func<string, string?> variables)
{
    /// <summary>Most bytes of a step's summary, whatever wrote them: of a longer one GitHub shows nothing at all.</summary>
    public const int LargestSummary = 1024 * 1024;

    private readonly string? _summary = Named(variables("GITHUB_STEP_SUMMARY"));
    private readonly string? _outputs = Named(variables("GITHUB_OUTPUT"));
    private (long Start, long End)? _written;

    /// <summary>The step's own, by its environment variables.</summary>
    public static StepFiles OfThisProcess() => new(Environment.GetEnvironmentVariable);

    /// <summary>Writes our part of the summary, in place of what this run wrote of it before.</summary>
    /// <param name="render">Makes it of at most so many characters.</param>
    /// <param name="least">The least that is worth being rendered.</param>
    /// <returns>Why it was not written, a sentence; null: it was, or there is nowhere to write it to.</returns>
    public string? WriteSummary(Func<int, string> render, int least) =>
        _summary is null ? null : Try("The job's summary", () => WriteSummary(_summary, render, least));

    /// <summary>Adds outputs; one that is there already is replaced.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <returns>Why they were not written, a sentence; null: they were, or there is nowhere to write them to.</returns>
    /// <exception cref="Errors.InputException">A value cannot be an output.</exception>
    public string? AddOutputs(IEnumerable<KeyValuePair<string, string>> outputs)
    {
        if (_outputs is null)
            return null;
        var text = StepOutputs.Written(outputs, $"end_{Guid.NewGuid():N}");
        return Try("The step's outputs", () => Append(_outputs, text));
    }

    private string? WriteSummary(string path, Func<int, string> render, int least)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        // What somebody else wrote behind it stays, and ours goes to the end again.
        if (_written is { } earlier && file.Length == earlier.End)
            file.SetLength(earlier.Start);
        var start = file.Length;
        // A character is three bytes at most.
        var room = (int)Math.Max(0, (LargestSummary - 1_024 - start) / 3);
        if (room < least)
            return "The job's summary is full, so the reports are not shown there; they lie below artifacts/images.";
        var text = Encoding.UTF8.GetBytes((start > 0 ? "\n" : "") + render(room));
        file.Seek(0, SeekOrigin.End);
        file.Write(text);
        _written = (start, file.Length);
        return null;
    }

    private static string? Append(string path, string text)
    {
        File.AppendAllText(path, text);
        return null;
    }

    private static string? Try(string what, Func<string?> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{what} cannot be written: {e.Message}";
        }
    }

    private static string? Named(string? path) => string.IsNullOrWhiteSpace(path) ? null : path;
}
