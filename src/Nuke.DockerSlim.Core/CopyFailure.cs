using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim;

/// <summary>Tells failures of copies of an image by the names that the user knows: those of the copies are gone by then.</summary>
internal static class CopyFailure
{
    /// <summary>The sentence, without its end mark and its evidence.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="target">The image.</param>
    public static string Sentence(DockerSlimException failure, BuildTarget copy, BuildTarget target) =>
        failure
            .Sentence.TrimEnd('.')
            .Replace(copy.NameOf(copy.DockerfilePath), target.DockerfileName, StringComparison.Ordinal)
            .Replace(copy.DockerfilePath, target.DockerfileName, StringComparison.Ordinal);
}
