using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Checking;

/// <summary>Looks for the line that takes in the whole build context.</summary>
internal static class BroadCopy
{
    /// <summary>The first one that production or test need; null when there is none.</summary>
    /// <param name="file">The Dockerfile.</param>
    public static DockerfileInstruction? Find(CheckedDockerfile file) =>
        file
            .Needed.SelectMany(x => x.Instructions)
            .Where(x => x.Keyword is "COPY" or "ADD" && !x.Values("from").Any() && CopyArguments.Of(x).TakesAll)
            .MinBy(x => x.FirstLine);
}
