namespace Nuke.DockerSlim.Planning;

/// <summary>The argument lists of <c>docker</c> that bring an image into a registry.</summary>
public static class PushArguments
{
    /// <summary>The push of an image that the engine has under the name that it gets in the registry.</summary>
    /// <param name="destination">Repository and tag.</param>
    public static IReadOnlyList<string> Push(string destination) => ["push", "--quiet", destination];

    /// <summary>One index, made in the registry, of images that are there.</summary>
    /// <param name="destination">Repository and tag of the index.</param>
    /// <param name="images">The images, by digest.</param>
    public static IReadOnlyList<string> CreateIndex(string destination, IEnumerable<string> images) =>
        ["buildx", "imagetools", "create", "--progress=quiet", "--tag", destination, .. images];
}
