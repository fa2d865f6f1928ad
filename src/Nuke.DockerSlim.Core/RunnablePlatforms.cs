using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim;

/// <summary>Which of an image's several platforms the builder's machine can run: its own first, then what it emulates.</summary>
internal sealed class RunnablePlatforms
{
    private readonly string[] _names;

    private RunnablePlatforms(string[] names) => _names = names;

    /// <summary>Asks the builder.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="DockerSlimException">It does not answer.</exception>
    public static async Task<RunnablePlatforms> AskAsync(IImageBuilder builder, ImageWork work, CancellationToken cancellationToken)
    {
        var known = await builder.ListPlatformsAsync(work.Target, cancellationToken).ConfigureAwait(false);
        return new([.. known.Select(PlatformName.Normal)]);
    }

    /// <summary>The platform to run, where one is enough.</summary>
    /// <param name="work">An image of several platforms.</param>
    public ImageWork First(ImageWork work) => work.Platforms.OrderBy(Rank).First();

    /// <summary>Whether a platform can be run, as far as is known.</summary>
    /// <param name="platform">One of several platforms.</param>
    public bool Has(ImageWork platform) => _names.Length == 0 || Rank(platform) < _names.Length;

    /// <summary>Whether a platform is not among those that the builder names.</summary>
    /// <param name="platform">One of several platforms.</param>
    public bool IsForeign(ImageWork platform) => Rank(platform) == _names.Length;

    private int Rank(ImageWork platform)
    {
        var at = Array.IndexOf(_names, platform.Target.PlatformOfSeveral);
        return at < 0 ? _names.Length : at;
    }
}
