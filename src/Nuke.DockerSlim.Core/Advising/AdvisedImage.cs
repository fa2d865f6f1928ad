using System.Text;
using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Advising;

/// <summary>What an image is made of, as texts: what edits take and give.</summary>
public sealed record AdvisedImage
{
    /// <summary>The Dockerfile's text, without a byte order mark.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>The ignore file's text; null when there is none.</summary>
    public string? IgnoreFile { get; init; }

    /// <summary>The production stage, by its name, or its number where it has none.</summary>
    public required string ProductionStage { get; init; }

    /// <summary>The test stage; one that does not exist is one to be made.</summary>
    public required string TestStage { get; init; }

    /// <summary>Values of build args, <c>KEY=VALUE</c> each.</summary>
    public IReadOnlyList<string> BuildArgs { get; init; } = [];

    /// <summary>Rules that are switched off: no edit is made for their sake.</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    /// <summary>Whether the image is started to see whether it runs: tests cannot see what production lacks.</summary>
    public bool IsStarted { get; init; }

    /// <summary>The build context.</summary>
    public required AdvisedContext Context { get; init; }

    /// <summary>Whether the context has a file or folder at its top that is not ignored.</summary>
    /// <param name="entry">The name; that of a folder ends in a slash.</param>
    public bool Has(string entry) => Context.TopEntries.Contains(entry) && !Ignores(entry.TrimEnd('/'));

    /// <summary>Whether the ignore file leaves a path out.</summary>
    /// <param name="path">The path, relative to the context.</param>
    public bool Ignores(string path) => IgnoreFile is { } text && Patterns(text).Match(path);

    /// <summary>Whether it would leave a path out with other lines in it.</summary>
    /// <param name="text">The ignore file's text.</param>
    public static PathPatterns Patterns(string text) => new(Contexts.IgnoreFile.Read(Encoding.UTF8.GetBytes(text), ".dockerignore"));
}
