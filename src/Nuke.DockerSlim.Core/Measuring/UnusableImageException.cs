namespace Nuke.DockerSlim.Measuring;

/// <summary>
/// What is wrong with an image's documents, as the end of a sentence that starts with the place where they lie: "lacks the layer sha256:…".
/// Whoever knows the place makes a whole sentence of it before a user sees it.
/// </summary>
/// <param name="clause">The end of the sentence, without a full stop.</param>
/// <param name="innerException">What caused it, or null.</param>
internal sealed class UnusableImageException(string clause, Exception? innerException = null) : Exception(clause, innerException)
{
    /// <summary>What to do about it; null: what the place suggests.</summary>
    public string? Advice { get; init; }
}
