using System.Text;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Starting;

/// <summary>What is to be added to a build's class, so that it declares images.</summary>
public static class BuildClassText
{
    private static readonly ImageDefinition Usual = new("usual");

    /// <summary>The lines.</summary>
    /// <param name="images">The images.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<ImageDefinition> images) =>
        [
            "using System.Collections.Generic;",
            "using Nuke.DockerSlim.Components;",
            "using Nuke.DockerSlim.Configuration;",
            "",
            "class Build : NukeBuild, ISlimImage",
            "",
            "    IEnumerable<ImageDefinition> IHazImages.Images =>",
            "    [",
            .. images.Select(x => $"        {Of(x)},"),
            "    ];",
        ];

    private static string Of(ImageDefinition image)
    {
        string?[] properties =
        [
            image.BuildContext == Usual.BuildContext ? null : $"BuildContext = {Literal(image.BuildContext)}",
            image.Dockerfile is { } file ? $"Dockerfile = {Literal(file)}" : null,
            image.TestStage == Usual.TestStage || image.AllowUntested ? null : $"TestStage = {Literal(image.TestStage)}",
            image.ProductionStage == Usual.ProductionStage ? null : $"ProductionStage = {Literal(image.ProductionStage)}",
            image.AllowUntested ? "AllowUntested = true" : null,
        ];
        var set = string.Join(", ", properties.OfType<string>());
        return $"new({Literal(image.Repository)})" + (set.Length == 0 ? "" : $" {{ {set} }}");
    }

    // What is a letter of a path to a file system may end a literal to the compiler.
    private static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
            literal.Append(
                c is '"' or '\\' ? $"\\{c}"
                : char.IsControl(c) ? $"\\u{(int)c:x4}"
                : $"{c}"
            );
        return literal.Append('"').ToString();
    }
}
