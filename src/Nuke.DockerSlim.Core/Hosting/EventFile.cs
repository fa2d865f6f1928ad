using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The file that tells what set off a workflow.</summary>
public static class EventFile
{
    /// <summary>Its content, UTF-8; nothing, where there is no file, and one that is too large up to where that shows.</summary>
    /// <param name="path">The file; null: none is named.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(string? path, int most)
    {
        if (path is null)
            return default;
        try
        {
            using var file = File.OpenRead(path);
            var content = new byte[Math.Min(file.Length, most + 1L)];
            file.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"The event file that GITHUB_EVENT_PATH names cannot be read: {e.Message} Run in GitHub Actions, or unset it."
            );
        }
    }
}
