namespace Nuke.DockerSlim.Configuration;

/// <summary>Checks what is to be stated beside an image's bytes.</summary>
internal static class SupplyChecks
{
    /// <summary>The problems of a definition.</summary>
    /// <param name="image">The definition.</param>
    public static IEnumerable<string> Problems(ImageDefinition image)
    {
        foreach (var annotation in image.Supply.Annotations.Where(x => x.IndexOf('=') < 1))
            yield return $"The annotation '{annotation}' has no name and value; write name=value.";
        foreach (var problem in Attestations.Problems(image.Supply.Attestations))
            yield return problem;
        if (image.Supply is { SigningKey: not null, Sign: false })
            yield return "--signing-key is given, and nothing is signed; add --sign-image.";
        if (
            image.Supply.SigningKey is { } key
            && (key.Length == 0 || key[0] == '-' || key.Contains("PRIVATE KEY", StringComparison.Ordinal))
        )
            yield return "--signing-key names a key as cosign does, a file or env://NAME; it is not the key itself.";
        if (image.SourceEpoch is { } epoch && epoch != EpochText.Commit && EpochText.SecondsOf(epoch) is null)
            yield return $"--source-epoch: '{epoch}' is neither {EpochText.Commit} nor whole seconds since 1970.";
        if (image is { RewriteTimestamps: true, SourceEpoch: null })
            yield return "--rewrite-timestamps is given without the time that files are to have; add --source-epoch commit.";
        if (image.SourceEpoch is not null && image.BuildArgs.Any(x => x.StartsWith(EpochText.Variable + "=", StringComparison.Ordinal)))
            yield return $"{EpochText.Variable} is given twice, as build arg and by --source-epoch; leave one out.";
    }
}
