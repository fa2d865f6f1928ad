using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about what images are held against.</summary>
/// <param name="Report">A report file; null is not set.</param>
/// <param name="Folder">A folder of reports; null is not set.</param>
/// <param name="Image">An image in a registry; null is not set.</param>
/// <param name="Ref">A git revision; null is not set.</param>
/// <param name="Age">How old it may be; null is not set.</param>
/// <param name="Attach">Whether a push hangs the report on the image; null is not set.</param>
internal sealed record BaselineOverrides(string? Report, string? Folder, string? Image, string? Ref, TimeSpan? Age, bool? Attach)
{
    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">Takes what is wrong with them.</param>
    public static BaselineOverrides Read(ImageParameters parameters, List<string> problems)
    {
        string[] given =
        [
            .. new[]
            {
                parameters.BaselineReport is null ? null : "--baseline-report",
                parameters.BaselineFolder is null ? null : "--baseline-folder",
                parameters.BaselineImage is null ? null : "--baseline-image",
                parameters.BaselineRef is null ? null : "--baseline-ref",
            }.OfType<string>(),
        ];
        if (given.Length > 1)
            problems.Add(
                $"{string.Join(" and ", given)} are {(given.Length == 2 ? "both" : "all")} given; one image is held against one baseline."
            );
        return new(
            parameters.BaselineReport,
            parameters.BaselineFolder,
            parameters.BaselineImage,
            parameters.BaselineRef,
            ParameterText.Read<TimeSpan>("--baseline-age", parameters.BaselineAge, DurationText.TryParse, problems),
            parameters.AttachReport
        );
    }

    /// <summary>A definition with what is set. A baseline from outside takes the place of a declared one of any kind.</summary>
    /// <param name="image">The definition.</param>
    public ImageDefinition Over(ImageDefinition image)
    {
        var isSet = Report is not null || Folder is not null || Image is not null || Ref is not null;
        return image with
        {
            BaselineReport = isSet ? Report : image.BaselineReport,
            BaselineFolder = isSet ? Folder : image.BaselineFolder,
            BaselineImage = isSet ? Image : image.BaselineImage,
            BaselineRef = isSet ? Ref : image.BaselineRef,
            BaselineAge = Age ?? image.BaselineAge,
            AttachReport = Attach ?? image.AttachReport,
        };
    }
}
