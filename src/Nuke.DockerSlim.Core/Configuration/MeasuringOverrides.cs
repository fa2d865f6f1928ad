using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about where and how it measures: an image that exists already, the bandwidth of a pull.</summary>
/// <param name="Measured">The image; null for the one that is built.</param>
/// <param name="Compared">The image that it is held against; null for none.</param>
/// <param name="Bandwidth">The bandwidth; null where none is set.</param>
internal sealed record MeasuringOverrides(string? Measured, string? Compared, Bandwidth? Bandwidth)
{
    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">Takes what is wrong with them.</param>
    public static MeasuringOverrides Read(ImageParameters parameters, List<string> problems) =>
        new(
            parameters.MeasuredImage,
            parameters.ComparedImage,
            ParameterText.Read<Bandwidth>("--pull-bandwidth", parameters.PullBandwidth, Values.Bandwidth.TryParse, problems)
        );

    /// <summary>The image of the moment that a place stands for, named after its reference or file.</summary>
    /// <param name="parameters">The parameters, which name a place.</param>
    public static ImageDefinition Momentary(ImageParameters parameters)
    {
        var repository =
            !ImageSource.TryParse(parameters.MeasuredImage!, out var source, out _)
                ? DefinitionOverrides.RepositoryFrom(parameters.MeasuredImage!)
            : source.Transport is ImageTransport.Registry or ImageTransport.DockerDaemon ? source.SuggestedName
            : DefinitionOverrides.RepositoryFrom(source.SuggestedName);
        return new ImageDefinition(parameters.ImageRepository ?? repository);
    }

    /// <summary>A definition with what is set.</summary>
    /// <param name="image">The definition.</param>
    public ImageDefinition Over(ImageDefinition image) =>
        image with
        {
            MeasuredImage = Measured ?? image.MeasuredImage,
            ComparedImage = Compared ?? image.ComparedImage,
            PullBandwidth = Bandwidth ?? image.PullBandwidth,
            // What is measured as it is was tested elsewhere, if at all.
            AllowUntested = image.AllowUntested || Measured is not null || image.MeasuredImage is not null,
        };
}
