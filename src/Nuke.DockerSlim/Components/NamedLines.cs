namespace Nuke.DockerSlim.Components;

/// <summary>Lines with an image's name before each: several write at the same time.</summary>
/// <param name="name">The name.</param>
/// <param name="lines">Where they go.</param>
internal sealed class NamedLines(string name, IProgress<string> lines) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value) => lines.Report($"{name}: {value}");
}
