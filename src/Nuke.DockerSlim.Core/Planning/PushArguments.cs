namespace Nuke.DockerSlim.Planning;

/// <summary>The argument lists of <c>docker</c> that bring an image into a registry.</summary>
public static class PushArguments
{
    /// <summary>The tag that bytes are pushed under; the same for every run, so that at most one a repository and platform is left.</summary>
    public const string Candidate = "dockerslim-candidate";

    /// <summary>The push of an image that the engine has under the name that it gets in the registry. Its last line has the digest, so it is not a quiet one.</summary>
    /// <param name="destination">Repository and tag.</param>
    public static IReadOnlyList<string> Push(string destination) => ["push", destination];
}
