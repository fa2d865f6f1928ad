#nullable enable
namespace Gallery;

/// <summary>An image with a mistake in it, and what the tool has to say of it.</summary>
/// <param name="Name">Its folder's name below <c>samples/broken</c>.</param>
/// <param name="Title">What goes wrong, in few words.</param>
/// <param name="ExitCode">What the run has to end with.</param>
/// <param name="Arguments">Target and parameters, without the image.</param>
/// <param name="Promised">What has to be said, word for word.</param>
public sealed record Trouble(string Name, string Title, int ExitCode, IReadOnlyList<string> Arguments, IReadOnlyList<string> Promised)
{
    /// <summary>What a run came to. What is said may be wrapped to the width of a terminal, so that any white space counts as a blank.</summary>
    public TroubleResult Judge(int exitCode, string output)
    {
        var said = Plain(output);
        return new TroubleResult(
            Name,
            Title,
            ExitCode,
            exitCode,
            Promised,
            [.. Promised.Where(x => !said.Contains(Plain(x), StringComparison.Ordinal))]
        );
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
