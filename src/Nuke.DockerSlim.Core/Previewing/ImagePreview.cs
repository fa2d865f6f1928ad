namespace Nuke.DockerSlim.Previewing;

/// <summary>What a run would do with one image, or with one platform of it.</summary>
/// <param name="Label">The image as messages name it.</param>
/// <param name="Dockerfile">Its Dockerfile as messages name it.</param>
/// <param name="Steps">A step for each target that would do something.</param>
public sealed record ImagePreview(string Label, string Dockerfile, IReadOnlyList<PreviewStep> Steps);
